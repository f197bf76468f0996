import type { Target } from "../../schemas/target.ts";
import { squash } from "../core/tidy.ts";
import type { Check } from "./check.ts";

/** Places that stand for the plan's whole territory: `全市PM2.5平均浓度` and `PM2.5平均浓度` are one metric. */
const WHOLE_TERRITORY = /^(?:全[国省市州盟县区旗镇乡街]|[我本][省市州盟县区旗镇乡])/u;
const REPEATED = /每[年月季周]/u;
const LEAST_METRIC = 4;

/**
 * `target-conflict`: one metric has two values for the same deadline. Both must stand in different paragraphs (two
 * numbers in one sentence mostly are of two scopes), for the same scope and in the same unit, and be equally firm.
 */
export const checkTargetConflicts: Check = (facts) => {
  const first = new Map<string, Target>();
  return facts.targets.flatMap((target) => {
    const key = keyOf(target);
    const other = key === null ? undefined : first.get(key);
    if (key === null || !other) {
      if (key !== null) first.set(key, target);
      return [];
    }
    if (!disagree(other, target)) return [];
    return [
      {
        severity: "error" as const,
        facts: {
          metric: target.metric ?? "",
          deadline: target.deadline ?? "",
          first: stateValue(other),
          second: stateValue(target),
        },
        evidence: [...other.evidence.slice(0, 1), ...target.evidence.slice(0, 1)],
      },
    ];
  });
};

function keyOf({ metric, scope, deadline, unit, value, text, hedge }: Target): string | null {
  if (metric === null || deadline === null || value === null || REPEATED.test(text)) return null;
  const plainMetric = squash(metric).normalize("NFKC").replace(WHOLE_TERRITORY, "");
  const plainScope = squash(scope ?? "").replace(WHOLE_TERRITORY, "");
  return plainMetric.length < LEAST_METRIC ? null : [plainMetric, plainScope, deadline, unit, hedge].join("|");
}

function disagree(one: Target, other: Target): boolean {
  const directions = new Set([one, other].map(({ comparator }) => comparator?.[0]).filter((sign) => sign !== "="));
  const apart = one.evidence.every(({ block }) => other.evidence.every((evidence) => evidence.block !== block));
  return apart && directions.size < 2 && !within(one, other) && !within(other, one);
}

const within = ({ value }: Target, range: Target): boolean =>
  value !== null && range.value !== null && value >= range.value && value <= (range.max ?? range.value);

const stateValue = ({ comparator, value, unit }: Target): string => `${comparator ?? ""}${value ?? ""}${unit ?? ""}`;
