import { z } from "zod";
import { evidence } from "./evidence.ts";

/** A plain table, such as a name list; a total row is not a row. */
export const List = z.object({
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  evidence,
});
export type List = z.infer<typeof List>;
