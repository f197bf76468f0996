import { foldRadicals } from "../../core/fold-radicals.ts";
import { message, outcome, ReadError } from "../../core/outcome.ts";
import type { SourceBlock } from "../../core/source-block.ts";
import { decodeText } from "../decode-text.ts";
import type { Reader } from "../reader.ts";
import { isSiteLine } from "../site-lines.ts";
import { findAlignedTable } from "./aligned-table.ts";
import { findCellLineTable } from "./cell-line-table.ts";
import { undoDoubleSpacing } from "./double-spacing.ts";
import { findDumpedTable } from "./dumped-table.ts";
import type { Finder, Found } from "./finder.ts";
import { type PlainLine, removeMarks } from "./markdown.ts";
import { createMarkupFinder } from "./markup-table.ts";
import { findNumberedListTable } from "./numbered-list-table.ts";
import { findPartedTable } from "./parted-table.ts";
import { findPipeTable } from "./pipe-table.ts";
import { splitRunOnText } from "./run-on-text.ts";
import { splitSpacedText } from "./spaced-run-on.ts";
import { findTabTable } from "./tab-table.ts";
import { FORM_FEED, splitLines } from "./text-line.ts";

/** No paragraph of one thought is as long; only such a line is looked at for glued paragraphs. */
const RUN_ON_LENGTH = 300;

/** The tables a text file may hold, tried in this order at every line. */
const TABLES: readonly Finder[] = [
  findTabTable,
  findCellLineTable,
  findPipeTable,
  findPartedTable,
  findAlignedTable,
  findNumberedListTable,
  findDumpedTable,
];

/**
 * Reads plain text and Markdown into lines, paragraphs and tables. A line keeps its indent, blank lines are lines with
 * the text "": both tell where paragraphs start and end.
 * @throws ReadError `no-text` where the file holds white space only.
 */
export const readText: Reader = async (bytes) => {
  const { text: decoded, encoding, stated } = decodeText(bytes);
  const text = foldRadicals(decoded);
  if (text.trim() === "") throw new ReadError("no-text");
  const lines = removeMarks(undoDoubleSpacing(splitLines(text))).flatMap(splitSpacedLine);
  const finders = text.includes("<table") ? [await createMarkupFinder(), ...TABLES] : TABLES;
  const value = {
    mediaType: "text/plain",
    reader: "text",
    ocr: false,
    pageCount: lines.at(-1)?.page ?? null,
    blocks: findBlocks(lines, finders),
  };
  return outcome(value, stated ? [] : [message("encoding-guessed", "info", { encoding })]);
};

/** A page on one line, its line ends become spaces, is its paragraphs. */
function splitSpacedLine(line: PlainLine): PlainLine[] {
  const paragraphs = line.text.length < RUN_ON_LENGTH || line.own ? null : splitSpacedText(line.text);
  return paragraphs?.map((text) => ({ text, page: line.page, own: true })) ?? [line];
}

function findBlocks(lines: readonly PlainLine[], finders: readonly Finder[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const found = findAt(lines, at, finders);
    for (const block of found?.blocks ?? createBlocks(lines[at]!)) blocks.push(block);
    at = found?.next ?? at + 1;
  }
  return blocks;
}

function findAt(lines: readonly PlainLine[], at: number, finders: readonly Finder[]): Found | null {
  for (const find of finders) {
    const found = find(lines, at);
    if (found) return found;
  }
  return null;
}

function createBlocks({ text, page, own }: PlainLine): SourceBlock[] {
  if (isSiteLine(text.trim())) return [];
  if (text === FORM_FEED) return [{ kind: "page-break", page: page ?? 1 }];
  const plain = text.replace(/\t/g, " ").trimEnd();
  const paragraphs = own ? [plain.trim()] : plain.length >= RUN_ON_LENGTH ? splitRunOnText(plain.trim()) : null;
  return (
    paragraphs?.map((paragraph) => ({ kind: "paragraph", text: paragraph, page, runs: [] })) ?? [
      { kind: "line", text: plain, page, size: null, runs: [] },
    ]
  );
}
