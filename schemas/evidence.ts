import { z } from "zod";

/** A rectangle `[x0, y0, x1, y1]` in PDF points, origin at the page's top left, y growing downwards. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/**
 * The place in the source that proves a fact. `blocks[block].text.slice(start, end) === quote`
 * holds exactly; `start` and `end` are UTF-16 offsets, half open. `page` counts from 1; `page` and
 * `bbox` are null where the format has no pages.
 */
export const Evidence = z.object({
  block: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string().min(1),
  page: z.int().positive().nullable(),
  bbox: Box.nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Every extracted object carries at least one piece of evidence. */
export const evidence = z.array(Evidence).min(1);
