import type { Change, Direction, Relation, TokenDiff } from "../../../schemas/change.ts";
import { type Html, html } from "../../core/html.ts";
import { DIRECTION, fieldLabel, type Label, RELATION } from "./labels.ts";

/** `标准 <small>Standards</small>`: Chinese first, English small. */
export const both = ({ zh, en }: Label): Html => html`${zh} <small lang="en">${en}</small>`;

export function relationBadge(relation: Relation): Html {
  const { zh, en, sign } = RELATION[relation];
  return html`<span class="badge ${relation}" title="${en}">${sign} ${zh}</span>`;
}

export function directionBadge(direction: Direction | null): Html | null {
  if (direction === null || direction === "other") return null;
  const { zh, en, sign } = DIRECTION[direction];
  return html`<span class="badge ${direction}" title="${en}">${sign} ${zh}</span>`;
}

/** The diff as one side reads it: its own words marked, the other side's left out. */
export const diffSide = (diff: TokenDiff, side: "removed" | "added"): Html[] =>
  diff
    .filter(({ kind }) => kind === "same" || kind === side)
    .map(({ kind, text }) =>
      kind === "same" ? html`${text}` : side === "removed" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`,
    );

const MOST = 90;
const clip = (text: string): string => {
  const characters = [...text.slice(0, MOST * 2)];
  return characters.length > MOST || text.length > MOST * 2 ? `${characters.slice(0, MOST).join("")}…` : text;
};

/** `分值 4 → 6 ▲`, one a line; what stands on one side only has a sign for it. */
export const changeList = (changes: readonly Change[]): Html | null =>
  changes.length === 0 ? null : html`<ul class="plain">${changes.map(writeChange)}</ul>`;

function writeChange({ field, from, to, direction }: Change): Html {
  const { sign, en } = DIRECTION[direction];
  const way = direction === "other" ? null : html` <span title="${en}">${sign}</span>`;
  return html`<li><b>${both(fieldLabel(field))}</b> ${difference(from, to)}${way}</li>`;
}

function difference(from: string | null, to: string | null): Html {
  if (from === null) return html`＋ <ins>${clip(to ?? "")}</ins>`;
  if (to === null) return html`－ <del>${clip(from)}</del>`;
  return html`<del>${clip(from)}</del> → <ins>${clip(to)}</ins>`;
}

/** What stands where a side has nothing. */
export const NONE: Html = html`<td class="none">—</td>`;
