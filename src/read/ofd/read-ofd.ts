import type { Message } from "../../../schemas/message.ts";
import { message, outcome, ReadError } from "../../core/outcome.ts";
import { layPage, type PageLayout } from "../layout/lay-page.ts";
import { writePages } from "../layout/write-pages.ts";
import type { Reader } from "../reader.ts";
import { createTally } from "../tally.ts";
import { MOST_DRAWN } from "./draw-page.ts";
import { openOfd } from "./open-ofd.ts";
import { type OfdDocument, readDocuments } from "./read-document.ts";
import { type Reading, readPage } from "./read-page.ts";

/** Ten times the longest plan with all its attachments; more pages are a book, or an attack on the reader's time. */
const MOST_PAGES = 2000;
const POINTS_PER_MM = 72 / 25.4;

/**
 * Reads an OFD package (GB/T 33190-2016): each of its documents in order, lines in reading order, and tables by their
 * drawn lines. A page that is missing is told of, and the others are read.
 * @throws ReadError `encrypted`, `damaged`, `too-large` (pages, drawn objects, sizes), `no-text`.
 */
export const readOfd: Reader = async (bytes) => {
  const reading: Reading = { ofd: openOfd(bytes), budget: { left: MOST_DRAWN }, tally: createTally() };
  const documents = readDocuments(reading.ofd, reading.tally);
  const pageCount = documents.reduce((sum, document) => sum + document.pages.length, 0);
  if (pageCount > MOST_PAGES) throw new ReadError("too-large", { pages: pageCount, limit: MOST_PAGES });
  const messages: Message[] = [];
  let before = 0;
  const blocks = documents.flatMap((document, index) => {
    const pages = layPages(document, before, reading, messages);
    const isBreak = index > 0 && before > 0 && pages.length > 0;
    before += pages.length;
    return [...(isBreak ? [{ kind: "page-break", page: pages[0]!.page - 1 } as const] : []), ...writePages(pages)];
  });
  if (!blocks.some((block) => block.kind !== "page-break")) throw nothingRead(pageCount, messages);
  const source = { mediaType: "application/ofd", reader: "ofd", ocr: false, pageCount, blocks };
  return outcome(source, [...messages, ...reading.tally.messages()]);
};

/** Reads a document's pages, numbered on from those before it; a missing one stays empty. */
function layPages(document: OfdDocument, before: number, reading: Reading, messages: Message[]): PageLayout[] {
  return document.pages.map((location, index) => {
    const page = before + index + 1;
    const read = location === null ? null : readPage(location, page, document, reading);
    if (read === null) {
      messages.push(message("page-missing", "warning", { page, ...(location === null ? {} : { path: location }) }));
      const [width, height] = document.size;
      return { page, width: width * POINTS_PER_MM, height: height * POINTS_PER_MM, items: [] };
    }
    const layout = layPage(read.content);
    if (layout.items.length === 0) messages.push(message("page-without-text", "warning", { page }));
    if (read.leaning > 0)
      messages.push(message("element-ignored", "info", { element: "leaning-text", page, count: read.leaning }));
    return layout;
  });
}

/** A file is damaged where all that is known of its pages is that they are missing. */
function nothingRead(pages: number, messages: readonly Message[]): ReadError {
  const missing = messages.filter((each) => each.code === "page-missing").length;
  const isDamaged = missing > 0 && missing === pages;
  return isDamaged ? new ReadError("damaged", { format: "ofd", missing }) : new ReadError("no-text", { pages });
}
