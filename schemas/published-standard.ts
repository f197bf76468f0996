import { z } from "zod";
import { Level, PlainDate } from "./header.ts";
import { Role } from "./responsibility.ts";
import { UnitFamily } from "./unit.ts";

/** The words that prove a row, and the page they stand on (from 1; null where the format has no pages). */
export const PublishedEvidence = z.object({ quote: z.string().min(1), page: z.int().positive().nullable() });
export type PublishedEvidence = z.infer<typeof PublishedEvidence>;

/** Who answers for a row; each body with its family, so that bodies of different places can be put together. */
export const PublishedResponsibility = z.object({
  role: Role,
  units: z.array(z.object({ name: z.string().min(1), family: UnitFamily })).min(1),
});
export type PublishedResponsibility = z.infer<typeof PublishedResponsibility>;

/**
 * What an assessor enters for a row. `points`: a number from `min` (0) to `max`; `grade`: one of `options`; `met`: 是 or 否;
 * `deduction`: a number from `min` (null where no limit is stated) to 0.
 */
export const Entry = z.object({
  kind: z.enum(["points", "grade", "met", "deduction"]),
  min: z.number().nullable(),
  max: z.number().nullable(),
  options: z.array(z.string()),
});
export type Entry = z.infer<typeof Entry>;

/** What every line of a standard has. `id` is unique within the standard, and a line keeps it over versions. */
const line = {
  id: z.string().min(1),
  methods: z.array(z.string()),
  responsibilities: z.array(PublishedResponsibility),
  evidence: z.array(PublishedEvidence).min(1),
};

/** One row. `decisive`: who does not meet it is not assessed or fails (`不具备的不予评价`). */
export const PublishedRow = z.object({
  ...line,
  ordinal: z.int().positive(),
  number: z.union([z.number(), z.string()]),
  category: z.string().nullable(),
  subcategory: z.string().nullable(),
  criterion: z.string().nullable(),
  points: z.number().nullable(),
  grades: z.record(z.string(), z.number()).nullable(),
  scoring: z.string().nullable(),
  entry: Entry,
  decisive: z.boolean(),
});
export type PublishedRow = z.infer<typeof PublishedRow>;

/** A row that gives points on top (`number` 加1, 加2 …) or decides alone (`number` 否1 …, `maxPoints` null). */
export const PublishedRule = z.object({
  ...line,
  number: z.string(),
  criterion: z.string(),
  rule: z.string().nullable(),
  maxPoints: z.number().nullable(),
});
export type PublishedRule = z.infer<typeof PublishedRule>;

/** The plan that a standard belongs to. */
export const StandardSource = z.object({
  id: z.string(),
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuers: z.array(z.string()),
  issuedOn: PlainDate.nullable(),
  jurisdiction: z.object({ name: z.string().nullable(), level: Level.nullable() }),
});
export type StandardSource = z.infer<typeof StandardSource>;

/**
 * A standard as data for other systems. `total` is the stated full mark, `attainable` the sum of what the rows can give (null where
 * no row has points); `bonusCap` the most that all bonuses give together, `totalCap` the most that rows and bonuses give together,
 * both null where the text states none.
 */
export const PublishedStandard = z.object({
  schema: z.literal("standard/1"),
  id: z.string().min(1),
  title: z.string(),
  attachment: z.int().positive().nullable(),
  trial: z.boolean(),
  plan: StandardSource,
  rows: z.array(PublishedRow),
  categories: z.array(z.object({ name: z.string(), points: z.number().nullable() })),
  total: z.number().nullable(),
  attainable: z.number().nullable(),
  passMark: z.number().nullable(),
  bonus: z.array(PublishedRule),
  bonusCap: z.number().nullable(),
  totalCap: z.number().nullable(),
  veto: z.array(PublishedRule),
  notes: z.array(z.string()),
});
export type PublishedStandard = z.infer<typeof PublishedStandard>;
