import type { TextRow } from "./table-of-rows.ts";
import { isPageNumber } from "./text-line.ts";

const NUMBER = /^\d{1,3}[.．、]?$/;
const NUMBERED_SHARE = 0.75;

/**
 * Undoes what a page break did to a table: a page number that pushed a row's cells to the right is dropped, a row
 * that goes on below it joins the row above, empty rows between numbered ones go.
 */
export function mendRows(rows: readonly TextRow[]): TextRow[] {
  const whole = rows.flatMap((row, index) => dropPageNumber(row, rows[index - 1] ?? rows[index + 1]));
  const column = findNumberColumn(whole);
  return column === null ? whole : joinContinuations(whole, column);
}

/** `22｜ ｜— 8 —｜在居村民公约…`: the number took a place of its own, or stands in a place that was blank. */
function dropPageNumber(row: TextRow, neighbour: TextRow | undefined): TextRow[] {
  const at = row.cells.findIndex(isPageNumber);
  if (at === -1) return [row];
  const removed = row.cells.toSpliced(at, 1);
  const blanked = row.cells.with(at, "");
  if (!removed.some(Boolean)) return [];
  const likeNeighbour = (cells: readonly string[]) => countAlike(cells, neighbour?.cells ?? []);
  return [{ ...row, cells: likeNeighbour(removed) > likeNeighbour(blanked) ? removed : blanked }];
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

function joinContinuations(rows: readonly TextRow[], column: number): TextRow[] {
  const joined: TextRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    if (!row.cells.some(Boolean) && above !== undefined) continue;
    if (above !== undefined && continues(row, above, column)) joined[joined.length - 1] = join(above, row);
    else joined.push(row);
  }
  return joined;
}

/** After a page break a row without a number, few cells filled, each below a filled cell, is the rest of the row above. */
function continues(row: TextRow, above: TextRow, column: number): boolean {
  if (row.gap === 0 || (row.cells[column] ?? "") !== "" || !NUMBER.test(above.cells[column] ?? "")) return false;
  const filled = row.cells.flatMap((cell, at) => (cell === "" ? [] : [at]));
  return filled.length <= row.cells.length / 2 && filled.every((at) => at > column && (above.cells[at] ?? "") !== "");
}

const join = (above: TextRow, row: TextRow): TextRow => ({
  ...above,
  cells: above.cells.map((cell, at) => cell + (row.cells[at] ?? "")),
});
