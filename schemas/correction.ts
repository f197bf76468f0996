import { z } from "zod";

/** What a person asks to be corrected: the value at `path`, a JSON pointer (RFC 6901) into the plan (`/targets/0/value`). */
export const CorrectionRequest = z.object({
  path: z
    .string()
    .max(500)
    .regex(/^(?:\/(?:[^~/]|~[01])*)+$/),
  value: z.json(),
  why: z.string().max(2000),
});
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;

/** A value laid over the machine's, which stays as it was in `machine`. The latest one of a path counts. */
export const Correction = z.object({
  id: z.string(),
  document: z.string(),
  path: z.string(),
  machine: z.json(),
  value: z.json(),
  who: z.string(),
  why: z.string(),
  at: z.iso.datetime(),
  withdrawn: z.object({ who: z.string(), at: z.iso.datetime() }).nullable(),
});
export type Correction = z.infer<typeof Correction>;

/** A person's word on a document's plan; the latest one counts. */
export const Review = z.object({
  id: z.string(),
  document: z.string(),
  verdict: z.enum(["approved", "reopened"]),
  who: z.string(),
  note: z.string().nullable(),
  at: z.iso.datetime(),
});
export type Review = z.infer<typeof Review>;
