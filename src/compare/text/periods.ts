import { NUMERAL, readNumeral } from "./numerals.ts";

/** A stretch `[start, end)` that says how often a thing recurs. */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly perYear: number;
}

const TIMES: Readonly<Record<string, number>> = {
  工作日: 250,
  日: 365,
  天: 365,
  周: 52,
  星期: 52,
  旬: 36,
  月: 12,
  季度: 4,
  季: 4,
  半年: 2,
  半月: 24,
  半个月: 24,
  小时: 8_760,
  学期: 2,
  学年: 1,
  年度: 1,
  年: 1,
};
const NAMES = "个?(?:工作日|半个?月|小时|日|天|周|星期|旬|月|季度|季|半年|学期|学年|年度|年)";
const PATTERN = new RegExp(
  `每(?<number>${NUMERAL})?(?<unit>${NAMES})(?![度均]?[\\p{Script=Han}]{0,2}(?:\\d|[一二三四五六七八九十]){1,3}[日号]|龄|级)|[按逐](?<by>周|月|季度|季|年)|(?<once>半年|半个?月|[一1](?:年|个?季度|季|个?月|周|天|个?小时))(?=[^，。；\\d]{0,6}[一二两三四五\\d]{1,2}[次遍轮回趟])|(?<yearly>全年|年均|(?<![\\d一二两三四五六七八九十半])年内|年度内|(?<![\\d上下半])年度(?=[^，。；]{0,12}\\d))`,
  "gu",
);

/** Finds how often: `每季度`, `每两个月`, `按月`, `半年一次`, `全年`. */
export const findPeriods = (text: string): Period[] =>
  [...text.matchAll(PATTERN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    perYear: timesOf(match.groups ?? {}),
  }));

function timesOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups.yearly) return 1;
  if (groups.once?.endsWith("小时")) return TIMES.小时!;
  const name = (groups.unit ?? groups.by ?? groups.once ?? "").replace(/^[一1]?个?/u, "");
  const times = TIMES[name] ?? 1;
  const number = groups.number ? readNumeral(groups.number) : 1;
  return number > 0 ? times / number : times;
}
