import { dayRange } from "../../core/dates.ts";

const DAY = 86_400_000;

/** Whole days since 1970-01-01. */
const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);

/** The first day that a date of any precision means: `2021-02` → the day number of 2021-02-01. */
export const firstDay = (date: string): number => dayNumber(dayRange(date).first);

/** The last day that a date of any precision means: `2021` → the day number of 2021-12-31. */
export const lastDay = (date: string): number => dayNumber(dayRange(date).last);

/** Days from one to the other, or null where one of them is missing or no date of the calendar (`2021-99`). */
export function daysBetween(from: string | null, to: string | null, dayOf: (date: string) => number): number | null {
  if (from === null || to === null) return null;
  const days = dayOf(to) - dayOf(from);
  return Number.isFinite(days) ? days : null;
}
