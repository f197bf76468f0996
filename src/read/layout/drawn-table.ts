import type { DrawnCell } from "./drawn-cells.ts";
import type { DrawnRow } from "./drawn-rows.ts";
import type { Grid, GridCell } from "./grid.ts";
import type { Ruling } from "./page-content.ts";
import { middleOf, overlapOf, type Stretch, widthOf } from "./stretch.ts";

/** Room (points) between the outermost text and the table's outer edges. */
const MARGIN = 2;
/** How far (points) boxes of characters of neighbouring rows reach into each other. */
const TOUCH = 2;
/** A merged cell's text stands no further from the middle of its places (em). */
const OFF_CENTRE = 1;
/** Of the cells that are lower than their row so many (share) stand in its middle, where cells are centred. */
const MOSTLY = 0.6;

/** A column with at least this share of the fullest column's cells has one in (nearly) every row. */
const DENSE = 0.8;
const ROW_NUMBER = /^\s*\d{1,3}\s*[.．、]?$/u;

/** A cell and the places that it takes up. */
interface Placed {
  readonly cell: DrawnCell;
  readonly row: number;
  column: number;
  colSpan: number;
  rowSpan: number;
}

/** Where the columns meet, how wide the table is, the rulings across it, and whether its first row is a heading. */
export interface DrawnFrame {
  readonly edges: readonly number[];
  readonly x: Stretch;
  readonly rulings: readonly Ruling[];
  readonly isHeaded: boolean;
}

/**
 * The grid of rows drawn cell by cell, null where the rows do not stand one below the
 * other. A merged cell is drawn with its first row; how far it reaches, its place shows: its text stands in the middle of
 * its rows, and no row's own cells reach into the next row.
 */
export function createDrawnGrid(rows: readonly DrawnRow[], { edges, x, rulings, isHeaded }: DrawnFrame): Grid | null {
  const xs = [x.from - MARGIN, ...edges, x.to + MARGIN];
  const placed = rows.flatMap((row, index) => placeRow(row, index, xs));
  const ys = findBounds(rows);
  if (!ys || !standApart(placed)) return null;
  const columns = xs.length - 1;
  const isCentred = standsCentred(placed, ys);
  const anchor = findAnchor(placed, columns);
  for (const each of placed) each.rowSpan = findRowSpan(each, { placed, ys, isCentred, anchor, rulings, xs });
  const cells = placed.map(({ row, column, rowSpan, colSpan }) => ({ row, column, rowSpan, colSpan }));
  const all = range(0, columns);
  return {
    xs,
    ys,
    cells: fillUp(cells, rows.length, columns, isHeaded ? 1 : 0, anchor),
    openAbove: all,
    openBelow: all,
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** The columns of a row's cells; a merged cell's text is centred over columns that nothing else of the row takes. */
function placeRow(row: DrawnRow, index: number, xs: readonly number[]): Placed[] {
  const placed = row.map((cell): Placed => {
    const column = Math.max(
      0,
      xs.findLastIndex((edge) => edge <= cell.x.from + TOUCH),
    );
    const end = xs.findIndex((edge) => edge >= cell.x.to - TOUCH);
    return { cell, row: index, column, colSpan: Math.max(1, end - column), rowSpan: 1 };
  });
  placed.forEach((each, at) => {
    const before = placed[at - 1];
    const free = { from: before ? before.column + before.colSpan : 0, to: placed[at + 1]?.column ?? xs.length - 1 };
    widen(each, free, xs);
  });
  return placed;
}

/** Spreads a cell over free columns beside it where its text stands in the middle of them, and not of its own. */
function widen(each: Placed, free: Stretch, xs: readonly number[]): void {
  const middle = middleOf(each.cell.x);
  const missOf = (from: number, to: number): number => Math.abs((xs[from]! + xs[to]!) / 2 - middle);
  const own = [each.column, each.column + each.colSpan] as const;
  if (each.colSpan === 1 && missOf(own[0], own[1]) < OFF_CENTRE * each.cell.em) return;
  const starts = range(free.from, own[0] + 1);
  const ends = range(own[1], free.to + 1);
  const spans = starts.flatMap((from) => ends.map((to) => [from, to] as const));
  const best = spans.reduce((a, b) => (missOf(b[0], b[1]) < missOf(a[0], a[1]) - 1 ? b : a), own);
  if (missOf(best[0], best[1]) > 2 * OFF_CENTRE * each.cell.em || best[1] - best[0] < 2) return;
  // A text that begins where its column does is not centred over others.
  if (each.colSpan === 1 && each.cell.x.from - xs[each.column]! < OFF_CENTRE * each.cell.em) return;
  [each.column, each.colSpan] = [best[0], best[1] - best[0]];
}

/** Where rows meet: below all cells that end before the next row begins; null where a row has no such cell. */
function findBounds(rows: readonly DrawnRow[]): number[] | null {
  const ys = [Math.min(...rows.flat().map((cell) => cell.y.from)) - MARGIN];
  for (let index = 0; index < rows.length; index += 1) {
    const next = Math.min(Infinity, ...rows.slice(index + 1).flatMap((row) => row.map((cell) => cell.y.from)));
    const ends = rows[index]!.map((cell) => cell.y.to).filter((end) => end <= next + TOUCH);
    if (ends.length === 0 || Math.max(...ends) <= ys.at(-1)!) return null;
    ys.push(
      next === Infinity ? Math.max(...rows.flat().map((cell) => cell.y.to)) + MARGIN : (Math.max(...ends) + next) / 2,
    );
  }
  return ys;
}

/** Whether no two cells of a row take up the same column. */
const standApart = (placed: readonly Placed[]): boolean =>
  placed.every((each, index) => {
    const before = placed[index - 1];
    return before?.row !== each.row || before.column + before.colSpan <= each.column;
  });

/** Whether cells lower than their row stand in its middle (else they stand at its top). */
function standsCentred(placed: readonly Placed[], ys: readonly number[]): boolean {
  const low = placed.flatMap(({ cell, row }) => {
    const [top, bottom] = [ys[row]!, ys[row + 1]!];
    const slack = bottom - top - widthOf(cell.y);
    if (slack < 1.5 * cell.em || cell.y.to > bottom + TOUCH) return [];
    return [Math.abs(middleOf(cell.y) - (top + bottom) / 2) < cell.y.from - top];
  });
  return low.length > 0 && low.filter(Boolean).length >= MOSTLY * low.length;
}

/** The first column that numbers its rows, else that has a cell in nearly every row: columns before it hold categories. */
function findAnchor(placed: readonly Placed[], columns: number): number {
  const held = range(0, columns).map((column) => placed.filter((each) => each.column === column));
  const numbered = held.findIndex((cells) => {
    const numbers = cells.filter(({ cell }) => ROW_NUMBER.test(cell.text)).length;
    return numbers > 1 && numbers >= MOSTLY * cells.length;
  });
  const most = Math.max(...held.map((cells) => cells.length));
  return numbered < 0 ? held.findIndex((cells) => cells.length >= DENSE * most) : numbered;
}

interface Table {
  readonly placed: readonly Placed[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly isCentred: boolean;
  readonly anchor: number;
  readonly rulings: readonly Ruling[];
}

/** How many rows a cell takes up, at most to the next cell of its columns. */
function findRowSpan(each: Placed, table: Table): number {
  const { cell, row } = each;
  const { ys, isCentred, anchor } = table;
  const last = lastEnd(each, table);
  let least = row + 1;
  while (least < last && ys[least]! < cell.y.to - TOUCH) least += 1;
  let ruled = row + 1;
  while (ruled < last && findRuling(each, ruled, table) === "beside") ruled += 1;
  if (ruled > row + 1 || findRuling(each, ruled, table) === "own") return Math.max(ruled, least) - row;
  if (least === last || (row === 0 && !isCentred)) return least - row;
  if (each.column < anchor && !isCentred) return last - row;
  if (!isCentred) return least - row;
  const missOf = (end: number): number => Math.abs((ys[row]! + ys[end]!) / 2 - middleOf(cell.y));
  const best = range(least, last + 1).reduce((a, b) => (missOf(b) < missOf(a) ? b : a));
  // The last rows' heights are known by their text only: a category goes on to the next where it nearly does.
  if (each.column < anchor && missOf(last) < missOf(best) + OFF_CENTRE * cell.em) return last - row;
  return best - row;
}

/** The row of the next cell in a cell's columns. */
function lastEnd({ row, column, colSpan }: Placed, { placed, ys }: Table): number {
  const isBelow = (other: Placed): boolean =>
    other.row > row && other.column < column + colSpan && other.column + other.colSpan > column;
  return placed.find(isBelow)?.row ?? ys.length - 1;
}

/** Whether a ruling parts two rows in a cell's own columns, or only beside them: then the cell is merged over both rows. */
function findRuling(
  { cell, column, colSpan }: Placed,
  edge: number,
  { rulings, xs, ys }: Table,
): "own" | "beside" | null {
  const x = { from: xs[column]!, to: xs[column + colSpan]! };
  const level = rulings.filter(([, y]) => Math.abs(y - ys[edge]!) < cell.em);
  if (level.length === 0) return null;
  return level.some(([x0, , x1]) => overlapOf(x, { from: x0, to: x1 }) > widthOf(x) / 2) ? "own" : "beside";
}

/** Adds the empty cells; rows above a category's first cell belong to the one that the page before began. */
function fillUp(cells: readonly GridCell[], rows: number, columns: number, heads: number, anchor: number): GridCell[] {
  const taken = new Set(
    cells.flatMap((cell) =>
      range(cell.row, cell.row + cell.rowSpan).flatMap((row) =>
        range(cell.column, cell.column + cell.colSpan).map((column) => row * columns + column),
      ),
    ),
  );
  const empty: GridCell[] = [];
  for (const column of range(0, columns)) {
    for (let row = 0; row < rows; row += 1) {
      if (taken.has(row * columns + column)) continue;
      let rowSpan = 1;
      while (column < anchor && row >= heads && row + rowSpan < rows && !taken.has((row + rowSpan) * columns + column))
        rowSpan += 1;
      empty.push({ row, column, rowSpan, colSpan: 1 });
      row += rowSpan - 1;
    }
  }
  return [...cells, ...empty].sort((a, b) => a.row - b.row || a.column - b.column);
}
