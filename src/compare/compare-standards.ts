import type { ComparisonMessage, RowPair } from "../../schemas/comparison.ts";
import type { Plan } from "../../schemas/plan.ts";
import { compareRows } from "./compare-rows.ts";
import { comparisonMessage } from "./comparison-messages.ts";
import { pairStandards } from "./pair-standards.ts";
import { type Row, rowsOfStandard } from "./rows/row.ts";

/**
 * Compares the standards of two plans, paired first. Rows of a standard without a counterpart are set against what the
 * pairs left over (a standard cut in two), else they are removed or added.
 */
export function compareStandards(
  template: Plan,
  local: Plan,
  ownNames: readonly string[],
): { pairs: RowPair[]; messages: ComparisonMessage[] } {
  const rows = { template: template.standards.map(rowsOfStandard), local: local.standards.map(rowsOfStandard) };
  const paired = pairStandards(template.standards, local.standards);
  const compared = paired.flatMap((pair) =>
    compareRows({ template: rows.template[pair.template]!, local: rows.local[pair.local]!, ownNames }),
  );
  const lone = {
    template: rows.template.filter((_, at) => !paired.some((pair) => pair.template === at)),
    local: rows.local.filter((_, at) => !paired.some((pair) => pair.local === at)),
  };
  const messages =
    paired.length === 0
      ? []
      : unmatched(lone.template, template, "template").concat(unmatched(lone.local, local, "local"));
  if (lone.template.length + lone.local.length === 0) return { pairs: compared, messages };
  const left = {
    template: [...rowsLeft(compared, rows.template, "template"), ...lone.template.flat()],
    local: [...rowsLeft(compared, rows.local, "local"), ...lone.local.flat()],
  };
  const kept = compared.filter(({ relation }) => relation !== "added" && relation !== "removed");
  return { pairs: [...kept, ...compareRows({ ...left, ownNames })], messages };
}

const unmatched = (
  standards: readonly (readonly Row[])[],
  plan: Plan,
  side: "template" | "local",
): ComparisonMessage[] =>
  standards.flatMap(([first]) =>
    first ? [comparisonMessage("standard-unmatched", side, { title: plan.standards[first.standard!]!.title })] : [],
  );

function rowsLeft(pairs: readonly RowPair[], rows: readonly (readonly Row[])[], side: "template" | "local"): Row[] {
  const relation = side === "template" ? "removed" : "added";
  return pairs
    .filter((pair) => pair.relation === relation)
    .map((pair) => {
      const reference = side === "template" ? pair.templateRow : pair.localRow;
      return rows[pair.standard![side]!]![reference!.ordinal - 1]!;
    });
}
