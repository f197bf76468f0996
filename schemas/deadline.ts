import { z } from "zod";
import { evidence } from "./evidence.ts";
import { PlainDate } from "./header.ts";

/** Who must hand in or finish what by when; `due` for once, `recurring` for every year, quarter or month. */
export const Deadline = z.object({
  text: z.string(),
  due: PlainDate.nullable(),
  recurring: z.union([z.string().regex(/^--\d{2}(-\d{2})?$/), z.enum(["monthly", "quarterly", "yearly"])]).nullable(),
  by: z.array(z.string()),
  to: z.string().nullable(),
  evidence,
});
export type Deadline = z.infer<typeof Deadline>;
