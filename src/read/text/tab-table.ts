import { cleanCell } from "../cell-text.ts";
import type { Found } from "./finder.ts";
import { mendRows } from "./mend-rows.ts";
import { createTable, MOST_COLUMNS, type TextRow } from "./table-of-rows.ts";
import { FORM_FEED, isBlank, isPageNumber, type TextLine } from "./text-line.ts";

const MOST_GAP = 4;
const MOST_WRAPPED_LINES = 3;
const MOST_WIDTH_DIFFERENCE = 2;
/** `一、<tab>总体要求`, `1.<tab>…`: Word writes a tab behind an automatic number. */
const NUMBER_AND_TAB =
  /^\s*(?:第?[一二三四五六七八九十]{1,3}[、章节条]|[（(]?[\d一二三四五六七八九十]{1,3}[）).．、]|[-•●])\t[^\t]*$/u;
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、])/u;
const SENTENCE_END = /[。；！？]$/u;
const SIGNED = /(?:[局委厅室府会部院队社处办]|中心|(?:年|月)\s*\d{1,2}\s*[日号]?|\d日)$/u;
const SERIAL_HEADER = /^序\s*号$/;

/** Finds a table whose columns are apart by tabs; it goes on over blank lines, page numbers and wrapped cells. */
export function findTabTable(lines: readonly TextLine[], at: number): Found | null {
  if (!isTabRow(lines[at]!.text)) return null;
  const { rows, next } = collectRows(lines, at);
  if (rows.length < 2 || isSignatureBlock(rows)) return null;
  return { blocks: [createTable(mendRows(rows))], next };
}

function isTabRow(text: string): boolean {
  const tabs = text.split("\t").length - 1;
  if (tabs === 0 || tabs >= MOST_COLUMNS || NUMBER_AND_TAB.test(text)) return false;
  return tabs > 1 || !text.startsWith("\t");
}

function collectRows(lines: readonly TextLine[], start: number): { rows: TextRow[]; next: number } {
  const rows: TextRow[] = [];
  let next = start;
  let gap = 0;
  for (let at = start; at < lines.length && gap <= MOST_GAP; at++) {
    const line = lines[at]!;
    if (isGap(line)) gap++;
    else if (line.text.includes("\t")) {
      const row = { cells: line.text.split("\t").map(cleanCell), page: line.page, gap };
      if (gap > 0 && !goesOn(rows, row)) break;
      if (gap === 0 || !isRepeatedHeader(rows, row)) rows.push(row);
      gap = 0;
      next = at + 1;
    } else {
      const wrapped = gap === 0 ? findWrapped(lines, at) : 0;
      if (wrapped === 0) break;
      at = takeWrapped(rows, lines, at, wrapped);
      next = at + 1;
    }
  }
  return { rows, next };
}

const isGap = (line: TextLine): boolean =>
  (isBlank(line) && !line.text.includes("\t")) || line.text === FORM_FEED || isPageNumber(line.text);

/** The same table goes on after a gap when it is about as wide and does not open with a header of its own. */
function goesOn(rows: readonly TextRow[], row: TextRow): boolean {
  const width = Math.max(...rows.slice(-20).map(({ cells }) => cells.length));
  if (Math.abs(width - row.cells.length) > MOST_WIDTH_DIFFERENCE) return false;
  return !SERIAL_HEADER.test(row.cells[0]!) || isRepeatedHeader(rows, row);
}

const isRepeatedHeader = (rows: readonly TextRow[], row: TextRow): boolean =>
  row.cells.length > 2 && row.cells.some(Boolean) && rows[0]!.cells.join("\t") === row.cells.join("\t");

/** How many lines without a tab stand directly between two rows: a cell's line end in the file. */
function findWrapped(lines: readonly TextLine[], at: number): number {
  for (let count = 1; count <= MOST_WRAPPED_LINES; count++) {
    const line = lines[at + count];
    if (line === undefined || isGap(line)) return 0;
    if (line.text.includes("\t")) return count;
  }
  return 0;
}

/** Gives wrapped lines their place and returns the last line taken: ends of the last cell, a label's start, or a row of one cell. */
function takeWrapped(rows: TextRow[], lines: readonly TextLine[], at: number, count: number): number {
  const text = lines.slice(at, at + count).map((line) => line.text.trim());
  const { page } = lines[at]!;
  const following = lines[at + count]!.text;
  const label = following.split("\t")[0]!.trim();
  if (NUMBERING.test(text[0]!) && label !== "" && !NUMBERING.test(label) && !/^\d/.test(label)) {
    const [first = "", ...rest] = following.split("\t");
    rows.push({ cells: [[...text, first].join("\n"), ...rest].map(cleanCell), page, gap: 0 });
    return at + count;
  }
  const last = rows.at(-1)!;
  const cell = last.cells.at(-1)!;
  if (NUMBERING.test(text[0]!) && (cell === "" || SENTENCE_END.test(cell))) {
    rows.push({ cells: [text.join("\n")], page, gap: 0 });
  } else {
    rows[rows.length - 1] = {
      ...last,
      cells: [...last.cells.slice(0, -1), [cell, ...text].filter(Boolean).join("\n")],
    };
  }
  return at + count - 1;
}

/** Signing bodies and their date set apart by tabs are lines, not a table. */
const isSignatureBlock = (rows: readonly TextRow[]): boolean =>
  rows.every(({ cells }) => cells.every((cell) => cell === "" || (cell.length < 30 && SIGNED.test(cell))));
