export interface DatedSpan {
  readonly key: string;
  readonly name: string;
  /** `2021`, `2021-06` or `2021-06-30`; null where it is open. */
  readonly start: string | null;
  readonly end: string | null;
}

const DAY = 86_400_000;

/** The first day of a date, in days since 1970. */
export function firstDay(date: string): number {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  return Date.UTC(year!, month - 1, day) / DAY;
}

/** The day after the last one of a date: `2021-06` ends where July begins. */
export function dayAfter(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  if (day !== undefined) return Date.UTC(year!, month! - 1, day + 1) / DAY;
  return (month === undefined ? Date.UTC(year! + 1, 0, 1) : Date.UTC(year!, month, 1)) / DAY;
}

export interface TimeScale {
  readonly from: number;
  readonly to: number;
  /** Where a new year or quarter begins. */
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
}

const QUARTERS_MOST_YEARS = 2;

/** A scale over all spans and marks, from whole month to whole month; null where nothing has a date. */
export function scaleOf(spans: readonly DatedSpan[], marks: readonly string[] = []): TimeScale | null {
  const starts = [...spans.flatMap(({ start, end }) => start ?? end ?? []), ...marks];
  const ends = [...spans.flatMap(({ start, end }) => end ?? start ?? []), ...marks];
  if (starts.length === 0) return null;
  const from = Math.min(...starts.map(firstDay));
  const to = Math.max(...ends.map(dayAfter));
  return { from, to, ticks: ticksOf(from, to) };
}

function ticksOf(from: number, to: number): TimeScale["ticks"] {
  const years = (to - from) / 365;
  const months = years > 12 ? 60 : years > QUARTERS_MOST_YEARS ? 12 : 3;
  const first = new Date(from * DAY);
  const ticks: { day: number; label: string }[] = [];
  const begin = Math.ceil(first.getUTCMonth() / months) * months;
  for (let month = begin; ticks.length < 60; month += months) {
    const at = Date.UTC(first.getUTCFullYear(), month, 1);
    if (at / DAY > to) break;
    if (at / DAY >= from)
      ticks.push({ day: at / DAY, label: new Date(at).toISOString().slice(0, months < 12 ? 7 : 4) });
  }
  return ticks;
}
