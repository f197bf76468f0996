import type { Comparison } from "../../../schemas/comparison.ts";
import { DIRECTION, LOCAL, RELATION, RELATIONS, TEMPLATE } from "../../publish/comparison/labels.ts";
import { nameOf, percent } from "../../publish/comparison/summary-section.ts";
import { labelled } from "./labelled.ts";
import type { Wording } from "./language.ts";
import { type Column, writeTable } from "./text-table.ts";

/** Several comparisons: a line each, the counts those of the standard rows (of the tasks where there is no standard). */
export function writeComparisons(comparisons: readonly Comparison[], wording: Wording): string {
  const number = (zh: string, en: string): Column => ({
    heading: labelled({ zh, en }, wording),
    side: "right",
    most: 16,
  });
  const hasOneTemplate = new Set(comparisons.map(({ template }) => template.id)).size === 1;
  const title = (heading: string): Column => ({ heading, side: "left", most: hasOneTemplate ? 52 : 36 });
  const columns = [
    ...(hasOneTemplate ? [] : [title(labelled(TEMPLATE, wording))]),
    title(labelled(LOCAL, wording)),
    number("覆盖率", "coverage"),
    ...RELATIONS.map((relation) => number(RELATION[relation].zh, RELATION[relation].en)),
    number(DIRECTION.stricter.zh, DIRECTION.stricter.en),
    number(DIRECTION.looser.zh, DIRECTION.looser.en),
    number("需核对", "findings"),
  ];
  const rows = comparisons.map(({ template, local, summary, findings }) => [
    ...(hasOneTemplate ? [] : [nameOf(template)]),
    nameOf(local),
    percent(summary.coverage),
    ...RELATIONS.map((relation) => String(summary[relation])),
    String(summary.stricter),
    String(summary.looser),
    String(findings.length),
  ]);
  const head = hasOneTemplate ? `${labelled(TEMPLATE, wording)}: ${nameOf(comparisons[0]!.template)}\n\n` : "";
  return head + writeTable(columns, rows);
}
