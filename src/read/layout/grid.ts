import type { Box } from "../../../schemas/evidence.ts";
import { type Rule, type RuleGroup, SNAP } from "./rulings.ts";

/** A place of a grid, perhaps over several rows or columns; all count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A table's lines: `xs` the column edges from the left, `ys` the row edges from the top, `cells` in reading order. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** The columns that no ruling closes at the top, and at the bottom. */
  readonly openAbove: readonly number[];
  readonly openBelow: readonly number[];
}

type Cells = Pick<Grid, "xs" | "ys" | "cells">;

/** No table of a plan has more places; beyond it the lines are a drawing's. */
const MOST_PLACES = 20_000;
/** A border counts where a ruling covers this share of the place's side: rulings may stop short of a corner. */
const COVERED = 0.6;

/**
 * Finds the grid that a group of touching rulings draws, or null where it is no table: a lone line, an
 * underlined blank, a box around text. Where no ruling stands between two places they are one merged cell.
 */
export function findGrid({ across, down }: RuleGroup): Grid | null {
  if (across.length === 0 || down.length === 0) return null;
  const xs = findEdges(down, across);
  const ys = findEdges(across, down);
  const places = (xs.length - 1) * (ys.length - 1);
  if (places < 2 || places > MOST_PLACES) return null;
  const isRight = findBorders(xs, ys, down);
  const isBelow = findBorders(ys, xs, across);
  const cells = findCells(ys.length - 1, xs.length - 1, isRight, isBelow);
  return cells.length < 2 ? null : findOpenColumns(dropUnusedEdges({ xs, ys, cells }), across);
}

function findOpenColumns(cells: Cells, across: readonly Rule[]): Grid {
  const { xs, ys } = cells;
  const isClosed = findBorders(ys, xs, across);
  const openAt = (edge: number): number[] => range(0, xs.length - 1).filter((column) => !isClosed(edge, column));
  return { ...cells, openAbove: openAt(0), openBelow: openAt(ys.length - 1) };
}

/** The places of the rules; the outer edges also where the crossing rules end without one (an open side, a cut row). */
function findEdges(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const ends = crossing.flatMap((rule) => [rule.from, rule.to]);
  const outer = [ends.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.max(a, b))];
  const edges: number[] = [];
  for (const place of [...rules.map((rule) => rule.at), ...outer].sort((a, b) => a - b)) {
    if (edges.length === 0 || place - edges.at(-1)! > 2 * SNAP) edges.push(place);
  }
  return edges;
}

/** Whether a ruling stands on edge number `edge` beside place number `along`. */
type HasBorder = (edge: number, along: number) => boolean;

function findCells(rows: number, columns: number, isRight: HasBorder, isBelow: HasBorder): GridCell[] {
  const taken = new Set<number>();
  const isFree = (row: number, column: number): boolean =>
    row < rows && column < columns && !taken.has(row * columns + column);
  const cells: GridCell[] = [];
  for (let place = 0; place < rows * columns; place += 1) {
    if (taken.has(place)) continue;
    const [row, column] = [Math.floor(place / columns), place % columns];
    let colSpan = 1;
    while (isFree(row, column + colSpan) && !isRight(column + colSpan, row)) colSpan += 1;
    const width = range(column, colSpan);
    let rowSpan = 1;
    while (width.every((each) => isFree(row + rowSpan, each) && !isBelow(row + rowSpan, each))) rowSpan += 1;
    cells.push({ row, column, rowSpan, colSpan });
    for (const r of range(row, rowSpan)) for (const c of width) taken.add(r * columns + c);
  }
  return cells;
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

/** Drops edges at which no cell begins: an underlined blank that touches a border, a stray stroke. */
function dropUnusedEdges({ xs, ys, cells }: Cells): Cells {
  const columns = new Set(cells.map((cell) => cell.column));
  const rows = new Set(cells.map((cell) => cell.row));
  const keep = (used: ReadonlySet<number>, last: number) => (_: number, index: number) =>
    used.has(index) || index === last;
  const newColumn = renumber(columns, xs.length);
  const newRow = renumber(rows, ys.length);
  return {
    xs: xs.filter(keep(columns, xs.length - 1)),
    ys: ys.filter(keep(rows, ys.length - 1)),
    cells: cells.map((cell) => ({
      row: newRow[cell.row]!,
      column: newColumn[cell.column]!,
      rowSpan: newRow[cell.row + cell.rowSpan]! - newRow[cell.row]!,
      colSpan: newColumn[cell.column + cell.colSpan]! - newColumn[cell.column]!,
    })),
  };
}

/** For each old edge the number of used edges before it. */
function renumber(used: ReadonlySet<number>, edges: number): number[] {
  let count = 0;
  return range(0, edges).map((index) => (used.has(index) ? count++ : count));
}

function findBorders(edges: readonly number[], stops: readonly number[], rules: readonly Rule[]): HasBorder {
  const drawn = new Set<number>();
  for (const rule of rules) {
    const edge = nearest(edges, rule.at);
    stops.slice(1).forEach((stop, along) => {
      const from = stops[along]!;
      const covered = Math.min(rule.to, stop) - Math.max(rule.from, from);
      if (covered >= COVERED * (stop - from)) drawn.add(edge * stops.length + along);
    });
  }
  return (edge, along) => drawn.has(edge * stops.length + along);
}

function nearest(edges: readonly number[], place: number): number {
  let best = 0;
  edges.forEach((edge, index) => {
    if (Math.abs(edge - place) < Math.abs(edges[best]! - place)) best = index;
  });
  return best;
}

/** The index of the stretch between edges that holds the place, or -1 outside. */
export function findStretch(edges: readonly number[], place: number): number {
  if (place < edges[0]! || place > edges.at(-1)!) return -1;
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rectangle of a cell. */
export const boxOf = ({ xs, ys }: Cells, cell: GridCell): Box => [
  xs[cell.column]!,
  ys[cell.row]!,
  xs[cell.column + cell.colSpan]!,
  ys[cell.row + cell.rowSpan]!,
];
