import { z } from "zod";
import { Severity } from "./finding.ts";

export const MessageCode = z.enum([
  "empty-file",
  "unknown-format",
  "unsupported-format",
  "archive",
  "encrypted",
  "damaged",
  "too-large",
  "no-text",
  "not-a-plan",
  "needs-libreoffice",
  "conversion-failed",
  "reader-fell-back",
  "page-without-text",
  "read-by-ocr",
  "font-without-unicode",
  "low-confidence",
  "page-missing",
  "element-ignored",
  "encoding-guessed",
  "evidence-missing",
  "timed-out",
  "out-of-memory",
  "crashed",
]);
export type MessageCode = z.infer<typeof MessageCode>;

/** Something said about the reading of a file; its sentence is made in `src/core/sentences/`. */
export const Message = z.object({
  code: MessageCode,
  severity: Severity,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Message = z.infer<typeof Message>;
