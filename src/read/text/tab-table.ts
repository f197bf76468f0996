import type { Found } from "./finder.ts";
import { mendRows } from "./mend-rows.ts";
import { type StackedRow, takeStackedHeader, takeStackedRow } from "./stacked-cells.ts";
import { joinTabLines, type TabLine } from "./tab-rows.ts";
import { createTable, MOST_COLUMNS, type TextRow } from "./table-of-rows.ts";
import { ATTACHMENT, FORM_FEED, isBlank, isPageNumber, type TextLine } from "./text-line.ts";

const MOST_GAP = 4;
const MOST_SIGNATURE_LINES = 30;
const MOST_WRAPPED_LINES = 3;
const MOST_WIDTH_DIFFERENCE = 2;
/** `一、<tab>总体要求`, `1.<tab>…`: Word writes a tab behind an automatic number. */
const NUMBER_AND_TAB =
  /^\s*(?:第?[一二三四五六七八九十]{1,3}[、章节条]|[（(]?[\d一二三四五六七八九十]{1,3}[）).．、]|[-•●])\t[^\t]*$/u;
const SIGNED = /(?:[局委厅室府会部院队社处办]|中心|(?:年|月)\s*\d{1,2}\s*[日号]?|\d日)$/u;
const SERIAL_HEADER = /^序\s*号\t/;

/** Finds a table whose columns are apart by tabs; it goes on over blank lines, page numbers and wrapped cells. */
export function findTabTable(lines: readonly TextLine[], at: number): Found | null {
  const header = takeStackedHeader(lines, at);
  if (header === null && !isTabRow(lines[at]!.text)) return null;
  const { collected, next } = collectLines(lines, at, header);
  const rows = joinTabLines(collected);
  if (rows.length < 2 || isSignatureBlock(rows)) return null;
  return { blocks: [createTable(mendRows(rows))], next };
}

function isTabRow(text: string): boolean {
  const tabs = countTabs(text);
  if (tabs === 0 || tabs >= MOST_COLUMNS || NUMBER_AND_TAB.test(text)) return false;
  return tabs > 1 || !text.startsWith("\t");
}

const countTabs = (text: string): number => text.split("\t").length - 1;

function collectLines(
  lines: readonly TextLine[],
  start: number,
  header: StackedRow | null,
): { collected: TabLine[]; next: number } {
  const collected: TabLine[] = header === null ? [] : [{ ...header, page: lines[start]!.page, gap: 0 }];
  let next = header?.end ?? start;
  let gap = 0;
  let proven = header !== null;
  for (let at = next; at < lines.length && gap <= MOST_GAP; at++) {
    const { text, page } = lines[at]!;
    const line = { text, page, gap, tabs: countTabs(text) };
    if (isGap(lines[at]!)) {
      gap++;
      continue;
    }
    const stacked = takeStacked(lines, at, collected, proven);
    if (stacked !== null) {
      // Blank lines belong to such rows; they are no sign of a page break.
      collected.push({ text: stacked.text, tabs: stacked.tabs, page, gap: 0 });
      next = stacked.end;
      at = next - 1;
      gap = 0;
      proven = true;
      continue;
    }
    if (line.tabs >= MOST_COLUMNS || !goesOn(collected, line, lines, at)) break;
    if (gap === 0 || collected.length < 2 || text !== collected[0]!.text) collected.push(line);
    next = at + 1;
    gap = 0;
  }
  return { collected, next };
}

/** A row below the header whose cells have lines of their own; the header counts the columns. */
function takeStacked(
  lines: readonly TextLine[],
  at: number,
  collected: readonly TabLine[],
  proven: boolean,
): StackedRow | null {
  const full = collected[0]?.tabs ?? 0;
  return full > 1 && full < MOST_COLUMNS && countTabs(lines[at]!.text) <= full
    ? takeStackedRow(lines, at, full, proven)
    : null;
}

const isGap = ({ text, page }: TextLine): boolean =>
  (!text.includes("\t") && isBlank({ text, page })) || text === FORM_FEED || isPageNumber(text);

/** After a gap the same table goes on when it is about as wide and opens with no header of its own. */
function goesOn(collected: readonly TabLine[], line: TabLine, lines: readonly TextLine[], at: number): boolean {
  if (line.tabs === 0) return line.gap === 0 && isWrapped(lines, at);
  if (line.gap === 0) return true;
  const width = Math.max(...collected.slice(-20).map(({ tabs }) => tabs));
  if (Math.abs(width - line.tabs) > MOST_WIDTH_DIFFERENCE) return false;
  return !SERIAL_HEADER.test(line.text) || line.text === collected[0]!.text;
}

/** Whether a row with tabs follows soon: a line without a tab between rows is a cell's line end in the file. */
function isWrapped(lines: readonly TextLine[], at: number): boolean {
  if (ATTACHMENT.test(lines[at]!.text)) return false;
  for (let count = 1; count <= MOST_WRAPPED_LINES; count++) {
    const line = lines[at + count];
    if (line === undefined || isGap(line)) return false;
    if (line.text.includes("\t")) return true;
  }
  return false;
}

/** Signing bodies and their date set apart by tabs are lines, not a table. */
const isSignatureBlock = (rows: readonly TextRow[]): boolean =>
  rows.length <= MOST_SIGNATURE_LINES &&
  rows.every(({ cells }) => cells.every((cell) => cell === "" || (cell.length < 30 && SIGNED.test(cell))));
