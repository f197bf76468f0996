/** A date at `[start, end)` as a day number for comparing; `unit` tells dates with and without a year apart. */
export interface DateMark {
  readonly unit: "day" | "day of a year" | "day of a month";
  readonly value: number;
  readonly due: boolean;
  readonly start: number;
  readonly end: number;
}

const PATTERN =
  /(?:(?<year>20\d\d)年)(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})[日号])?(?<end>年?末|年?底)?(?<due>之前|以前|前|止|内)?|(?<![\d])(?<month2>\d{1,2})月(?:(?<day2>\d{1,2})[日号])?(?<end2>底|末)?(?<due2>之前|以前|前|止)?|每月(?<day3>\d{1,2})[日号](?<due3>之前|以前|前)?/gu;

/** Finds dates: `2025年底前`, `6月30日前`, `每月10日前`. */
export const findDates = (text: string): DateMark[] =>
  [...text.matchAll(PATTERN)].map((match) => {
    const groups = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    const due = Boolean(groups.due ?? groups.due2 ?? groups.due3 ?? groups.end ?? groups.end2);
    if (groups.day3) return { unit: "day of a month", value: Number(groups.day3), due, ...span };
    const month = Number(groups.month ?? groups.month2 ?? 12);
    const day = Number(groups.day ?? groups.day2 ?? 31);
    const year = groups.year ? Number(groups.year) : 0;
    return { unit: groups.year ? "day" : "day of a year", value: (year * 12 + month) * 31 + day, due, ...span };
  });
