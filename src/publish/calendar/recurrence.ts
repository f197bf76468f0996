import { foldWidth } from "../../core/fold-width.ts";
import { type Day, dayOfMonth } from "./days.ts";

/** When something recurs: the first day on or after the plan's date, and the rule (RFC 5545 §3.3.10). */
export interface Recurrence {
  readonly first: Day;
  readonly rule: string;
}

/** `每月25日前`, `每季度最后一个月25日前`, `季度末月25日`. */
const MONTHLY_DAY = /每个?月(\d{1,2})[日号]/u;
const QUARTERLY_DAY = /季度?(?:的)?(?:最后一个月|末月|末)(?:的)?(\d{1,2})[日号]/u;
/** Stands for the last day of any month. */
const LAST = 31;

/**
 * The recurrence of a deadline. Without a day stated it is the last of its month, quarter or year.
 * @param recurring `--10-25`, `--10`, `monthly`, `quarterly` or `yearly`.
 * @param from the day from which it counts.
 */
export function findRecurrence(recurring: string, text: string, from: Day): Recurrence | null {
  const plain = foldWidth(text).replace(/\s+/gu, "");
  const dated = /^--(\d{2})(?:-(\d{2}))?$/u.exec(recurring);
  if (dated) return yearly(Number(dated[1]), Number(dated[2] ?? LAST), from);
  switch (recurring) {
    case "yearly":
      return yearly(12, LAST, from);
    case "quarterly":
      return inMonths(Number(QUARTERLY_DAY.exec(plain)?.[1] ?? LAST), 3, from);
    case "monthly":
      return inMonths(Number(MONTHLY_DAY.exec(plain)?.[1] ?? LAST), 1, from);
    default:
      return null;
  }
}

function yearly(month: number, day: number, from: Day): Recurrence | null {
  if (month < 1 || month > 12 || day < 1 || day > LAST) return null;
  const year = Number(from.slice(0, 4));
  const first = [year, year + 1].map((one) => dayOfMonth(one, month, day)).find((one) => one >= from)!;
  return { first, rule: `FREQ=YEARLY;BYMONTH=${month};${dayRule(day)}` };
}

/** Every month, or the last month of every quarter. */
function inMonths(day: number, interval: 1 | 3, from: Day): Recurrence | null {
  if (day < 1 || day > LAST) return null;
  const [year, month] = from.split("-").map(Number) as [number, number];
  const start = Math.ceil(month / interval) * interval;
  const first = [start, start + interval]
    .map((one) => dayOfMonth(year + Math.floor((one - 1) / 12), ((one - 1) % 12) + 1, day))
    .find((one) => one >= from)!;
  return { first, rule: `FREQ=MONTHLY;${interval === 1 ? "" : `INTERVAL=${interval};`}${dayRule(day)}` };
}

/** A day that short months lack is their last day: of 28 to 30 the last that there is. */
function dayRule(day: number): string {
  if (day === LAST) return "BYMONTHDAY=-1";
  if (day <= 28) return `BYMONTHDAY=${day}`;
  return `BYMONTHDAY=${Array.from({ length: day - 27 }, (_, at) => 28 + at).join(",")};BYSETPOS=-1`;
}
