import type { Matrix, MatrixCell, MatrixPlan, MatrixRow, Outlier } from "../../../schemas/matrix.ts";
import { type Html, html } from "../../core/html.ts";
import { both } from "./badges.ts";
import { DIRECTION, LEVEL, RELATION, SECTION } from "./labels.ts";
import { columnName } from "./matrix-tables.ts";
import { percent } from "./summary-section.ts";

/** All plans in one table: a line a cluster of aligned rows, a column a plan; head and first column stay in sight. */
export const writeMatrix = ({
  plans,
  rows,
  outliers,
}: Matrix): Html => html`<h2>矩阵 <small lang="en">Matrix</small></h2>
<p><small>＝ 一致 identical　≈ 改写 reworded　≠ 变更 changed　＋ 新增 added　▲ 更严 stricter　▼ 更松 looser　数字为该方案的条目序号 the row in that plan</small></p>
<div class="matrix"><table><thead><tr><th>条目 <small lang="en">row</small></th>${plans.map(planHead)}</tr></thead>
<tbody>${writeRows(rows, plans)}</tbody></table></div>
${writeOutliers(outliers, plans, rows)}`;

const planHead = (plan: MatrixPlan): Html =>
  html`<th title="${plan.title ?? plan.id}">${columnName(plan)}${plan.level ? html` <small>${LEVEL[plan.level].zh}</small>` : null}<br>${
    plan.isTemplate
      ? html`<small>上级方案 template</small>`
      : html`<small>覆盖率 coverage</small> ${percent(plan.coverage)}`
  }</th>`;

function writeRows(rows: readonly MatrixRow[], plans: readonly MatrixPlan[]): Html[] {
  let current = "";
  return rows.map((row) => {
    const group = `${SECTION[row.section].zh}${row.category === null ? "" : ` · ${row.category}`}`;
    const isNew = group !== current;
    current = group;
    return html`${isNew ? html`<tr class="group"><th colspan="${plans.length + 1}">${group}</th></tr>` : null}<tr><th title="${row.label}">${shorten(row.label)}</th>${row.cells.map(
      (cell, index) => writeCell(cell, plans[index]?.isTemplate ?? false),
    )}</tr>
`;
  });
}

const MOST = 80;
function shorten(label: string): string {
  const characters = [...label.slice(0, MOST * 2)];
  return characters.length > MOST ? `${characters.slice(0, MOST - 1).join("")}…` : label;
}

function writeCell({ rows, text, relation, direction, similarity }: MatrixCell, isTemplate: boolean): Html {
  if (rows.length === 0) return html`<td class="missing" title="无 missing">—</td>`;
  const places = rows.join("、");
  if (isTemplate || relation === null) return html`<td title="${text}">${places}</td>`;
  const { sign, zh } = RELATION[relation];
  const way = direction === "stricter" || direction === "looser" ? DIRECTION[direction].sign : "";
  const seen = similarity === null ? "" : ` ${similarity.toFixed(2)}`;
  return html`<td title="${text}"><span class="badge ${relation}" title="${zh}${seen}">${sign}${way}</span> ${places}</td>`;
}

function writeOutliers(
  outliers: readonly Outlier[],
  plans: readonly MatrixPlan[],
  rows: readonly MatrixRow[],
): Html | null {
  if (outliers.length === 0) return null;
  const plan = new Map(plans.map((each) => [each.id, columnName(each)]));
  const row = new Map(rows.map((each) => [each.id, each.label]));
  return html`<h3>${both({ zh: "与众不同之处", en: "Outliers" })}</h3><ul>${outliers.map(
    (each) =>
      html`<li>${plan.get(each.plan) ?? each.plan} ${each.kind === "missing" ? "缺少其余方案都有的" : "独有"}：${shorten(row.get(each.row) ?? each.row)}</li>`,
  )}</ul>`;
}
