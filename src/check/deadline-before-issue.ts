import { dayRange } from "../core/dates.ts";
import type { Check } from "./check.ts";

/**
 * `deadline-before-issue`: something is due before the file was issued. A deadline of a month or a year runs to
 * its last day; an issue date of a month or a year begins with its first.
 */
export const checkDeadlines: Check = (facts) => {
  const { issuedOn } = facts.header;
  if (issuedOn === null) return [];
  const rows = facts.assignments.flatMap(({ items }) => items.map((item) => ({ ...item, text: item.task })));
  return [...facts.deadlines, ...rows].flatMap(({ due, text, evidence }) =>
    due !== null && dayRange(due).last < dayRange(issuedOn).first
      ? [{ severity: "warning" as const, facts: { text, due, issued: issuedOn }, evidence }]
      : [],
  );
};
