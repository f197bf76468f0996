import { createHash } from "node:crypto";
import type { Plan } from "../../../schemas/plan.ts";
import { firstDay } from "../first-day.ts";
import { contentIds } from "../standard/content-id.ts";
import { calendarEntries, type Entry } from "./calendar-entries.ts";
import { compactDay, dayAfter, lastDay } from "./days.ts";
import { findRecurrence } from "./recurrence.ts";
import { type Component, calendarText, type Property, writeCalendar } from "./write-calendar.ts";

/**
 * A plan as iCalendar. A phase is an event over its days; a deadline, target or row of a task table that is due is a task to do, due on the
 * last day of what is stated (`2021-02` → 28 February); what recurs is an event with its rule from the plan's date on; a task
 * without a date is a task to do without one. All days are whole days, and no event blocks time.
 */
export function planCalendar(plan: Plan): string {
  const entries = calendarEntries(plan);
  const owner = createHash("sha256").update(`${plan.header.title} ${plan.header.jurisdiction.name}`).digest("hex");
  const texts = entries.map(({ category, details, summary }) => `${category} ${summary} ${details.join(" ")}`);
  const uids = contentIds("entry", texts, new Set()).map((id) => `${id}.${owner.slice(0, 10)}@fangan`);
  const stamp = compactDay(firstDay(plan.header.issuedOn));
  const from = planDate(plan);
  const components = entries.map((entry, at): Component => {
    const { kind, times } = timesOf(entry, from);
    const common: Property[] = [
      ["UID", uids[at]!],
      ["DTSTAMP", `${stamp}T000000Z`],
      ["SUMMARY", calendarText(entry.summary)],
      ["DESCRIPTION", calendarText(entry.details.filter(Boolean).join("\n"))],
      ["CATEGORIES", calendarText(entry.category)],
    ];
    return { kind, properties: [...common, ...times] };
  });
  return writeCalendar(plan.header.title ?? plan.source.fileName, components);
}

/** Whether a plan has anything that a calendar can show. */
export const hasCalendar = (plan: Plan): boolean => calendarEntries(plan).length > 0;

const day = (name: string, value: string): Property => [`${name};VALUE=DATE`, compactDay(value)];

function timesOf(
  { start, due, recurring, details }: Entry,
  from: string | null,
): { kind: Component["kind"]; times: Property[] } {
  const recurrence = recurring && from ? findRecurrence(recurring, details[0] ?? "", from) : null;
  if (recurrence)
    return { kind: "VEVENT", times: [day("DTSTART", recurrence.first), ["RRULE", recurrence.rule], TRANSPARENT] };
  if (start === null) return { kind: "VTODO", times: due === null ? [] : [day("DUE", lastDay(due))] };
  const last = due === null ? firstDay(start) : lastDay(due);
  const end = last < firstDay(start) ? firstDay(start) : last;
  return { kind: "VEVENT", times: [day("DTSTART", firstDay(start)), day("DTEND", dayAfter(end)), TRANSPARENT] };
}

const TRANSPARENT: Property = ["TRANSP", "TRANSPARENT"];

/** What recurs counts from the plan's own date, else from the earliest that it names. */
function planDate({ header, phases, deadlines, targets }: Plan): string | null {
  const own = header.issuedOn ?? header.printedOn;
  const dates = [
    ...phases.flatMap(({ start, end }) => [start, end]),
    ...deadlines.map(({ due }) => due),
    ...targets.map(({ deadline }) => deadline),
  ];
  const earliest = dates.filter((date) => date !== null).toSorted()[0] ?? null;
  const date = own ?? earliest;
  return date === null ? null : firstDay(date);
}
