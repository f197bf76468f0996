import type { TextRow } from "./table-of-rows.ts";
import { isPageNumber } from "./text-line.ts";

const NUMBER = /^\d{1,3}[.．、]?$/;
const NUMBERED_SHARE = 0.75;

/** A row that a page number was dropped from; the rest of it may stand below. */
interface MendedRow extends TextRow {
  readonly cut: boolean;
}

/**
 * Undoes what a page break did to a table: a page number that pushed a row's cells to the right is dropped, a row
 * that goes on below it joins the row above, empty rows between numbered ones go.
 */
export function mendRows(rows: readonly TextRow[]): TextRow[] {
  const whole = rows.flatMap((row, index) => dropPageNumber(row, rows[index - 1] ?? rows[index + 1]));
  const column = findNumberColumn(whole);
  const joined: MendedRow[] = [];
  for (const row of whole) {
    const above = joined.at(-1);
    const shift = above === undefined ? null : findShift(row, above, column);
    if (above !== undefined && shift !== null) joined[joined.length - 1] = join(above, row, shift);
    else if (column === null || above === undefined || row.cells.some(Boolean)) joined.push(row);
  }
  return joined;
}

/** `22｜ ｜— 8 —｜在居村民公约…`: the number took a place of its own, or stands in a place that was blank. */
function dropPageNumber(row: TextRow, neighbour: TextRow | undefined): MendedRow[] {
  const at = row.cells.findIndex(isPageNumber);
  if (at === -1) return [{ ...row, cut: false }];
  const removed = row.cells.toSpliced(at, 1);
  const blanked = row.cells.with(at, "");
  if (!removed.some(Boolean)) return [];
  const likeNeighbour = (cells: readonly string[]) => countAlike(cells, neighbour?.cells ?? []);
  return [{ ...row, cells: likeNeighbour(removed) > likeNeighbour(blanked) ? removed : blanked, cut: true }];
}

const shapeOf = (cell: string): string => (cell === "" ? "blank" : /^[\d.]+$/.test(cell) ? "number" : "text");

const countAlike = (cells: readonly string[], others: readonly string[]): number =>
  cells.filter((cell, column) => others[column] !== undefined && shapeOf(cell) === shapeOf(others[column])).length;

/** The column that counts the rows: nearly every row has a rising number in it. */
function findNumberColumn(rows: readonly TextRow[]): number | null {
  for (const column of [0, 1, 2]) {
    const numbers = rows
      .map(({ cells }) => cells[column] ?? "")
      .filter((cell) => NUMBER.test(cell))
      .map(Number.parseFloat);
    const rising = numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
    if (numbers.length >= 3 && rising && numbers.length >= rows.length * NUMBERED_SHARE) return column;
  }
  return null;
}

/**
 * How far a row that goes on with the row above is shifted against it, or null where it does not go on: it stands
 * behind a page break, has no number, few cells filled, and each of them below a filled cell.
 */
function findShift(row: TextRow, above: MendedRow, column: number | null): number | null {
  if (row.gap === 0 || !(above.cut || (column !== null && NUMBER.test(above.cells[column] ?? "")))) return null;
  const filled = row.cells.flatMap((cell, at) => (cell === "" ? [] : [at]));
  if (filled.length > row.cells.length / 2 || filled.length === 0 || filled[0]! <= (column ?? 0)) return null;
  const shifts = above.cut ? [0, -1] : [0];
  return shifts.find((shift) => filled.every((at) => shapeOf(above.cells[at + shift] ?? "") === "text")) ?? null;
}

const join = (above: MendedRow, row: TextRow, shift: number): MendedRow => ({
  ...above,
  cells: above.cells.map((cell, at) => cell + (row.cells[at - shift] ?? "")),
});
