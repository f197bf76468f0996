import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Message } from "../../../schemas/message.ts";
import { message, outcome, ReadError } from "../../core/outcome.ts";
import { describeLeftOut } from "../drawing/left-out.ts";
import { describeRecognition, OCR_READER } from "../image/describe-recognition.ts";
import { placeBlocks } from "../image/place-blocks.ts";
import { layPages } from "../layout/lay-page.ts";
import type { PageContent } from "../layout/page-content.ts";
import { writePages } from "../layout/write-pages.ts";
import type { Reader } from "../reader.ts";
import { describeFonts } from "./describe-fonts.ts";
import { withPdf } from "./open-pdf.ts";
import { type ReadPage, readPage } from "./read-page.ts";
import { recognisePages, type ScannedPage } from "./recognise-pages.ts";
import { hasUsableText } from "./usable-text.ts";

/** Ten times the longest plan with all its attachments; more pages are a book, or an attack on the reader's time. */
const MOST_PAGES = 2000;

/**
 * Reads a PDF: lines in reading order, and tables by their drawn lines. Pages without a usable text layer are drawn
 * and recognised.
 * @throws ReadError `encrypted`, `damaged`, `too-large` (pages), `no-text`.
 */
export const readPdf: Reader = (bytes) =>
  withPdf(bytes, async (pdf, { OPS }) => {
    const pageCount = pdf.numPages;
    if (pageCount > MOST_PAGES) throw new ReadError("too-large", { pages: pageCount, limit: MOST_PAGES });
    const { pages, messages } = await readPages(pdf, OPS);
    const recognised = await recognisePages(bytes, pages.flatMap(findScanned));
    const layouts = layPages(
      pages.map(({ content }) => recognised.get(content.page)?.content ?? withoutNonsense(content)),
    );
    if (layouts.every((layout) => layout.items.length === 0)) throw new ReadError("no-text", { pages: pageCount });
    const blocks = placeBlocks(writePages(layouts), (page) => recognised.get(page) ?? null);
    const [reader, ocr] = recognised.size > 0 ? [`pdfjs, ${OCR_READER}`, true] : ["pdfjs", false];
    return outcome({ mediaType: "application/pdf", reader, ocr, pageCount, blocks }, [
      ...messages,
      ...describeFonts(pages.map(({ content }) => content)),
      ...describeRecognition([...recognised.values()]),
      ...layouts
        .filter((layout) => layout.items.length === 0)
        .map((layout) => message("page-without-text", "warning", { page: layout.page })),
    ]);
  });

/** A page that a picture fills, and fewer characters than this, is a scan with a few words printed over it. */
const FEW_WORDS = 200;

/** Whether a page is to be recognised: its text layer is missing or broken, or holds little of what a scan shows. */
function findScanned({ content: { page, glyphs }, pictured }: ReadPage): ScannedPage[] {
  if (!hasUsableText(glyphs)) return [{ page, least: 1 }];
  return pictured && glyphs.length < FEW_WORDS ? [{ page, least: 2 * glyphs.length }] : [];
}

const withoutNonsense = (content: PageContent): PageContent =>
  hasUsableText(content.glyphs) ? content : { ...content, glyphs: [] };

/** Reads page by page, so that only text is held of those already read. */
async function readPages(pdf: PDFDocumentProxy, codes: Readonly<Record<string, number>>) {
  const pages: ReadPage[] = [];
  const messages: Message[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const read = await readPage(page, codes);
    page.cleanup();
    pages.push(read);
    messages.push(...describeLeftOut(number, read));
  }
  return { pages, messages };
}
