/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string;

const DAY_LENGTH = 86_400_000;
const asDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** The last day of a date at its precision: `2021` → `2021-12-31`, `2021-02` → `2021-02-28`. */
export function lastDay(date: string): Day {
  const [year, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? asDay(Date.UTC(year!, month, 0)) : date;
}

export const dayAfter = (day: Day): Day => asDay(Date.parse(`${day}T00:00:00Z`) + DAY_LENGTH);

/** The day of a month, or its last where the month is shorter. */
export function dayOfMonth(year: number, month: number, day: number): Day {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return asDay(Date.UTC(year, month - 1, Math.min(day, last)));
}

/** `2021-02-28` → `20210228`. */
export const compactDay = (day: Day): string => day.replaceAll("-", "");
