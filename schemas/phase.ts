import { z } from "zod";
import { evidence } from "./evidence.ts";
import { PlainDate } from "./header.ts";
import { Responsibility } from "./responsibility.ts";

/** A step of the plan's time line; an open end, or a date the file does not state, is null. */
export const Phase = z.object({
  ordinal: z.int().positive(),
  name: z.string(),
  start: PlainDate.nullable(),
  end: PlainDate.nullable(),
  text: z.string(),
  responsibilities: z.array(Responsibility),
  evidence,
});
export type Phase = z.infer<typeof Phase>;
