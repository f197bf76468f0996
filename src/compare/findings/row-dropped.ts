import type { RowReference } from "../../../schemas/comparison.ts";
import type { Evidence } from "../../../schemas/evidence.ts";
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
            evidence: placesOf(wordsFirst(templateRow), []),
          },
        ],
  );
};

/** The place that shows the row's words, before the one that only shows its number. */
const wordsFirst = ({ evidence, text }: RowReference): Evidence[] =>
  evidence.toSorted((a, b) => Number(saysWords(b, text)) - Number(saysWords(a, text)));

const saysWords = ({ quote }: Evidence, text: string): boolean =>
  quote.length > 3 && (text.includes(quote) || quote.includes(text));

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
