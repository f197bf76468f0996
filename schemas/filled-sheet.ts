import { z } from "zod";

const text = z.string().nullable().optional();
const value = z.union([z.number(), z.string(), z.boolean()]).nullable().optional();

/** A row as a JSON file states it: found by `id`, else by `number`; filled in as `points`, `grade`, `met` or plainly `value`. */
export const FilledRow = z.object({
  id: text,
  number: z.union([z.number(), z.string()]).nullable().optional(),
  points: value,
  grade: value,
  met: value,
  value,
  remark: text,
});
export type FilledRow = z.infer<typeof FilledRow>;

/** A bonus claimed; `number` counts the bonuses from 1 or is 加1, 加2 … */
export const FilledBonus = FilledRow;
export type FilledBonus = z.infer<typeof FilledBonus>;

/** A veto answered: whether what it names has happened; also an id or number alone, which says that it has. */
export const FilledVeto = z.union([z.string(), z.number(), z.object({ ...FilledRow.shape, happened: value })]);
export type FilledVeto = z.infer<typeof FilledVeto>;

/** A filled sheet as JSON; `standard` is the id or title of the standard that it was filled in for. */
export const FilledJson = z.object({
  standard: text,
  subject: text,
  assessor: text,
  date: text,
  rows: z.array(FilledRow),
  bonus: z.array(FilledBonus).optional(),
  vetoes: z.array(FilledVeto).optional(),
  veto: z.array(FilledVeto).optional(),
});
export type FilledJson = z.infer<typeof FilledJson>;
