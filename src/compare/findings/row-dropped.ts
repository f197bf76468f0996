import type { Plan } from "../../../schemas/plan.ts";
import type { ComparisonFindingDraft, FindComparisonFindings } from "./comparison-parts.ts";
import { placesOf } from "./comparison-parts.ts";

/**
 * `row-dropped`: a row of the template's standard has no counterpart. A local plan without a standard of its own mostly
 * rests on the template's: that is one finding, for information.
 */
export const findDroppedRows: FindComparisonFindings = (parts, template, local) => {
  if (!hasRows(local)) return hasRows(template) ? [standardDropped(template)] : [];
  return parts.standards.flatMap(({ relation, template: number, templateRow }) =>
    relation !== "removed" || templateRow === null
      ? []
      : [
          {
            severity: "warning" as const,
            facts: { number: templateRow.number ?? number ?? templateRow.ordinal, text: templateRow.text },
            evidence: placesOf(templateRow.evidence, []),
          },
        ],
  );
};

const hasRows = (plan: Plan): boolean => plan.standards.some(({ items }) => items.length > 0);

function standardDropped(template: Plan): ComparisonFindingDraft {
  const rows = template.standards.reduce((sum, { items }) => sum + items.length, 0);
  const standard = template.standards.find(({ items }) => items.length > 0);
  return {
    severity: "info",
    facts: { rows, text: standard?.title ?? "" },
    evidence: placesOf(standard?.evidence, []),
  };
}
