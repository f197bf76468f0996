import type { Matrix } from "../../../schemas/matrix.ts";
import { cellText, columnName } from "../../publish/comparison/matrix-tables.ts";
import { percent } from "../../publish/comparison/summary-section.ts";
import { labelled } from "./labelled.ts";
import type { Wording } from "./language.ts";
import { type Column, writeTable } from "./text-table.ts";

/** More plans than this do not stand side by side on a terminal. */
const MOST_PLANS = 10;

/** A matrix for a terminal: the plans by number, then a line a cluster with the rows of each plan. */
export function writeMatrixTable({ plans, rows, outliers }: Matrix, wording: Wording): string {
  const names = plans.map((plan, index) => {
    const share = plan.isTemplate ? labelled({ zh: "上级方案", en: "template" }, wording) : percent(plan.coverage);
    return `[${index + 1}] ${plan.title ?? columnName(plan)}  ${share}`;
  });
  const count = labelled(
    {
      zh: `${rows.length}个条目，${outliers.length}处与众不同`,
      en: `${rows.length} rows, ${outliers.length} outliers`,
    },
    wording,
  );
  if (plans.length > MOST_PLANS) return [...names, "", `${count} (--out matrix.html)`].join("\n");
  const columns: Column[] = [
    { heading: labelled({ zh: "条目", en: "row" }, wording), side: "left", most: 44 },
    ...plans.map((_, index): Column => ({ heading: `[${index + 1}]`, side: "left", most: 16 })),
  ];
  const lines = rows.map(({ label, cells }) => [
    label,
    ...cells.map((cell, index) => cellText(cell, plans[index]?.isTemplate ?? false) || "–"),
  ]);
  return [...names, "", writeTable(columns, lines), "", count].join("\n");
}
