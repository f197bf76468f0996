import { z } from "zod";
import { evidence } from "./evidence.ts";
import { Responsibility } from "./responsibility.ts";

/** A numbered item at the deepest level of a task or measure section; `parent` is the item above, not the chapter. */
export const Task = z.object({
  number: z.string().nullable(),
  title: z.string(),
  parent: z.object({ number: z.string().nullable(), title: z.string() }).nullable(),
  text: z.string(),
  responsibilities: z.array(Responsibility),
  evidence,
});
export type Task = z.infer<typeof Task>;
