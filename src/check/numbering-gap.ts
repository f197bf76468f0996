import type { Outline } from "../core/outline.ts";
import { squash } from "../core/tidy.ts";
import type { Check } from "./check.ts";
import { withValue } from "./printed-number.ts";
import { findBreaks } from "./sequence.ts";
import { findSeries, type Numbered } from "./series.ts";

/**
 * `numbering-gap`: a number is missing between two siblings (`（二）` is followed by `（四）`). Silent where the
 * missing number is printed anywhere between them: then the item is there, and only was not read as one.
 */
export const checkNumberingGaps: Check = (facts, outline) =>
  findSeries(facts, outline).flatMap((series) =>
    findBreaks(series.map(({ value }) => value)).flatMap(({ kind, index }) => {
      const [before, after] = [series[index - 1]!, series[index]!];
      if (kind !== "gap" || !before.printed || !after.printed) return [];
      if (missingNumbers(before, after).some((number) => isShown(number, before, after, outline))) return [];
      const missing = missingNumbers(before, after).join("、");
      return [
        {
          severity: "warning" as const,
          facts: { before: before.number, after: after.number, missing, label: after.label },
          evidence: [...before.evidence.slice(0, 1), ...after.evidence.slice(0, 1)],
        },
      ];
    }),
  );

function missingNumbers(before: Numbered, after: Numbered): string[] {
  return Array.from({ length: after.value - before.value - 1 }, (_, index) =>
    withValue(before.number, before.value + 1 + index),
  );
}

/** Whether the text between two items shows a number as an item's own, in any width. */
function isShown(number: string, before: Numbered, after: Numbered, outline: Outline): boolean {
  const [from, to] = [before.evidence.at(-1)!, after.evidence[0]!];
  const shown = shownNumber(number);
  return outline.document.blocks.slice(from.block, to.block + 1).some((block) => {
    const start = block.id === from.block ? from.end : 0;
    const end = block.id === to.block ? to.start : block.text.length;
    return shown.test(squash(block.text.slice(start, end)).normalize("NFKC"));
  });
}

/** `（三）` anywhere; `3` and `三` at the start of a cell or line, or before a stop (not in `3.5%`). */
function shownNumber(number: string): RegExp {
  const plain = number.normalize("NFKC").replace(/[.()]/g, "\\$&");
  return /[(第]/.test(plain)
    ? new RegExp(plain, "u")
    : new RegExp(`^${plain}(?!\\d)|(?<![\\d.])${plain}[.、](?!\\d)`, "u");
}
