import { z } from "zod";
import { evidence } from "./evidence.ts";

/** A blank form: the labels of the cells to fill in, in reading order. */
export const Form = z.object({
  title: z.string(),
  fields: z.array(z.string()),
  evidence,
});
export type Form = z.infer<typeof Form>;
