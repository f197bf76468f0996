import type { Box } from "../../../schemas/evidence.ts";
import type { Grid, GridCell } from "./grid.ts";
import type { CellLine } from "./measure-cells.ts";
import type { TextLine } from "./text-line.ts";

/** A table as one page shows it. */
export interface PageTable extends Grid {
  readonly kind: "table";
  readonly page: number;
  readonly box: Box;
  readonly cells: readonly PageCell[];
}

/** A cell with the measured lines that stand in it. */
export interface PageCell extends GridCell {
  readonly lines: readonly CellLine[];
}

export interface PageLine extends TextLine {
  readonly kind: "line";
}

/** A page read: lines and tables from top to bottom. */
export interface PageLayout {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly (PageLine | PageTable)[];
}
