import { cleanCell } from "../cell-text.ts";
import type { Found } from "./finder.ts";
import { createTable, MOST_COLUMNS, type TextRow } from "./table-of-rows.ts";
import { isBlank, type TextLine } from "./text-line.ts";

const FEWEST_ROWS = 3;
const SAME_WIDTH_SHARE = 0.6;
const LONGEST_MEAN_CELL = 80;

/** Finds a table written one cell a line, each line with a leading tab, the rows apart by a blank line. */
export function findCellLineTable(lines: readonly TextLine[], at: number): Found | null {
  if (!isCellLine(lines[at]!.text)) return null;
  const rows: TextRow[] = [];
  let next = at;
  for (let here = at; here < lines.length; here++) {
    const cells = takeCells(lines, here);
    if (cells.length === 0) break;
    rows.push({ cells: cells.map(cleanCell), page: lines[here]!.page, gap: 0 });
    next = here + cells.length;
    here = next;
    if (lines[here] !== undefined && !isBlank(lines[here]!)) break;
  }
  return isTable(rows) ? { blocks: [createTable(rows)], next } : null;
}

const isCellLine = (text: string): boolean => text.startsWith("\t") && text.lastIndexOf("\t") === 0;

function takeCells(lines: readonly TextLine[], start: number): string[] {
  const cells: string[] = [];
  while (cells.length < MOST_COLUMNS && lines[start + cells.length] && isCellLine(lines[start + cells.length]!.text)) {
    cells.push(lines[start + cells.length]!.text);
  }
  return cells;
}

/** A tab is also a paragraph's indent: only rows of one width, two cells or more, and of short text prove a table. */
function isTable(rows: readonly TextRow[]): boolean {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
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
