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

const MOST = 160;
const clip = (text: string | null): string => {
  const characters = [...(text ?? "—").slice(0, MOST * 2)];
  return characters.length > MOST ? `${characters.slice(0, MOST).join("")}…` : characters.join("");
};

/** `分值：<del>4</del> → <ins>6</ins> ▲`, one a line. */
export const changeList = (changes: readonly Change[]): Html | null =>
  changes.length === 0
    ? null
    : html`<ul class="plain">${changes.map(
        ({ field, from, to, direction }) =>
          html`<li><b>${fieldLabel(field).zh}</b>：<del>${clip(from)}</del> → <ins>${clip(to)}</ins>${
            direction === "other"
              ? null
              : html` <span title="${DIRECTION[direction].en}">${DIRECTION[direction].sign}</span>`
          }</li>`,
      )}</ul>`;

/** What stands where a side has nothing. */
export const NONE: Html = html`<td class="none">—</td>`;
