import { findStretch, type Grid } from "../layout/grid.ts";
import type { Component } from "./find-components.ts";
import { SCALE } from "./straighten.ts";

/** Smaller pieces are dust (square points); higher ones are pictures or seals (points). */
const DUST = 0.5;
const TALLEST = 80;

/** Whether a piece of ink may be of a character, or of a line of characters that run together. */
export const isText = ({ x0, y0, x1, y1, area }: Component): boolean =>
  area >= DUST * SCALE * SCALE &&
  y1 - y0 < TALLEST * SCALE &&
  (x1 - x0 < TALLEST * SCALE || y1 - y0 < (TALLEST / 4) * SCALE);

/** The pieces of a cell, or those outside of all tables; `left` is where the cell begins, in pixels. */
export interface Region {
  readonly left: number;
  readonly pieces: readonly Component[];
}

/** Sorts pieces by the cells that they stand in. */
export function findRegions(pieces: readonly Component[], grids: readonly Grid[]): Region[] {
  const finders = grids.map(createCellFinder);
  const cellOf = ({ x0, y0, x1, y1 }: Component): Place | null => {
    for (const find of finders) {
      const place = find((x0 + x1) / 2 / SCALE, (y0 + y1) / 2 / SCALE);
      if (place !== null) return place;
    }
    return null;
  };
  return [...Map.groupBy(pieces, cellOf)].map(([place, inside]) => ({
    left: (place?.left ?? 0) * SCALE,
    pieces: inside,
  }));
}

/** A cell's left edge, in points. */
interface Place {
  readonly left: number;
}

/** Finds the cell at a place (points), or null outside of the grid. */
function createCellFinder({ xs, ys, cells }: Grid): (x: number, y: number) => Place | null {
  const columns = xs.length - 1;
  const cellAt = new Map<number, Place>();
  for (const cell of cells) {
    const place = { left: xs[cell.column]! };
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1)
        cellAt.set(row * columns + column, place);
  }
  return (x, y) => {
    const [column, row] = [findStretch(xs, x), findStretch(ys, y)];
    return column < 0 || row < 0 ? null : (cellAt.get(row * columns + column) ?? null);
  };
}
