import type { Matrix, MatrixCell, MatrixPlan } from "../../../schemas/matrix.ts";
import { DIRECTION, RELATION, SECTION } from "./labels.ts";
import type { ReportTable } from "./report-tables.ts";

/** What a plan is called in a column: its place, which tells the plans of one template apart best. */
export const columnName = ({ jurisdiction, title, id }: MatrixPlan): string => jurisdiction ?? title ?? id;

/** `≠▲ 12、13`: the relation, the direction and the rows; empty where the plan has nothing. */
export function cellText({ rows, relation, direction }: MatrixCell, isTemplate: boolean): string {
  if (rows.length === 0) return "";
  const way = direction === "stricter" || direction === "looser" ? DIRECTION[direction].sign : "";
  const sign = relation === null || isTemplate ? "" : `${RELATION[relation].sign}${way} `;
  return `${sign}${rows.join("、")}`;
}

/** The matrix and its outliers as plain tables. */
export function matrixTables({ plans, rows, outliers }: Matrix): ReportTable[] {
  const plan = new Map(plans.map((each) => [each.id, columnName(each)]));
  const label = new Map(rows.map((each) => [each.id, each.label]));
  return [
    {
      title: { zh: "矩阵", en: "Matrix" },
      columns: [
        { zh: "部分", en: "section" },
        { zh: "类别", en: "category" },
        { zh: "条目", en: "row" },
        ...plans.map((each) => ({ zh: columnName(each), en: "" })),
      ],
      rows: [
        [null, null, "覆盖率", ...plans.map(({ coverage, isTemplate }) => (isTemplate ? "上级方案" : coverage))],
        ...rows.map((row) => [
          SECTION[row.section].zh,
          row.category,
          row.label,
          ...row.cells.map((cell, index) => cellText(cell, plans[index]?.isTemplate ?? false)),
        ]),
      ],
    },
    {
      title: { zh: "与众不同之处", en: "Outliers" },
      columns: [
        { zh: "方案", en: "plan" },
        { zh: "情形", en: "kind" },
        { zh: "条目", en: "row" },
      ],
      rows: outliers.map((each) => [
        plan.get(each.plan) ?? each.plan,
        each.kind === "missing" ? "缺少其余方案都有的条目" : "独有的条目",
        label.get(each.row) ?? each.row,
      ]),
    },
  ];
}
