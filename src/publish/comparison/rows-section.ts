import type { Explanation, RowPair, RowReference } from "../../../schemas/comparison.ts";
import { type Html, html } from "../../core/html.ts";
import { both, changeList, diffSide, directionBadge, NONE, relationBadge } from "./badges.ts";
import { LOCAL, TEMPLATE } from "./labels.ts";
import { type RowGroup, readingOrder } from "./reading-order.ts";

/** Rows of standards, or tasks: template and local text side by side under the headings of their categories. */
export function writeRowTables(pairs: readonly RowPair[]): Html[] {
  const groups = readingOrder(pairs);
  return groups.map(
    (group) => html`${groups.length > 1 ? standardHeading(group) : null}
<table class="rows"><thead><tr><th>序号 <small lang="en">No.</small></th><th>${both(TEMPLATE)}</th><th>${both(LOCAL)}</th>
<th class="relation">关系 <small lang="en">relation</small></th><th class="why">变化 <small lang="en">changes</small></th></tr></thead>
<tbody>${writeRows(group.pairs)}</tbody></table>`,
  );
}

function standardHeading({ template, local }: RowGroup): Html {
  const name = (index: number | null): string => (index === null ? "无" : `第${index + 1}个标准`);
  return html`<h4>上级：${name(template)} ↔ 本级：${name(local)}</h4>`;
}

function writeRows(pairs: readonly RowPair[]): Html[] {
  let current: string | null = null;
  return pairs.map((pair) => {
    const category = pair.templateRow?.category ?? pair.localRow?.category ?? null;
    const isNew = category !== null && category !== current;
    current = category;
    return html`${isNew ? html`<tr class="group"><th colspan="5">${category}</th></tr>` : null}${writeRow(pair)}`;
  });
}

function writeRow(pair: RowPair): Html {
  const { relation, direction, changes, templateRow, localRow } = pair;
  return html`<tr data-relation="${relation}"><td class="places">${placeOf(templateRow)} → ${placeOf(localRow)}</td>
${writeTexts(pair)}
<td>${relationBadge(relation)}${directionBadge(direction)}</td>
<td>${changeList(changes)}${templateRow && localRow && relation !== "identical" ? writeExplanation(pair.similarity, pair.explanation) : null}</td></tr>
`;
}

const placeOf = (row: RowReference | null): string => (row ? String(row.number ?? `#${row.ordinal}`) : "—");

/** A text that both plans have stands once. */
function writeTexts({ relation, diff, templateRow, localRow }: RowPair): Html {
  if (templateRow && (relation === "identical" || templateRow.text === localRow?.text))
    return html`<td class="text" colspan="2">${templateRow.text}</td>`;
  const sides = [side(templateRow, diff, "removed"), side(localRow, diff, "added")];
  return html`${sides}`;
}

function side(row: RowReference | null, diff: RowPair["diff"], kind: "removed" | "added"): Html {
  if (!row) return NONE;
  return html`<td class="text">${diff.length > 0 ? diffSide(diff, kind) : row.text}</td>`;
}

function writeExplanation(similarity: number, explanation: Explanation): Html {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["共有词", explanation.words],
    ["共有数字", explanation.numbers],
    ["仅上级有", explanation.templateOnly],
    ["仅本级有", explanation.localOnly],
  ];
  return html`<details><summary>相似度 ${similarity.toFixed(2)} <small lang="en">similarity</small></summary>${parts
    .filter(([, words]) => words.length > 0)
    .map(([name, words]) => html`<p>${name}：${words.join("、")}</p>`)}</details>`;
}
