import type { Phase } from "../../schemas/phase.ts";
import { dayRange } from "../core/dates.ts";
import type { Check } from "./check.ts";
import { isVague, neighbours } from "./phase-rows.ts";

/**
 * `phase-overlap`: a phase begins before the one before it has ended. A month that both name is claimed twice
 * (`3月至4月`, `4月至9月`); a day or a year that both name is where one ends and the other begins.
 */
export const checkPhaseOverlaps: Check = (facts, outline) =>
  neighbours(facts.phases).flatMap(([first, second]) => {
    if (!overlap(first, second) || isVague(first, outline) || isVague(second, outline)) return [];
    return [
      {
        severity: "warning" as const,
        facts: { first: first.name, end: first.end ?? "", second: second.name, start: second.start ?? "" },
        evidence: [...first.evidence.slice(0, 1), ...second.evidence.slice(0, 1)],
      },
    ];
  });

function overlap(first: Phase, second: Phase): boolean {
  if (first.end === null || second.start === null) return false;
  const isOutOfOrder = first.start !== null && second.end !== null && second.end < first.start;
  if (isOutOfOrder) return false;
  const isSameMonth = first.end === second.start && first.end.length === "2021-06".length;
  return isSameMonth || dayRange(second.start).last < dayRange(first.end).first;
}
