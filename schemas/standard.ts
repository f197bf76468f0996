import { z } from "zod";
import { evidence } from "./evidence.ts";
import { Responsibility } from "./responsibility.ts";

/** One row of a standard (scoring) table; a cell merged over several rows belongs to each of them. */
export const StandardItem = z.object({
  number: z.union([z.number(), z.string()]),
  category: z.string().nullable(),
  subcategory: z.string().nullable(),
  criterion: z.string().nullable(),
  points: z.number().nullable(),
  grades: z.record(z.string(), z.number()).nullable(),
  scoring: z.string().nullable(),
  methods: z.array(z.string()),
  responsibilities: z.array(Responsibility),
  evidence,
});
export type StandardItem = z.infer<typeof StandardItem>;

/** A row that gives points on top (加分项), or one that decides alone (否决项, `maxPoints` null). */
export const StandardRule = z.object({
  criterion: z.string(),
  rule: z.string().nullable(),
  maxPoints: z.number().nullable(),
  methods: z.array(z.string()),
  responsibilities: z.array(Responsibility),
  evidence,
});
export type StandardRule = z.infer<typeof StandardRule>;

/** A standard or scoring table: its rows, what they add up to, and what the notes below it ask. */
export const Standard = z.object({
  title: z.string(),
  attachment: z.int().positive().nullable(),
  trial: z.boolean(),
  items: z.array(StandardItem),
  categories: z.array(z.object({ name: z.string(), points: z.number().nullable() })),
  total: z.number().nullable(),
  passMark: z.number().nullable(),
  bonus: z.array(StandardRule),
  veto: z.array(StandardRule),
  notes: z.array(z.string()),
  evidence,
});
export type Standard = z.infer<typeof Standard>;
