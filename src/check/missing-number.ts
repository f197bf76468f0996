import type { Evidence } from "../../schemas/evidence.ts";
import type { Outline } from "../core/outline.ts";
import { squash } from "../core/tidy.ts";
import { withValue } from "./printed-number.ts";

/** Something numbered, and where it stands. */
interface Neighbour {
  readonly number: string;
  readonly value: number;
  readonly evidence: readonly Evidence[];
}

const MOST_MISSING = 10;

/** The numbers that should stand between two neighbours, written as they are (`（二）`, `（四）` → `（三）`). */
export function missingNumbers(before: Neighbour, after: Neighbour): string[] {
  return Array.from({ length: Math.min(after.value - before.value - 1, MOST_MISSING) }, (_, index) =>
    withValue(before.number, before.value + 1 + index),
  );
}

/** Whether the text between two items shows a number as an item's own, in any width. */
export function isShownBetween(number: string, before: Neighbour, after: Neighbour, outline: Outline): boolean {
  const [from, to] = [before.evidence.at(-1)!, after.evidence[0]!];
  const shown = shownNumber(number);
  return outline.document.blocks.slice(from.block, to.block + 1).some((block) => {
    const start = block.id === from.block ? from.end : 0;
    const end = block.id === to.block ? to.start : block.text.length;
    return shown.test(squash(block.text.slice(start, end)).normalize("NFKC"));
  });
}

/** `（三）` anywhere; `3.2` and `三` at the start of a cell, line or sentence; also `3` before a stop (not in `3.5%`). */
function shownNumber(number: string): RegExp {
  const plain = number.normalize("NFKC").replace(/[.()]/g, "\\$&");
  if (/[(第]/.test(plain)) return new RegExp(plain, "u");
  const start = plain.includes(".") ? "(?:^|[。;)])" : "^";
  return new RegExp(`${start}${plain}(?!\\d)|(?<![\\d.])${plain}[.、](?!\\d)`, "u");
}
