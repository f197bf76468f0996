import type { Facts } from "../../schemas/plan.ts";
import type { Outline } from "../core/outline.ts";
import type { Check, FindingDraft } from "./check.ts";
import { countsOfChildren } from "./stated-children.ts";
import { countsInAttachments, countsOfLists } from "./stated-rows.ts";
import { isRowNumbers, totalCells } from "./total-row.ts";

/** `count-mismatch`: the text or a 合计 row states how many there are, and another number is listed. */
export const checkCounts: Check = (facts, outline) =>
  [
    ...countsOfChildren(outline.items, outline),
    ...countsOfLists(facts, outline),
    ...countsInAttachments(facts, outline),
    ...countsOfRows(facts, outline),
  ].filter(({ facts: { stated, listed } }) => stated !== listed);

/** A number in the 合计 row under a column of names (or of row numbers) counts the rows. */
function countsOfRows(facts: Facts, outline: Outline): FindingDraft[] {
  return totalCells(facts, outline).flatMap(({ title, column, stated, above, evidence }) => {
    const isCount = above.length > 1 && (above.every((value) => value === null) || isRowNumbers(above));
    return isCount
      ? [
          {
            severity: "warning" as const,
            facts: { what: column || title, stated, listed: above.length },
            evidence: [evidence],
          },
        ]
      : [];
  });
}
