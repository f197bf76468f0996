import type { Comparison, ComparisonSummary, PlanReference } from "../../../schemas/comparison.ts";
import { type Html, html } from "../../core/html.ts";
import { both } from "./badges.ts";
import { DIRECTION, type Label, LOCAL, RELATION, RELATIONS, SECTION, SECTIONS, TEMPLATE } from "./labels.ts";

/** `0.9375` → `93.8%`; a share that has no meaning is `—`. */
export const percent = (share: number | null): string =>
  share === null ? "—" : `${Number((share * 100).toFixed(1))}%`;

/** The name of a plan; its id where it has no title. */
export const nameOf = ({ title, id }: PlanReference): string => title ?? id;

/** The two plans, how much of the template is kept, and a line of counts a section. */
export const writeHead = ({ template, local, summary }: Comparison): Html => html`<div class="plans">
${planCard(TEMPLATE, template)}${planCard(LOCAL, local)}</div>
<p class="coverage">覆盖率 <small lang="en">coverage</small> ${drawShare(summary.coverage)}<b>${percent(summary.coverage)}</b>
　<span class="badge stricter">${DIRECTION.stricter.sign} 更严 ${summary.stricter}</span><span class="badge looser">${DIRECTION.looser.sign} 更松 ${summary.looser}</span></p>
${countsTable(summary)}`;

const planCard = (label: Label, plan: PlanReference): Html =>
  html`<div>${both(label)}<strong>${nameOf(plan)}</strong><small>${plan.id}</small></div>`;

function drawShare(share: number | null): Html | null {
  if (share === null) return null;
  const width = Math.round(share * 160);
  return html`<svg width="162" height="14" role="img" aria-label="${percent(share)}"><rect x="1" y="1" width="160" height="12" fill="#fff" stroke="#4b545e"/><rect x="1" y="1" width="${width}" height="12" fill="#0d7a3a"/></svg>`;
}

const countsTable = ({ sections }: ComparisonSummary): Html =>
  html`<table class="counts"><thead><tr><th></th>${RELATIONS.map(
    (relation) =>
      html`<th><span class="badge ${relation}">${RELATION[relation].sign} ${RELATION[relation].zh}</span> <small lang="en">${RELATION[relation].en}</small></th>`,
  )}</tr></thead><tbody>${SECTIONS.map(
    (name) =>
      html`<tr><th>${both(SECTION[name])}</th>${RELATIONS.map((relation) => countCell(sections[name][relation]))}</tr>
`,
  )}</tbody></table>`;

const countCell = (count: number): Html => (count === 0 ? html`<td class="zero">0</td>` : html`<td>${count}</td>`);
