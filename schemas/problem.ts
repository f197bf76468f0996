import { z } from "zod";

/** An error as RFC 9457 says it. `code` is the last part of `type`; `title` and `detail` are in the language asked for. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  requestId: z.string(),
  /** The values that the sentence names, such as a limit and what came. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** What is wrong with which part of the request. */
  errors: z.array(z.object({ path: z.string(), expected: z.string(), came: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
