import type { Check } from "./check.ts";
import { findBreaks } from "./sequence.ts";
import { findSeries } from "./series.ts";

/** `duplicate-number`: two neighbours of one row bear the same number (two headings `5.2`). */
export const checkDuplicateNumbers: Check = (facts, outline) =>
  findSeries(facts, outline).flatMap((series) =>
    findBreaks(series.map(({ value }) => value))
      .filter(({ kind, index }) => kind === "duplicate" && series[index - 1]!.printed && series[index]!.printed)
      .map(({ index }) => {
        const [first, second] = [series[index - 1]!, series[index]!];
        return {
          severity: "warning" as const,
          facts: { number: second.number, first: first.label, second: second.label },
          evidence: [...first.evidence.slice(0, 1), ...second.evidence.slice(0, 1)],
        };
      }),
  );
