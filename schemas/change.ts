import { z } from "zod";

/** `reworded`: the same demand in other words; `changed`: the demand or a number differs. */
export const Relation = z.enum(["identical", "reworded", "changed", "added", "removed"]);
export type Relation = z.infer<typeof Relation>;

/** Whether the local plan asks more or less than the template. */
export const Direction = z.enum(["stricter", "looser", "other"]);
export type Direction = z.infer<typeof Direction>;

/** One thing that differs: `field` names it (`criterion`, `points`, `scoring`, `methods`, `number`, `deadline` …). */
export const Change = z.object({
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  direction: Direction,
});
export type Change = z.infer<typeof Change>;

/** A text diff by words. The `same` and `removed` texts joined are the template's, `same` and `added` the local one's. */
export const TokenDiff = z.array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() }));
export type TokenDiff = z.infer<typeof TokenDiff>;
