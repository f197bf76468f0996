import type { TargetPair } from "../../../../schemas/comparison.ts";
import type { Target } from "../../../../schemas/target.ts";

export type Side = "template" | "local";

/** A target's number; `year` is null where the text states no year. */
export interface TargetPoint {
  readonly side: Side;
  readonly year: number | null;
  readonly value: number;
  readonly label: string;
}

/** The targets of one metric in one unit. */
export interface TargetSeries {
  readonly metric: string;
  readonly unit: string;
  readonly points: readonly TargetPoint[];
}

const SIDES = ["template", "local"] as const;

/** Targets with numbers, by metric and unit, to be drawn over the years. */
export function targetSeries(pairs: readonly TargetPair[]): TargetSeries[] {
  const nameOf = metricNames(pairs);
  const targets = pairs.flatMap((pair) =>
    SIDES.flatMap((side) => {
      const target = pair[side];
      const metric = target?.metric ? nameOf(target.metric) : null;
      return target && target.value !== null && metric ? [{ side, target, metric, value: target.value }] : [];
    }),
  );
  const groups = Map.groupBy(targets, ({ metric, target }) => JSON.stringify([metric, target.unit ?? ""]));
  return [...groups].map(([key, members]) => {
    const [metric, unit] = JSON.parse(key) as [string, string];
    const points = members
      .map(({ side, target, value }) => ({ side, year: yearOf(target), value, label: `${value}${unit}` }))
      .toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
    return { metric, unit, points };
  });
}

/** What the template calls a metric: `参与创建行动并达标` of the local plan is its `参与创建并达标` where the two are a pair. */
function metricNames(pairs: readonly TargetPair[]): (metric: string) => string {
  const names = new Map(
    pairs.flatMap(({ template, local }) =>
      template?.metric && local?.metric ? [[local.metric, template.metric] as const] : [],
    ),
  );
  return (metric) => names.get(metric) ?? metric;
}

const yearOf = ({ deadline }: Target): number | null => (deadline === null ? null : Number(deadline.slice(0, 4)));

/** The upper end of an axis that holds a value: 1, 2 or 5 times a power of ten; 100 for what is a share of a hundred. */
export function axisTop(most: number, unit: string): number {
  if (unit === "%" && most <= 100) return 100;
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? 10 * power;
}
