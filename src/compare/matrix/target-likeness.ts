import type { Target } from "../../../schemas/target.ts";
import { bigramsOf, shareOf } from "../facts/bigrams.ts";
import { metricName, plainScope } from "../facts/plain-words.ts";
import { readMeasure } from "../facts/units-of-measure.ts";
import type { Likeness } from "./clusters.ts";

/** A target with what it is clustered by. */
export interface MeasuredTarget {
  readonly target: Target;
  /** Counts the targets of its plan from 1. */
  readonly ordinal: number;
  readonly name: string;
  readonly grams: ReadonlySet<string>;
  /** Year, unit and scope: targets that differ in these are not one. */
  readonly frame: string;
}

export function measureTarget(target: Target, index: number): MeasuredTarget {
  const name = metricName(target);
  const frame = [target.deadline?.slice(0, 4) ?? "", readMeasure(target.unit).base, plainScope(target.scope)].join("|");
  return { target, ordinal: index + 1, name, grams: bigramsOf(name), frame };
}

/** Targets are one by the name of the metric, for the same year, unit and scope. */
export const TARGET_LIKENESS: Likeness<MeasuredTarget> = {
  keyOf: ({ name, frame }) => `${name}|${frame}`,
  gramsOf: ({ grams, frame }) => [...grams].map((gram) => `${gram}|${frame}`),
  likenessOf: (one, other, known) =>
    one.frame === other.frame
      ? shareOf(one.grams, other.grams, (gram) => 1 / Math.sqrt(Math.max(known.countOf(`${gram}|${one.frame}`), 1)))
      : 0,
  least: 0.65,
};
