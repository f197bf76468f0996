import { z } from "zod";
import { evidence } from "./evidence.ts";

/** What a section is for; a lower section has the kind of its level-1 section. */
export const SectionKind = z.enum([
  "guidance",
  "object",
  "targets",
  "tasks",
  "phases",
  "measures",
  "attachment",
  "other",
]);
export type SectionKind = z.infer<typeof SectionKind>;

/** A numbered heading with what stands under it; `number` as printed, without 、 or a full stop. */
export const Section = z.object({
  number: z.string().nullable(),
  heading: z.string(),
  kind: SectionKind,
  level: z.int().positive(),
  evidence,
  get children() {
    return z.array(Section);
  },
});
export type Section = z.infer<typeof Section>;
