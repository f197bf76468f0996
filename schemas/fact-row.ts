import { z } from "zod";

export const FactKind = z.enum([
  "target",
  "phase",
  "task",
  "measure",
  "duty",
  "deadline",
  "standard-item",
  "standard-bonus",
  "standard-veto",
  "assignment",
  "basis",
  "attachment",
  "responsibility",
  "finding",
]);
export type FactKind = z.infer<typeof FactKind>;

/** One fact of a plan as a row; what a kind lacks is null. `path` is the JSON pointer of the fact in the plan. */
export const FactRow = z.object({
  document: z.string(),
  kind: FactKind,
  /** Counts the facts of the kind in the plan, from 1. */
  ordinal: z.int().positive(),
  path: z.string(),
  number: z.string().nullable(),
  text: z.string(),
  category: z.string().nullable(),
  metric: z.string().nullable(),
  comparator: z.string().nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  points: z.number().nullable(),
  starts: z.string().nullable(),
  deadline: z.string().nullable(),
  body: z.string().nullable(),
  family: z.string().nullable(),
  role: z.string().nullable(),
  page: z.int().positive().nullable(),
});
export type FactRow = z.infer<typeof FactRow>;
