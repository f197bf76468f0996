import type { Comparator } from "../../../schemas/target.ts";

/**
 * What a number measures: a `share` in per cent, how often something is done in a year (`rate`), how long (`duration`,
 * in minutes), by when (`date`), how many (`count`), or the `points` of a rule.
 */
export type QuantityKind = "share" | "rate" | "duration" | "date" | "count" | "points";

/** A number of a demand, `[start, end)` of its text with the words that bound it. */
export interface Quantity {
  readonly kind: QuantityKind;
  readonly unit: string;
  readonly value: number;
  readonly comparator: Comparator;
  /** The way in which a stricter demand differs; null where the text does not tell. */
  readonly stricter: "more" | "less" | null;
  /** Whether it is certain that the number is demanded (`不少于2次`, `30%`), not merely said (`四个`). */
  readonly bound: boolean;
  /** `全覆盖` is `all`; `所有` may be only a manner of speaking. */
  readonly whole: "all" | "maybe" | null;
  readonly start: number;
  readonly end: number;
  /** The clause that it stands in. */
  readonly clause: string;
}
