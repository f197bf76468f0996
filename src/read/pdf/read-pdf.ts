import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Message } from "../../../schemas/message.ts";
import { message, outcome, ReadError } from "../../core/outcome.ts";
import { layPage, type PageLayout } from "../layout/lay-page.ts";
import { writePages } from "../layout/write-pages.ts";
import type { Reader } from "../reader.ts";
import { withPdf } from "./open-pdf.ts";
import { readPage } from "./read-page.ts";

/** Ten times the longest plan with all its attachments; more pages are a book, or an attack on the reader's time. */
const MOST_PAGES = 2000;

/**
 * Reads a PDF's text layer: lines in reading order, and tables by their drawn lines.
 * @throws ReadError `encrypted`, `damaged`, `too-large` (pages), `no-text` (a scan without a text layer).
 */
export const readPdf: Reader = (bytes) =>
  withPdf(bytes, async (pdf, { OPS }) => {
    if (pdf.numPages > MOST_PAGES) throw new ReadError("too-large", { pages: pdf.numPages, limit: MOST_PAGES });
    const { pages, messages } = await layPages(pdf, OPS);
    const hasText = pages.some((page) => page.items.length > 0);
    if (!hasText) throw new ReadError("no-text", { pages: pdf.numPages });
    const blocks = writePages(pages);
    return outcome(
      { mediaType: "application/pdf", reader: "pdfjs", ocr: false, pageCount: pdf.numPages, blocks },
      messages,
    );
  });

/** Reads page by page, so that only text is held of those already read. */
async function layPages(pdf: PDFDocumentProxy, codes: Readonly<Record<string, number>>) {
  const pages: PageLayout[] = [];
  const messages: Message[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { content, leaning } = await readPage(page, codes);
    page.cleanup();
    const layout = layPage(content);
    pages.push(layout);
    if (layout.items.length === 0) messages.push(message("page-without-text", "warning", { page: number }));
    if (leaning > 0)
      messages.push(message("element-ignored", "info", { element: "leaning-text", page: number, count: leaning }));
  }
  return { pages, messages };
}
