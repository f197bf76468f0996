import type { Outline } from "../core/outline.ts";
import { squash } from "../core/tidy.ts";

/** A title's letters and digits alone: white space, 《》, quotation marks and brackets do not make another title. */
export const plainTitle = (title: string): string =>
  squash(title)
    .normalize("NFKC")
    .replace(/[\p{P}\p{S}]/gu, "");

/** Block ids of the plan's own text: what comes before the first attachment's heading. */
export function bodyEnd(outline: Outline): number {
  const starts = outline.attachments.flatMap(({ heading }) => heading?.pieces.slice(0, 1) ?? []);
  return Math.min(outline.document.blocks.length, ...starts.map(({ block }) => block.id));
}
