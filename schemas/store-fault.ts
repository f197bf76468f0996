import { z } from "zod";

export const StoreFaultCode = z.enum([
  "file-without-row",
  "file-forgotten",
  "file-missing",
  "file-damaged",
  "document-without-plan",
  "facts-differ",
  "facts-without-document",
  "submission-without-document",
  "batch-done-too-early",
  "comparison-without-document",
]);
export type StoreFaultCode = z.infer<typeof StoreFaultCode>;

/** Something in the store that should not be; `subject` is the id, the hash or the name of what is meant. */
export const StoreFault = z.object({
  code: StoreFaultCode,
  subject: z.string(),
  message: z.string(),
  messageZh: z.string(),
  repair: z.enum(["none", "possible", "done"]),
});
export type StoreFault = z.infer<typeof StoreFault>;
