import type { FamilyPair } from "../../../schemas/comparison.ts";
import type { Evidence } from "../../../schemas/evidence.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type { FindComparisonFindings } from "./comparison-parts.ts";
import { placesOf } from "./comparison-parts.ts";

/** Towns have offices, not bureaus: most families of a county have no counterpart there. */
const WITHOUT_BUREAUS = ["township", "zone"];
const ANSWERABLE = ["lead", "responsible"];

/**
 * `family-missing`: the template gives a family of bodies something to do, and the local plan none of it. A warning where
 * the family leads or answers for something and the local level has such bodies. 其他 is no family that could be missed.
 */
export const findMissingFamilies: FindComparisonFindings = (parts, template, local) => {
  const isLocalAssigned = parts.responsibilities.some((pair) => pair.local.length > 0);
  const level = local.header.jurisdiction.level ?? "";
  const isLight = !isLocalAssigned || WITHOUT_BUREAUS.includes(level);
  return parts.responsibilities
    .filter(({ relation, family }) => relation === "removed" && family !== "其他")
    .map((pair) => ({
      severity: !isLight && pair.template.some(({ role }) => ANSWERABLE.includes(role)) ? "warning" : "info",
      facts: { family: pair.family, units: unitsOf(pair).join("、") },
      evidence: placesOf(evidenceOf(pair, template), []),
    }));
};

const unitsOf = (pair: FamilyPair): string[] => [...new Set(pair.template.flatMap(({ units }) => units))];

function evidenceOf(pair: FamilyPair, template: Plan): readonly Evidence[] | undefined {
  const names = new Set(unitsOf(pair));
  const named = template.units.find(
    ({ name, aliases }) => names.has(name) || aliases.some((alias) => names.has(alias)),
  );
  return (named ?? template.units.find(({ family }) => family === pair.family))?.evidence;
}
