import type { Change } from "../../../schemas/change.ts";
import type { ComparisonFindingDraft, FindComparisonFindings } from "./comparison-parts.ts";
import { placesOf } from "./comparison-parts.ts";

const DATES = ["due", "recurring", "deadline"];

/**
 * `deadline-later`: the local plan is due later, or less often, than its template; both for what is handed in and for
 * what is to be reached. Who hands in to a lower level later than the lower level must itself hand in, is late by plan.
 */
export const findLaterDeadlines: FindComparisonFindings = (parts) => {
  const demands = parts.deadlines.flatMap(({ changes, template, local }) =>
    draftsOf(changes, template?.text ?? "", template?.evidence, local?.evidence),
  );
  const targets = parts.targets.flatMap(({ changes, template, local }) =>
    draftsOf(changes, template?.metric ?? template?.text ?? "", template?.evidence, local?.evidence),
  );
  return [...demands, ...targets];
};

type Places = Parameters<typeof placesOf>;

/** A date that the local plan leaves out is not a later one. */
function draftsOf(
  changes: readonly Change[],
  text: string,
  template: Places[0],
  local: Places[1],
): ComparisonFindingDraft[] {
  return changes.flatMap(({ field, from, to, direction }) =>
    DATES.includes(field) && direction === "looser" && from !== null && to !== null
      ? [{ severity: "warning" as const, facts: { text, from, to }, evidence: placesOf(template, local) }]
      : [],
  );
}
