import type { Check } from "./check.ts";
import { isShownBetween, missingNumbers } from "./missing-number.ts";
import { findBreaks } from "./sequence.ts";
import { findSeries } from "./series.ts";

/**
 * `numbering-gap`: a number is missing between two siblings (`（二）` is followed by `（四）`). Silent where the
 * missing number is printed anywhere between them: then the item is there, and only was not read as one.
 */
export const checkNumberingGaps: Check = (facts, outline) =>
  findSeries(facts, outline).flatMap((series) =>
    findBreaks(series.map(({ value }) => value)).flatMap(({ kind, index }) => {
      const [before, after] = [series[index - 1]!, series[index]!];
      if (kind !== "gap" || !before.printed || !after.printed) return [];
      const missing = missingNumbers(before, after);
      if (missing.some((number) => isShownBetween(number, before, after, outline))) return [];
      return [
        {
          severity: "warning" as const,
          facts: { before: before.number, after: after.number, missing: missing.join("、"), label: after.label },
          evidence: [...before.evidence.slice(0, 1), ...after.evidence.slice(0, 1)],
        },
      ];
    }),
  );
