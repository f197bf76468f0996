import { squash } from "../../core/tidy.ts";
import type { GridCell } from "./grid.ts";
import type { CellLine } from "./measure-cells.ts";

/** A cell whose lines may come from several pages. */
export interface JoinedCell extends GridCell {
  readonly lines: readonly CellLine[];
  /** Whether no ruling closes the cell at its page's end: browsers leave a cut cell open there, Word closes it. */
  readonly isOpen: boolean;
  /** How far its text stands from the cell's top, and from its bottom on the last page (points). */
  readonly above: number;
  readonly below: number;
}

/** A table without its place on a page: columns measured from its left edge, in points. */
export interface JoinedTable {
  /** The left edge's place on the page. */
  readonly left: number;
  /** Whether a ruling closes its top, so that an open foot means something. */
  readonly isFramed: boolean;
  readonly edges: readonly number[];
  readonly rows: number;
  readonly cells: readonly JoinedCell[];
}

export const wordsOf = (cell: JoinedCell): string => squash(cell.lines.map((line) => line.text).join(""));

export const isEmpty = (cell: JoinedCell): boolean => cell.lines.length === 0;

export const lastRowOf = (cell: GridCell): number => cell.row + cell.rowSpan - 1;

/** Whether both cells take up the same columns. */
export const isSameColumn = (a: GridCell, b: GridCell): boolean => a.column === b.column && a.colSpan === b.colSpan;
