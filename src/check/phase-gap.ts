import type { Phase } from "../../schemas/phase.ts";
import { dayRange } from "../core/dates.ts";
import type { Check } from "./check.ts";
import { isVague, neighbours } from "./phase-rows.ts";

const DAY = 86_400_000;
/** Days that no phase claims: fewer are a weekend or a holiday; with a month's precision a whole month must be free. */
const LEAST_DAYS = 7;
const LEAST_DAYS_OF_MONTH = 28;

/** `phase-gap`: time passes between the last day that a phase can mean and the first day of the next. */
export const checkPhaseGaps: Check = (facts, outline) =>
  neighbours(facts.phases).flatMap(([first, second]) => {
    if (!hasGap(first, second) || isVague(first, outline) || isVague(second, outline)) return [];
    return [
      {
        severity: "warning" as const,
        facts: { first: first.name, end: first.end ?? "", second: second.name, start: second.start ?? "" },
        evidence: [...first.evidence.slice(0, 1), ...second.evidence.slice(0, 1)],
      },
    ];
  });

function hasGap(first: Phase, second: Phase): boolean {
  if (first.end === null || second.start === null) return false;
  const free = (Date.parse(dayRange(second.start).first) - Date.parse(dayRange(first.end).last)) / DAY - 1;
  const toTheDay = first.end.length === "2021-06-30".length && second.start.length === "2021-07-01".length;
  return free >= (toTheDay ? LEAST_DAYS : LEAST_DAYS_OF_MONTH);
}
