import { type DateMention, formatDate } from "../core/dates.ts";

/** Words in a sentence that say by when, `[start, end)`: once (`due`) or again and again (`recurring`). */
export interface TimeMark {
  readonly start: number;
  readonly end: number;
  readonly due: string | null;
  readonly recurring: string | null;
  /** The mark states a day or month before which something must be done. */
  readonly limited: boolean;
}

/** `6月20日18：00前`, `5月31日（星期三）前` and `2021年2月底前`. */
const BEFORE =
  /^\s*(?:[（(](?:星期|周).[）)])?\s*[底末初]?\s*(?:年底)?\s*(?:\d{1,2}(?:[：:]\d{2}|[时点]))?\s*(?:以前|之前|前)/u;
const RECURRING = /每(?:个)?(年度?|月份?|季度?)/gu;
/** `每月5日前`, `每季度首月10日前`: the day within the period. */
const DAY_LIMIT = /^[\p{Script=Han}]{0,4}?(?:\d{1,2}|[一二三]?十?[一二三四五六七八九])?[日号]?(?:以前|之前|前)/u;

/**
 * Finds the time marks of a sentence: `2021年2月底前` → due `2021-02`; `每年6月底、12月底前` → `--06` and `--12`;
 * `每月5日前` → `monthly`; `每季度` → `quarterly`; `每年` → `yearly`. Half-years have no value and are left out.
 */
export function findTimeMarks(sentence: string, dates: readonly DateMention[]): TimeMark[] {
  const recurring = [...sentence.matchAll(RECURRING)].flatMap((match) => readRecurring(sentence, match, dates));
  const once = dates
    .filter((date) => (date.iso !== null || date.day !== null) && BEFORE.test(sentence.slice(date.end, date.end + 18)))
    .filter((date) => !picksOut(sentence, date))
    .filter((date) => !recurring.some((mark) => date.start >= mark.start && date.start < mark.end))
    .filter(
      (date) => !/(?:责任|时限|期限|时间)[：:]?\s*$/u.test(sentence.slice(Math.max(0, date.start - 6), date.start)),
    )
    .map((date) => readOnce(sentence, date));
  return [...recurring, ...once].sort((a, b) => a.start - b.start);
}

/** `次年1月15日前` of a known year is the day in the year after it, of none known a day in each year. */
const NEXT_YEAR = /(?:次|翌|第二|下一?)年\s*的?\s*$/u;

function readOnce(sentence: string, date: DateMention): TimeMark {
  const { start, end, iso, year, month, day } = date;
  const mark = { start, end, due: iso, recurring: null, limited: true };
  if (!date.inherited || !NEXT_YEAR.test(sentence.slice(Math.max(0, start - 5), start))) return mark;
  if (year === null) return { ...mark, recurring: yearlyValue(date) };
  return { ...mark, due: formatDate(year + 1, month, day) };
}

const DONE =
  "\\s*[底末]?\\s*(?:以前|之前|前)已?(?:建成|建设|修建|兴建|竣工|交付|投入使用|投用|登记|注册|取得|购置|开工|出生)";
const DONE_BEFORE = new RegExp(`^${DONE}`, "u");
const DONE_THINGS = new RegExp(`^${DONE}[^，。；]{0,8}的`, "u");

/** `对2000年以前建成的住宅开展摸底`: a date that picks out what is meant says nothing of by when. */
function picksOut(sentence: string, date: DateMention): boolean {
  const after = sentence.slice(date.end, date.end + 30);
  const isObject = /[对把将凡]\s*$/u.test(sentence.slice(Math.max(0, date.start - 3), date.start));
  return DONE_THINGS.test(after) || (isObject && DONE_BEFORE.test(after));
}

function readRecurring(sentence: string, match: RegExpExecArray, dates: readonly DateMention[]): TimeMark[] {
  const start = match.index;
  const end = start + match[0].length;
  const after = sentence.slice(end, end + 14);
  const limited = DAY_LIMIT.test(after) || /^[末底初]/u.test(after);
  if (match[1]!.startsWith("月")) return [{ start, end, due: null, recurring: "monthly", limited }];
  if (match[1]!.startsWith("季")) return [{ start, end, due: null, recurring: "quarterly", limited }];
  const days = yearlyDays(sentence, end, dates);
  if (days.length === 0) return [{ start, end, due: null, recurring: "yearly", limited: /^[底末]前/u.test(after) }];
  return days.map((date) => ({
    start: Math.max(start, date.start),
    end: date.end,
    due: null,
    recurring: yearlyValue(date),
    limited: true,
  }));
}

/** The month-days listed right after 每年, apart by 、和. */
function yearlyDays(sentence: string, from: number, dates: readonly DateMention[]): DateMention[] {
  const days: DateMention[] = [];
  let at = from;
  for (const date of dates) {
    if (date.start < at || date.month === null || !date.inherited) continue;
    if (!/^[的、和及与底末前\s]{0,4}$/u.test(sentence.slice(at, date.start))) break;
    days.push(date);
    at = date.end;
  }
  return days;
}

/** `12月底` → `--12`, `6月30日` → `--06-30`: ISO 8601 without a year. */
const yearlyValue = (date: DateMention): string => formatDate(0, date.month, date.day).replace(/^0/u, "-");
