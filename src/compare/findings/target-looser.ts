import type { TargetPair } from "../../../schemas/comparison.ts";
import { isCount } from "../facts/units-of-measure.ts";
import type { FindComparisonFindings } from "./comparison-parts.ts";
import { placesOf } from "./comparison-parts.ts";

/** The fields of a target that ask less where they are looser; a later date is a finding of its own. */
const DEMAND = ["value", "comparator", "hedge"];

/**
 * `target-looser`: the local plan asks less than its template. A lower value is a warning, a hedge (力争) before the same
 * value is information. What a smaller territory counts (86 of a province's 1,200 estates) is no lower demand.
 */
export const findLooserTargets: FindComparisonFindings = (parts, template, local) => {
  const isOtherLevel = template.header.jurisdiction.level !== local.header.jurisdiction.level;
  return parts.targets.flatMap((pair) => {
    const changes = pair.changes.filter(({ field, direction }) => DEMAND.includes(field) && direction === "looser");
    const isSmallerPlace = isOtherLevel && isCount(pair.template?.unit ?? null);
    const looser = isSmallerPlace ? changes.filter(({ field }) => field !== "value") : changes;
    if (looser.length === 0) return [];
    return [
      {
        severity: looser.some(({ field }) => field === "value") ? ("warning" as const) : ("info" as const),
        facts: {
          metric: metricOf(pair),
          from: looser.map(({ from }) => from ?? "—").join(" "),
          to: looser.map(({ to }) => to ?? "—").join(" "),
          ...(pair.delta === null ? {} : { delta: pair.delta }),
        },
        evidence: placesOf(pair.template?.evidence, pair.local?.evidence),
      },
    ];
  });
};

const metricOf = ({ template }: TargetPair): string => template?.metric ?? template?.text ?? "";
