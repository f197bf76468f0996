import type { Message } from "../../../schemas/message.ts";
import { message, outcome, ReadError } from "../../core/outcome.ts";
import type { SourceBlock } from "../../core/source-block.ts";
import { describeLeftOut } from "../drawing/left-out.ts";
import { layPage } from "../layout/lay-page.ts";
import type { PageLayout } from "../layout/page-layout.ts";
import { writePages } from "../layout/write-pages.ts";
import type { Reader } from "../reader.ts";
import { createTally } from "../tally.ts";
import { MOST_DRAWN } from "./draw-page.ts";
import { openOfd } from "./open-ofd.ts";
import { type OfdDocument, readDocuments } from "./read-document.ts";
import { type Reading, readPage } from "./read-page.ts";

/** Ten times the longest plan with all its attachments; more pages are a book, or an attack on the reader's time. */
const MOST_PAGES = 2000;
const LONGEST_PATH = 200;

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
  const { parts, messages } = layDocuments(documents, reading);
  if (!parts.flat().some((page) => page.items.length > 0)) throw nothingRead(pageCount, messages);
  const source = { mediaType: "application/ofd", reader: "ofd", ocr: false, pageCount, blocks: writeParts(parts) };
  return outcome(source, [...messages, ...reading.tally.messages()]);
};

/** The laid out pages of each document, numbered through the file. */
function layDocuments(documents: readonly OfdDocument[], reading: Reading) {
  const messages: Message[] = [];
  let page = 0;
  const parts = documents.map((document) =>
    document.pages.map((location): PageLayout => {
      page += 1;
      return layOut(location, page, document, reading, messages);
    }),
  );
  return { parts: parts.filter((pages) => pages.length > 0), messages };
}

/** Lays out a page; one that is missing stays empty, so that the others keep their numbers. */
function layOut(
  location: string,
  page: number,
  document: OfdDocument,
  reading: Reading,
  messages: Message[],
): PageLayout {
  const read = readPage(location, page, document, reading);
  if (read === null) {
    messages.push(message("page-missing", "warning", { page, path: location.slice(0, LONGEST_PATH) }));
    return { page, width: 0, height: 0, items: [] };
  }
  const layout = layPage(read.content);
  if (layout.items.length === 0) messages.push(message("page-without-text", "warning", { page }));
  messages.push(...describeLeftOut(page, read));
  return layout;
}

/** Documents are written one by one: no table goes on from one to the next. */
const writeParts = (parts: readonly (readonly PageLayout[])[]): SourceBlock[] =>
  parts.flatMap((pages, index) => [
    ...(index > 0 ? [{ kind: "page-break", page: pages[0]!.page - 1 } as const] : []),
    ...writePages(pages),
  ]);

/** Why no text came: the file is damaged where all that is known of its pages is that they are missing. */
function nothingRead(pages: number, messages: readonly Message[]): ReadError {
  const missing = messages.filter(({ code }) => code === "page-missing").length;
  const isDamaged = missing > 0 && missing === pages;
  return isDamaged ? new ReadError("damaged", { format: "ofd", missing }) : new ReadError("no-text", { pages });
}
