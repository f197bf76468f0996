import { dayRange } from "../core/dates.ts";
import type { Check } from "./check.ts";

/** `phase-before-issue`: a phase ended before the issue date (a warning), or only began before it (worth a note). */
export const checkPhasesBeforeIssue: Check = (facts) => {
  const { issuedOn } = facts.header;
  if (issuedOn === null) return [];
  const isBefore = (date: string | null): boolean => date !== null && dayRange(date).last < dayRange(issuedOn).first;
  return facts.phases.flatMap(({ name, start, end, evidence }) => {
    if (!isBefore(end) && !isBefore(start)) return [];
    const severity = isBefore(end) ? ("warning" as const) : ("info" as const);
    return [{ severity, facts: { name, start: start ?? "", end: end ?? "", issued: issuedOn }, evidence }];
  });
};
