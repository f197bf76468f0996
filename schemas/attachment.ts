import { z } from "zod";
import { evidence } from "./evidence.ts";

export const AttachmentKind = z.enum(["standard", "list", "roster", "form", "other"]);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** An attachment (附件); a single unnumbered one has number 1. */
export const Attachment = z.object({
  number: z.int().positive(),
  title: z.string(),
  kind: AttachmentKind,
  evidence,
});
export type Attachment = z.infer<typeof Attachment>;
