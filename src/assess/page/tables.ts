import type { AssessedRow, Assessment } from "../../../schemas/assessment.ts";
import { type Html, type HtmlContent, html } from "../../core/html.ts";

const table = (titleZh: string, titleEn: string, headings: readonly string[], rows: readonly Html[]): Html =>
  rows.length === 0
    ? html``
    : html`<section><h2>${titleZh} <span lang="en">${titleEn}</span></h2>
<table><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></section>`;

const number = (value: HtmlContent): Html => html`<td class="number">${value}</td>`;
const text = (value: HtmlContent): Html => html`<td>${value}</td>`;

/** Points of each category against what it can give; where a standard has no points, rows met. */
export function categoryTable({ categories, subtotal }: Assessment): Html {
  const scored = subtotal !== null;
  const headings = scored ? ["类别", "条数", "已评", "满分", "得分"] : ["类别", "条数", "已评", "符合"];
  const rows = categories.map(
    ({ name, rows: count, assessed, met, max, points }) =>
      html`<tr>${text(name ?? "（未分类）")}${number(count)}${number(assessed)}${scored ? [number(max), number(points)] : number(met)}</tr>`,
  );
  return table("分类得分", "By category", headings, rows);
}

/** Bonuses as claimed and as counted, the common bound last. */
export function bonusTable({ bonus: { items, cap, counted } }: Assessment): Html {
  const rows = items.map(
    (item) =>
      html`<tr>${text(item.number)}${text(item.criterion)}${number(item.maxPoints)}${number(item.claimed)}${number(item.counted)}${text(item.remark)}</tr>`,
  );
  const sum = html`<tr><th colspan="4">合计${cap === null ? "" : `（上限 ${cap} 分）`}</th>${number(counted)}<td></td></tr>`;
  const headings = ["序号", "加分项", "上限", "填报", "计分", "备注"];
  return table("加分项", "Bonuses", headings, items.length === 0 ? [] : [...rows, sum]);
}

export const vetoTable = ({ vetoes }: Assessment): Html =>
  table(
    "否决项",
    "Vetoes",
    ["序号", "否决项", "是否发生", "备注"],
    vetoes.map(
      ({ number: at, criterion, happened, remark }) =>
        html`<tr class="${happened ? "against" : ""}">${text(at)}${text(criterion)}${text(happened === null ? "未填" : happened ? "是" : "否")}${text(remark)}</tr>`,
    ),
  );

const KINDS = { assessed: "", missing: "未填", refused: "无效" } as const;

/** Every row with what was entered and what counts. */
export const rowTable = ({ rows }: Assessment): Html =>
  table(
    "逐条得分",
    "Row by row",
    ["序号", "类别", "评价内容", "分值", "填写", "计分", "备注"],
    rows.map(
      (row) =>
        html`<tr class="${row.decisive && row.met === false ? "against" : row.status}">${text(row.number)}${text(row.category)}${text(row.criterion)}${number(row.max)}${text(row.entered)}${number(countedOf(row))}${text(row.remark)}</tr>`,
    ),
  );

const countedOf = ({ status, points, met }: AssessedRow): string | number =>
  status !== "assessed" ? KINDS[status] : (points ?? (met ? "是" : "否"));
