import type { Relation } from "../../../schemas/change.ts";
import type { DeadlinePair, FamilyPair, PhasePair, TargetPair } from "../../../schemas/comparison.ts";
import { type Html, type HtmlContent, html } from "../../core/html.ts";
import { both, changeList, directionBadge, NONE, relationBadge } from "./badges.ts";
import { deadlineWhen, deltaDays, phaseSpan, roleTexts, signed, targetValue } from "./fact-texts.ts";
import { type Label, LOCAL, TEMPLATE } from "./labels.ts";

const CHANGES: Label = { zh: "变化", en: "changes" };
const RELATION: Label = { zh: "关系", en: "relation" };

export const writeTargets = (pairs: readonly TargetPair[]): Html =>
  writeTable(
    [{ zh: "指标", en: "metric" }, TEMPLATE, LOCAL, { zh: "差", en: "delta" }, RELATION, CHANGES],
    pairs.map((pair) => {
      const { template, local, relation, direction, delta, changes } = pair;
      const one = template ?? local;
      const name = html`${one?.metric ?? "—"}${one?.deadline ? html` <small>${one.deadline}</small>` : null}`;
      const side = (target: typeof template): Html =>
        target ? html`<td title="${target.text}">${targetValue(target)}</td>` : NONE;
      return [
        relation,
        html`<td>${name}</td>${side(template)}${side(local)}<td class="number">${signed(delta)}</td>
${lastCells(relation, directionBadge(direction), changeList(changes))}`,
      ];
    }),
  );

export const writePhases = (pairs: readonly PhasePair[]): Html =>
  writeTable(
    [TEMPLATE, LOCAL, { zh: "开始差", en: "start" }, { zh: "结束差", en: "end" }, RELATION, CHANGES],
    pairs.map(({ template, local, relation, startDeltaDays, endDeltaDays, changes }) => {
      const side = (phase: typeof template): Html =>
        phase ? html`<td title="${phase.text}">${phase.name}<br><small>${phaseSpan(phase)}</small></td>` : NONE;
      return [
        relation,
        html`${side(template)}${side(local)}<td class="number">${deltaDays(startDeltaDays)}</td>
<td class="number">${deltaDays(endDeltaDays)}</td>${lastCells(relation, null, changeList(changes))}`,
      ];
    }),
  );

export const writeDeadlines = (pairs: readonly DeadlinePair[]): Html =>
  writeTable(
    [TEMPLATE, LOCAL, { zh: "差", en: "delta" }, RELATION, CHANGES],
    pairs.map(({ template, local, relation, direction, deltaDays: days, changes }) => {
      const side = (deadline: typeof template): Html =>
        deadline ? html`<td><b>${deadlineWhen(deadline)}</b> ${deadline.text}</td>` : NONE;
      return [
        relation,
        html`${side(template)}${side(local)}<td class="number">${deltaDays(days)}</td>
${lastCells(relation, directionBadge(direction), changeList(changes))}`,
      ];
    }),
  );

export const writeResponsibilities = (pairs: readonly FamilyPair[]): Html =>
  writeTable(
    [{ zh: "部门类别", en: "family" }, TEMPLATE, LOCAL, RELATION],
    pairs.map(({ family, template, local, relation }) => {
      const side = (roles: typeof template): Html =>
        roles.length > 0
          ? html`<td><ul class="plain">${roleTexts(roles).map((text) => html`<li>${text}</li>`)}</ul></td>`
          : NONE;
      return [relation, html`<td>${family}</td>${side(template)}${side(local)}<td>${relationBadge(relation)}</td>`];
    }),
  );

const lastCells = (relation: Relation, direction: HtmlContent, changes: HtmlContent): Html =>
  html`<td>${relationBadge(relation)}${direction}</td><td>${changes}</td>`;

const writeTable = (columns: readonly Label[], rows: readonly (readonly [Relation, Html])[]): Html =>
  html`<table><thead><tr>${columns.map((column) => html`<th${isSide(column) ? html` class="side"` : null}>${both(column)}</th>`)}</tr></thead><tbody>${rows.map(
    ([relation, cells]) => html`<tr data-relation="${relation}">${cells}</tr>
`,
  )}</tbody></table>`;

const isSide = (column: Label): boolean => column === TEMPLATE || column === LOCAL;
