import { z } from "zod";
import { Box } from "./evidence.ts";

/** Where a cell stands in its table; rows and columns count from 0, `table` counts the file's tables from 0. */
export const CellPlace = z.object({
  table: z.int().nonnegative(),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  rowSpan: z.int().positive(),
  colSpan: z.int().positive(),
});
export type CellPlace = z.infer<typeof CellPlace>;

/**
 * One run of cleaned source text: a paragraph, or one cell of a table. `id` is the block's index in
 * the plan's `blocks`. `\n` inside a cell stands for a line or paragraph end that the source states. `confidence` is
 * how sure character recognition was of the block's least sure line (0 to 1, the mean over the line's letters and
 * digits), so that a long block does not hide a bad line; null where the text was not recognised.
 */
export const Block = z.object({
  id: z.int().nonnegative(),
  text: z.string(),
  page: z.int().positive().nullable(),
  bbox: Box.nullable(),
  cell: CellPlace.nullable(),
  confidence: z.number().min(0).max(1).nullable().default(null),
});
export type Block = z.infer<typeof Block>;
