import { findNumbering } from "../../core/numbering.ts";
import { cutsRow, runsOn } from "./cut-row.ts";
import { boxOf } from "./grid.ts";
import { isEmpty, isSameColumn, type JoinedCell, type JoinedTable, lastRowOf, wordsOf } from "./joined-table.ts";
import type { PageCell, PageTable } from "./page-layout.ts";

/** Column edges nearer than this (points) are the same: pages differ by rounding and by binding margins. */
const SAME_EDGE = 4;
/** Fewer edges stand where another table's do by chance. */
const FEWEST_EDGES = 4;
/** No heading of a table has more rows. */
const MOST_HEADER_ROWS = 5;

export function createJoinedTable(table: PageTable): JoinedTable {
  const [left, rows] = [table.xs[0]!, table.ys.length - 1];
  const openBelow = new Set(table.openBelow);
  const isOpen = (cell: PageCell): boolean =>
    lastRowOf(cell) === rows - 1 && columnsOf(cell).every((c) => openBelow.has(c));
  return {
    left,
    isFramed: table.openAbove.length < table.xs.length - 1,
    edges: table.xs.map((x) => x - left),
    rows,
    cells: table.cells.map((cell) => ({ ...cell, isOpen: isOpen(cell), ...slackOf(table, cell) })),
  };
}

/** How far a cell's text stands from its top and its bottom. */
function slackOf(table: PageTable, cell: PageCell): Pick<JoinedCell, "above" | "below"> {
  const [, top, , bottom] = boxOf(table, cell);
  return {
    above: Math.min(bottom, ...cell.lines.map((line) => line.box[1])) - top,
    below: bottom - Math.max(top, ...cell.lines.map((line) => line.box[3])),
  };
}

const columnsOf = ({ column, colSpan }: PageCell): number[] =>
  Array.from({ length: colSpan }, (_, index) => column + index);

/**
 * Whether the second table has the first's columns. `some` where one of them lacks edges of the other, because its
 * cells there are all merged; `none` where they differ. Says nothing of what stands in the cells.
 */
export function compareColumns(first: JoinedTable, second: JoinedTable): "all" | "some" | "none" {
  const holds = (all: readonly number[], few: readonly number[]): boolean =>
    few.every((edge) => all.some((other) => Math.abs(edge - other) <= SAME_EDGE));
  if (Math.abs(first.edges.at(-1)! - second.edges.at(-1)!) > SAME_EDGE) return "none";
  const forth = holds(first.edges, second.edges);
  const back = holds(second.edges, first.edges);
  return forth && back ? "all" : forth || back ? "some" : "none";
}

/** The number of rows at the second table's top that repeat the first's heading. */
export function countRepeatedRows(first: JoinedTable, second: JoinedTable): number {
  const most = Math.min(MOST_HEADER_ROWS, first.rows - 1, second.rows);
  for (let rows = most; rows > 0; rows -= 1) {
    const head = headOf(first, rows);
    if (head !== null && head === headOf(second, rows)) return rows;
  }
  return 0;
}

/** The first rows in one string, or null where they are empty or a cell reaches beyond them. */
function headOf({ cells }: JoinedTable, rows: number): string | null {
  const head = cells.filter((cell) => cell.row < rows);
  if (head.some((cell) => lastRowOf(cell) >= rows) || head.every(isEmpty)) return null;
  return head.map((cell) => [cell.row, cell.column, wordsOf(cell)].join(" ")).join("\n");
}

/** Sets the second table, without its repeated heading, below the first, and mends what the page break cut. */
export function appendTable(first: JoinedTable, second: JoinedTable): JoinedTable {
  const edges = first.edges.length >= second.edges.length ? first.edges : second.edges;
  const above = fitColumns(first, edges);
  const below = dropRows(fitColumns(second, edges), countRepeatedRows(first, second));
  if (below.rows === 0) return above;
  const open = above.cells.filter((cell) => lastRowOf(cell) === above.rows - 1);
  const top = below.cells.filter((cell) => cell.row === 0);
  const isDrawnOpen = above.isFramed && open.some((cell) => cell.isOpen);
  const isCut = isDrawnOpen ? open.every((cell) => cell.isOpen) : cutsRow(above, below, open, top);
  const offset = isCut ? above.rows - 1 : above.rows;
  const goesOn = (cell: JoinedCell): JoinedCell | undefined => {
    const from = cell.row === 0 ? open.find((each) => isSameColumn(each, cell)) : undefined;
    return from && (isCut || (isDrawnOpen ? from.isOpen : isMergedOver(above, below, from, cell))) ? from : undefined;
  };
  const tails = new Map(top.map((cell) => [goesOn(cell), cell]));
  return {
    left: first.left,
    isFramed: first.isFramed,
    edges,
    rows: offset + below.rows,
    cells: [
      ...above.cells.map((cell) => {
        const tail = tails.get(cell);
        return tail ? lengthen(cell, tail, offset + lastRowOf(tail)) : cell;
      }),
      ...below.cells.filter((cell) => !goesOn(cell)).map((cell) => ({ ...cell, row: cell.row + offset })),
    ],
  };
}

const lengthen = (cell: JoinedCell, tail: JoinedCell, lastRow: number): JoinedCell => ({
  ...cell,
  rowSpan: lastRow - cell.row + 1,
  lines: [...cell.lines, ...tail.lines],
  isOpen: tail.isOpen,
  below: tail.below,
});

/**
 * In a column of merged cells (categories) an empty cell at the top goes on with the cell above it; so does one whose
 * text visibly runs on over the break: merged cells have room around their text, a cut one has none at the cut.
 */
function isMergedOver(above: JoinedTable, below: JoinedTable, from: JoinedCell, cell: JoinedCell): boolean {
  if (isEmpty(from) || ![...above.cells, ...below.cells].some((each) => isSameColumn(each, cell) && each.rowSpan > 1))
    return false;
  if (isEmpty(cell)) return true;
  if (from.rowSpan === 1 && cell.rowSpan === 1) return false;
  const em = cell.lines[0]!.size;
  // The text of a single row fills it anyway; then the category's number (`四、`), or the tail's place, is the proof.
  const isCut = from.rowSpan > 1 || cell.above < em || findNumbering(from.lines[0]!.text) !== null;
  return isCut && from.below < em && runsOn(from, cell);
}

/**
 * The second table with the first's outer columns added where it lacks them: a browser draws no border around a merged
 * cell that goes on over a page without an edge of its own. Its other edges must stand where the first's do.
 */
export function addOpenColumns(first: JoinedTable, second: JoinedTable): JoinedTable {
  const edges = second.edges.map((edge) => edge + second.left - first.left);
  const places = edges.map((edge) => nearest(first.edges, edge));
  const [from, to] = [places[0]!, places.at(-1)!];
  const isPart = edges.every((edge, index) => Math.abs(edge - first.edges[places[index]!]!) <= SAME_EDGE);
  if (!isPart || edges.length < FEWEST_EDGES || to - from === first.edges.length - 1) return second;
  const before = first.edges.slice(0, from);
  const outer = [...before.keys(), ...first.edges.slice(to + 1).map((_, index) => from + edges.length - 1 + index)];
  const empty = { row: 0, rowSpan: second.rows, colSpan: 1, lines: [], isOpen: true, above: 0, below: 0 };
  return {
    ...second,
    left: first.left,
    edges: [...before, ...edges, ...first.edges.slice(to + 1)],
    cells: [
      ...outer.map((column) => ({ ...empty, column })),
      ...second.cells.map((cell) => ({ ...cell, column: cell.column + from })),
    ],
  };
}

/** Counts a table's columns by the given edges, of which its own are some. */
function fitColumns(table: JoinedTable, edges: readonly number[]): JoinedTable {
  const places = table.edges.map((edge) => nearest(edges, edge));
  const cells = table.cells.map((cell) => ({
    ...cell,
    column: places[cell.column]!,
    colSpan: places[cell.column + cell.colSpan]! - places[cell.column]!,
  }));
  return { ...table, edges, cells };
}

const nearest = (edges: readonly number[], place: number): number =>
  edges.reduce((best, edge, index) => (Math.abs(edge - place) < Math.abs(edges[best]! - place) ? index : best), 0);

const dropRows = (table: JoinedTable, rows: number): JoinedTable => ({
  ...table,
  rows: table.rows - rows,
  cells: table.cells.filter((cell) => cell.row >= rows).map((cell) => ({ ...cell, row: cell.row - rows })),
});
