import { z } from "zod";

/** What was found wrong in a filled sheet, or must be known of how it was counted. */
export const AssessmentMessageCode = z.enum([
  "row-unknown",
  "row-missing",
  "row-duplicate",
  "points-over",
  "points-negative",
  "deduction-positive",
  "deduction-over",
  "not-a-number",
  "number-as-text",
  "grade-unknown",
  "not-yes-or-no",
  "bonus-capped",
  "total-capped",
  "veto-unanswered",
  "standard-mismatch",
  "number-ambiguous",
]);
export type AssessmentMessageCode = z.infer<typeof AssessmentMessageCode>;

/** `place` is where it stands in the filled file (`rows[3]`, `第5行`); null for what is not there. */
export const AssessmentMessage = z.object({
  code: AssessmentMessageCode,
  severity: z.enum(["error", "warning", "info"]),
  place: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  messageZh: z.string(),
});
export type AssessmentMessage = z.infer<typeof AssessmentMessage>;

/**
 * A row with what it was given. `points` counts towards the total, null where nothing counts; `entered` is what the sheet says.
 * `missing`: nothing was filled in; `refused`: what was filled in cannot be counted.
 */
export const AssessedRow = z.object({
  id: z.string(),
  number: z.union([z.number(), z.string()]),
  category: z.string().nullable(),
  subcategory: z.string().nullable(),
  criterion: z.string().nullable(),
  kind: z.enum(["points", "grade", "met", "deduction"]),
  max: z.number().nullable(),
  decisive: z.boolean(),
  status: z.enum(["assessed", "missing", "refused"]),
  entered: z.string().nullable(),
  points: z.number().nullable(),
  met: z.boolean().nullable(),
  remark: z.string().nullable(),
});
export type AssessedRow = z.infer<typeof AssessedRow>;

/** `max` is the sum of what the category's rows can give, `points` of what they gave; both null where no row has points. */
export const AssessedCategory = z.object({
  name: z.string().nullable(),
  rows: z.int().positive(),
  assessed: z.int().nonnegative(),
  met: z.int().nonnegative(),
  max: z.number().nullable(),
  points: z.number().nullable(),
});
export type AssessedCategory = z.infer<typeof AssessedCategory>;

/** `claimed` as filled in, `counted` after the bonus's own bound. */
export const AssessedBonus = z.object({
  id: z.string(),
  number: z.string(),
  criterion: z.string(),
  maxPoints: z.number().nullable(),
  claimed: z.number().nullable(),
  counted: z.number(),
  remark: z.string().nullable(),
});
export type AssessedBonus = z.infer<typeof AssessedBonus>;

/** `happened` is null where the sheet leaves it blank, which counts as no. */
export const AssessedVeto = z.object({
  id: z.string(),
  number: z.string(),
  criterion: z.string(),
  happened: z.boolean().nullable(),
  remark: z.string().nullable(),
});
export type AssessedVeto = z.infer<typeof AssessedVeto>;

/** Why the result is what it is. */
export const AssessmentReason = z.object({
  code: z.enum(["veto", "condition-unmet", "rows-open", "reached", "below", "no-pass-mark", "no-points"]),
  message: z.string(),
  messageZh: z.string(),
});
export type AssessmentReason = z.infer<typeof AssessmentReason>;

/**
 * A filled sheet counted by its standard. `subtotal` is the sum of the rows, `bonus.counted` what is given on top after all bounds,
 * `total` both after the bound of the whole; null where the standard gives no row points. `result` is null where the standard states no
 * pass mark, or no points that could reach it, and nothing else decides.
 */
export const Assessment = z.object({
  schema: z.literal("assessment/1"),
  standard: z.object({ id: z.string(), title: z.string(), plan: z.string() }),
  subject: z.string().nullable(),
  assessor: z.string().nullable(),
  date: z.string().nullable(),
  rows: z.array(AssessedRow),
  categories: z.array(AssessedCategory),
  subtotal: z.number().nullable(),
  bonus: z.object({
    cap: z.number().nullable(),
    claimed: z.number(),
    counted: z.number(),
    items: z.array(AssessedBonus),
  }),
  vetoes: z.array(AssessedVeto),
  total: z.number().nullable(),
  attainable: z.number().nullable(),
  passMark: z.number().nullable(),
  result: z.enum(["pass", "fail", "incomplete"]).nullable(),
  reasons: z.array(AssessmentReason),
  messages: z.array(AssessmentMessage),
});
export type Assessment = z.infer<typeof Assessment>;
