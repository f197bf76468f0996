import { cleanCell } from "../cell-text.ts";
import type { Found } from "./finder.ts";
import { commonWidth, mendCellLines } from "./mend-cell-lines.ts";
import { createTable, MOST_COLUMNS, type TextRow } from "./table-of-rows.ts";
import { FORM_FEED, isBlank, isPageNumber, type TextLine } from "./text-line.ts";

const FEWEST_ROWS = 3;
/** Rows that have not proved a table by then never will; without the limit a hostile file is read again from every line. */
const TRIAL_ROWS = 10;
const MOST_GAP = 4;
const MOST_WRAPPED_LINES = 12;
const SAME_WIDTH_SHARE = 0.6;
const LONGEST_MEAN_CELL = 80;
const FEWEST_LABELS = 3;
const LONGEST_LABEL = 30;

/**
 * Finds a table written one cell a line, each cell with a leading tab, the rows apart by blank lines. A line without
 * a tab below a cell is the cell's next line.
 */
export function findCellLineTable(lines: readonly TextLine[], at: number): Found | null {
  if (!isCellLine(lines[at]!.text)) return null;
  const rows: TextRow[] = [];
  let next = at;
  for (let here = at; here < lines.length; here = skipGap(lines, next)) {
    const { cells, end } = takeCells(lines, here);
    if (cells.length === 0 || cells.length === MOST_COLUMNS || (rows.length > 0 && here === next)) break;
    rows.push({ cells: cells.map(cleanCell), page: lines[here]!.page, gap: here - next });
    next = end;
    if (rows.length === TRIAL_ROWS && !isTable(rows)) return null;
  }
  if (!isTable(rows)) return null;
  const mended = mendCellLines(rows.map((row) => row.cells));
  return { blocks: [createTable(rows.map((row, index) => ({ ...row, cells: mended[index]! })))], next };
}

const isCellLine = (text: string): boolean => text.startsWith("\t") && text.lastIndexOf("\t") === 0;

const isGap = (line: TextLine): boolean =>
  !line.text.includes("\t") && (isBlank(line) || line.text === FORM_FEED || isPageNumber(line.text));

/** The first line behind blank lines and page numbers, or the end where there are too many. */
function skipGap(lines: readonly TextLine[], start: number): number {
  let at = start;
  while (at < lines.length && isGap(lines[at]!)) at++;
  return at - start > MOST_GAP ? lines.length : at;
}

function takeCells(lines: readonly TextLine[], start: number): { cells: string[]; end: number } {
  const cells: string[] = [];
  let wrapped = 0;
  let end = start;
  for (; end < lines.length && cells.length < MOST_COLUMNS && wrapped <= MOST_WRAPPED_LINES; end++) {
    const line = lines[end]!;
    if (isCellLine(line.text)) {
      cells.push(line.text);
      wrapped = 0;
    } else if (cells.length === 0 || line.text.includes("\t") || isGap(line)) break;
    else {
      cells.push(`${cells.pop()}\n${line.text.trim()}`);
      wrapped++;
    }
  }
  return { cells, end };
}

/** A form: one row of labels, and below it one of as many blank cells. */
function isBlankForm([labels, blanks, ...more]: readonly TextRow[]): boolean {
  if (!labels || !blanks || more.length > 0) return false;
  const isShort = labels.cells.every((cell) => cell !== "" && cell.length <= LONGEST_LABEL);
  return (
    isShort &&
    labels.cells.length >= FEWEST_LABELS &&
    blanks.cells.length === labels.cells.length &&
    blanks.cells.every((cell) => cell === "")
  );
}

/** A tab is also a paragraph's indent: only rows of one width, two cells or more, and of short text prove a table. */
function isTable(rows: readonly TextRow[]): boolean {
  if (isBlankForm(rows)) return true;
  const width = commonWidth(rows.map((row) => row.cells));
  const full = rows.filter(({ cells }) => cells.length === width).length;
  const cells = rows.flatMap((row) => row.cells);
  const length = cells.reduce((sum, cell) => sum + cell.length, 0);
  return (
    rows.length >= FEWEST_ROWS &&
    width >= 2 &&
    full >= rows.length * SAME_WIDTH_SHARE &&
    length <= cells.length * LONGEST_MEAN_CELL
  );
}
