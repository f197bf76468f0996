import { z } from "zod";
import { CorrectionRequest } from "./correction.ts";

const LONGEST = 2000;

/** What a person wants said: of the fact at `path`, a JSON pointer into the plan (`/targets/0`), or of the whole plan where it is null. */
export const CommentRequest = z.object({
  path: CorrectionRequest.shape.path.nullable().default(null),
  text: z.string().trim().min(1).max(LONGEST),
});
export type CommentRequest = z.infer<typeof CommentRequest>;

/** A person's remark. It corrects nothing and approves nothing, and stays as it was written. */
export const Comment = z.object({
  id: z.string(),
  document: z.string(),
  path: z.string().nullable(),
  text: z.string(),
  who: z.string(),
  at: z.iso.datetime(),
});
export type Comment = z.infer<typeof Comment>;
