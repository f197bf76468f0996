import type { Table } from "../../core/document.ts";
import { squash } from "../../core/tidy.ts";
import { type ColumnProfile, profileColumn } from "./column-profile.ts";
import { cellsOf, createGrid, type Grid, isFilled, isSameCell, type Row, type Slot, textOf } from "./grid.ts";
import { type Hint, hintOf } from "./header-words.ts";

/** A table's heading and body apart; `hints` and `profiles` have one entry a column. */
export interface TableReading {
  readonly grid: Grid;
  /** A line above the heading, merged over the whole width; EMPTY where there is none. */
  readonly caption: Slot | null;
  readonly header: readonly Row[];
  readonly headings: readonly string[];
  readonly hints: readonly Hint[];
  readonly body: readonly Row[];
  readonly profiles: readonly ColumnProfile[];
}

const MOST_LINES_ABOVE_HEADER = 3;
/** A form's rows have blanks beside their labels; a header has few. */
const FULL = 0.6;
const LONGEST_HEADING = 24;

/** Finds a table's header (one or two rows, or none) and looks at what its columns hold. */
export function readTable(table: Table): TableReading {
  const grid = createGrid(table);
  const at = findHeader(grid.rows);
  const end = at === null ? 0 : at + (isHeaderDeep(grid.rows, at) ? 2 : 1);
  const header = at === null ? [] : grid.rows.slice(at, end);
  const headings = Array.from({ length: grid.width }, (_, column) => headingOf(header, column));
  const body = grid.rows.slice(end).filter((row) => !isRepeated(row, header));
  return {
    grid,
    caption: at ? (cellsOf(grid.rows[0]!)[0] ?? null) : null,
    header,
    headings,
    hints: headings.map(hintOf),
    body,
    profiles: headings.map((_, column) => profileColumn(body, column)),
  };
}

/** The first row in which two or more cells are headings and nothing else is; rows of one cell may stand above. */
function findHeader(rows: readonly Row[]): number | null {
  for (let at = 0; at <= MOST_LINES_ABOVE_HEADER && at < rows.length; at++) {
    const cells = cellsOf(rows[at]!).map(textOf);
    const isFull = rows[at]!.filter(isFilled).length >= rows[at]!.length * FULL;
    if (isFull && isHeaderRow(cells)) return at;
    if (isFull && cells.length > 1) return null;
  }
  return null;
}

/** A column for a year: `2024年`, `2025年目标`. */
const YEAR_HEADING = /^(?:19|20)\d{2}\s*年/u;

function isHeaderRow(cells: readonly string[]): boolean {
  const known = cells.filter((text) => hintOf(text) !== "other" || YEAR_HEADING.test(text)).length;
  const short = cells.every((text) => text.length <= LONGEST_HEADING && !/[。；]|^\d+$/u.test(text));
  const isNumbered = cells.length > 1 && hintOf(cells[0]!) === "number";
  return short && (isNumbered || (known >= 2 && known >= cells.length / 3));
}

/** A second header row: a heading of the first reaches into it, or it names grades under 权重分. */
function isHeaderDeep(rows: readonly Row[], at: number): boolean {
  const [first, second] = [rows[at]!, rows[at + 1]];
  if (!second || cellsOf(second).length === 0) return false;
  const cells = cellsOf(second).map(textOf);
  if (cells.some((text) => text.length > LONGEST_HEADING || /\d/u.test(text.replace(/[（(].*[）)]/u, ""))))
    return false;
  if (first.some((slot, column) => isSameCell(slot, second[column]!))) return true;
  return cells.length > 1 && cells.every((text) => ["grade", "ignored", "points"].includes(hintOf(text)));
}

/** The lower heading says more: `权重分` over `合格` is `合格`. */
function headingOf(header: readonly Row[], column: number): string {
  const slot = header.findLast((row) => isFilled(row[column]!))?.[column];
  return slot ? textOf(slot) : "";
}

const keyOf = (row: Row): string => row.map((slot) => squash(slot.text)).join("|");

/** A header drawn again on the next page. */
const isRepeated = (row: Row, header: readonly Row[]): boolean =>
  row.some(isFilled) && header.some((heading) => keyOf(heading) === keyOf(row));

/** A row's text in one cell only, whatever it spans; null for other rows. */
export function loneCell(row: Row): Slot | null {
  const cells = cellsOf(row);
  return cells.length === 1 ? cells[0]! : null;
}
