import { message, outcome, ReadError } from "../../core/outcome.ts";
import type { SourceBlock } from "../../core/source-block.ts";
import { decodeText } from "../decode-text.ts";
import type { Reader } from "../reader.ts";
import { findCellLineTable } from "./cell-line-table.ts";
import { undoDoubleSpacing } from "./double-spacing.ts";
import { findDumpedTable } from "./dumped-table.ts";
import type { Finder } from "./finder.ts";
import { findNumberedListTable } from "./numbered-list-table.ts";
import { findTabTable } from "./tab-table.ts";
import { FORM_FEED, splitLines, type TextLine } from "./text-line.ts";

/** What a text file may hold besides lines, tried in this order at every line. */
const FINDERS: readonly Finder[] = [findTabTable, findCellLineTable, findNumberedListTable, findDumpedTable];

/**
 * Reads plain text and Markdown into lines, paragraphs and tables. A line keeps its indent, blank lines are lines with
 * the text "": both tell where paragraphs start and end.
 * @throws ReadError `no-text` where the file holds white space only.
 */
export const readText: Reader = async (bytes) => {
  const { text, encoding, stated } = decodeText(bytes);
  if (text.trim() === "") throw new ReadError("no-text");
  const lines = undoDoubleSpacing(splitLines(text));
  const value = {
    mediaType: "text/plain",
    reader: "text",
    ocr: false,
    pageCount: lines.at(-1)?.page ?? null,
    blocks: findBlocks(lines),
  };
  return outcome(value, stated ? [] : [message("encoding-guessed", "info", { encoding })]);
};

function findBlocks(lines: readonly TextLine[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const found = findAt(lines, at);
    if (found) blocks.push(...found.blocks);
    else blocks.push(createBlock(lines[at]!));
    at = found?.next ?? at + 1;
  }
  return blocks;
}

function findAt(lines: readonly TextLine[], at: number): ReturnType<Finder> {
  for (const find of FINDERS) {
    const found = find(lines, at);
    if (found) return found;
  }
  return null;
}

function createBlock({ text, page }: TextLine): SourceBlock {
  if (text === FORM_FEED) return { kind: "page-break", page: page ?? 1 };
  return { kind: "line", text: text.replace(/\t/g, " ").trimEnd(), page, size: null, runs: [] };
}
