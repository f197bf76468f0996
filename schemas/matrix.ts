import { z } from "zod";
import { Direction, Relation } from "./change.ts";
import { Level } from "./header.ts";

/** A column: a plan, and how much of the template it keeps (0 to 1, null for the template itself or where it has no rows). */
export const MatrixPlan = z.object({
  id: z.string(),
  title: z.string().nullable(),
  jurisdiction: z.string().nullable(),
  level: Level.nullable(),
  isTemplate: z.boolean(),
  coverage: z.number().min(0).max(1).nullable(),
});
export type MatrixPlan = z.infer<typeof MatrixPlan>;

/** What a plan has of a cluster: the ordinals of its rows (none: `rows` is empty and `relation` null). */
export const MatrixCell = z.object({
  rows: z.array(z.int().positive()),
  text: z.string().nullable(),
  relation: Relation.nullable(),
  direction: Direction.nullable(),
  similarity: z.number().min(0).max(1).nullable(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;

/** A cluster of aligned rows; `cells` stand in the order of the plans. */
export const MatrixRow = z.object({
  id: z.string(),
  section: z.enum(["standards", "tasks", "targets"]),
  category: z.string().nullable(),
  label: z.string(),
  cells: z.array(MatrixCell),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

/** A plan that lacks a row which all others have, or alone has one. */
export const Outlier = z.object({ plan: z.string(), row: z.string(), kind: z.enum(["missing", "alone"]) });
export type Outlier = z.infer<typeof Outlier>;

/** N plans side by side. */
export const Matrix = z.object({
  schema: z.literal("matrix/1"),
  plans: z.array(MatrixPlan),
  rows: z.array(MatrixRow),
  outliers: z.array(Outlier),
});
export type Matrix = z.infer<typeof Matrix>;
