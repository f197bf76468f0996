import { boxOf, type Grid, type GridCell } from "./grid.ts";
import type { TextLine } from "./text-line.ts";

/** A line of a cell; `room` is how much more it could have held, `indent` how far in it begins (points). */
export interface CellLine extends TextLine {
  readonly room: number;
  readonly indent: number;
}

/** The most that is taken for a cell's margin where its column is too empty to show it (points). */
const MOST_MARGIN = 6;
/** Left and right slack that differ by less (em) mean a centred line: it could have filled both. */
const CENTRED = 1;
/** A line that begins further in (em) and ends at the right edge is set to the right (`年 月 日` in a form). */
const DEEPEST_INDENT = 3;

interface Limits {
  readonly left: number;
  readonly right: number;
}

/** Measures each cell's lines against the width that the lines of its column use. */
export function measureCells(grid: Grid, written: readonly (readonly TextLine[])[]): CellLine[][] {
  const limits = findLimits(grid, written);
  return grid.cells.map((cell, index) => written[index]!.map((line) => measureLine(line, limits.get(keyOf(cell))!)));
}

const keyOf = (cell: GridCell): string => `${cell.column}+${cell.colSpan}`;

function findLimits(grid: Grid, written: readonly (readonly TextLine[])[]): Map<string, Limits> {
  const limits = new Map<string, Limits>();
  grid.cells.forEach((cell, index) => {
    const [x0, , x1] = boxOf(grid, cell);
    let { left, right } = limits.get(keyOf(cell)) ?? { left: x0 + MOST_MARGIN, right: x1 - MOST_MARGIN };
    for (const line of written[index]!) {
      left = Math.min(left, Math.max(x0, line.box[0]));
      right = Math.max(right, Math.min(x1, line.box[2]));
    }
    limits.set(keyOf(cell), { left, right });
  });
  return limits;
}

function measureLine(line: TextLine, { left, right }: Limits): CellLine {
  const before = line.box[0] - left;
  const after = right - line.box[2];
  const em = line.size;
  const isCentred = Math.abs(before - after) < CENTRED * em;
  const isRight = before > DEEPEST_INDENT * em && after < em;
  return { ...line, room: isCentred || isRight ? before + after : after, indent: before };
}
