import { z } from "zod";
import { evidence } from "./evidence.ts";
import { PlainDate } from "./header.ts";

export const Comparator = z.enum([">=", ">", "<=", "<", "="]);
export type Comparator = z.infer<typeof Comparator>;

/** Something to be reached, with a number (`quantitative`) or without one. `max` is a range's upper end. */
export const Target = z.object({
  kind: z.enum(["quantitative", "qualitative"]),
  text: z.string(),
  metric: z.string().nullable(),
  scope: z.string().nullable(),
  comparator: Comparator.nullable(),
  value: z.number().nullable(),
  max: z.number().optional(),
  unit: z.string().nullable(),
  deadline: PlainDate.nullable(),
  hedge: z.string().nullable(),
  evidence,
});
export type Target = z.infer<typeof Target>;
