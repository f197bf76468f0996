import { z } from "zod";
import { evidence } from "./evidence.ts";

export const FindingCode = z.enum([
  "total-mismatch",
  "numbering-gap",
  "duplicate-number",
  "date-conflict",
  "deadline-before-issue",
  "phase-before-issue",
  "phase-overlap",
  "phase-gap",
  "phase-undated",
  "target-conflict",
  "attachment-missing",
  "attachment-unlisted",
  "attachment-title-mismatch",
  "duplicate-unit",
  "count-mismatch",
  "unit-unassigned",
]);
export type FindingCode = z.infer<typeof FindingCode>;

export const Severity = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof Severity>;

/**
 * What a careful clerk would query. `facts` are the values the sentence is made of; `message` is
 * the sentence in English, `messageZh` in Chinese.
 */
export const Finding = z.object({
  code: FindingCode,
  severity: Severity,
  message: z.string(),
  messageZh: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  evidence,
});
export type Finding = z.infer<typeof Finding>;
