import { readNumber } from "./chinese-number.ts";
import { foldWidth } from "./fold-width.ts";

/**
 * A date in running text, `[start, end)`. `iso` has the precision that the source states (`2022`,
 * `2021-06`, `2020-12-17`), or is null where no year is printed and none can be inherited.
 */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly iso: string | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The year was taken from an earlier date of the same sentence. */
  readonly inherited: boolean;
}

const YEAR = "(?<year>(?:19|20)\\d\\s?\\d|[一二][〇零○Ｏ九][〇零○Ｏ一二三四五六七八九]{2})\\s*年度?";
const MONTH = "(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])\\s*月份?";
const DAY = "(?<day>\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\\s*[日号]";
const PART = "(?<half>[上下]半年)|第?(?<quarter>[一二三四1-4])季度";
const PATTERN = new RegExp(
  [
    `(?:${YEAR}\\s*)?(?<month>\\d{1,2})(?=\\s*[-—–~～至]{1,2}\\s*\\d{1,2}\\s*月)`,
    `${YEAR}\\s*(?:${MONTH}(?:\\s*${DAY})?|${PART}|年?[底末])?`,
    `${MONTH}(?:\\s*${DAY})?`,
    PART,
    "(?<dotted>(?:19|20)\\d{2})\\s*[.\\-/．]\\s*(?<month>\\d{1,2})(?:\\s*[.\\-/．]\\s*(?<day>\\d{1,2}))?(?![\\d.])",
    "(?<bare>(?:19|20)\\d{2})(?=\\s*[-—–―~～至到]{1,2}\\s*(?:19|20)\\d{2}\\s*年)",
    // `三年内` is a span.
    "(?<yearEnd>年年?[底末]|年底|年末|(?<![\\d一二两三四五六七八九十几多数近每半历逐少青]\\s?)年内)",
  ]
    .map((alternative) => `(?:${alternative})`)
    .join("|"),
  "gu",
);

/** Words after which a month or quarter is no calendar date: `3个月`, `每月`, `当月`. */
const NO_DATE_BEFORE = /[\d每当本次上下逐个.．〔[]$/u;
const SENTENCE_END = /[。；;！？!?\n]/u;

/**
 * Finds the dates of a text, in order. A year left out is inherited from the nearest earlier date of the
 * same sentence, else from `year` (`2021年3月至12月` → `2021-03`, `2021-12`).
 */
export function findDates(printed: string, year: number | null = null): DateMention[] {
  const text = foldWidth(printed);
  const mentions: DateMention[] = [];
  let known = year;
  let last = 0;
  for (const match of text.matchAll(PATTERN)) {
    if (SENTENCE_END.test(text.slice(last, match.index))) known = year;
    const mention = readMention(match, text, known);
    last = match.index + match[0].length;
    if (!mention) continue;
    mentions.push(mention);
    known = mention.year ?? known;
  }
  return mentions;
}

function readMention(match: RegExpExecArray, text: string, known: number | null): DateMention | null {
  const group = match.groups ?? {};
  const printed = group.year ?? group.dotted ?? group.bare;
  if (!printed && NO_DATE_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index))) return null;
  if (!printed && !group.yearEnd && /^\s*[度均]/u.test(text.slice(match.index + match[0].length))) return null;
  const year = printed ? readNumber(printed.replace(/[○Ｏ]/gu, "〇")) : known;
  const month = monthOf(group);
  const day = group.day ? readNumber(group.day) : null;
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null;
  const iso = year === null ? null : formatDate(year, month, day);
  return {
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    iso,
    year,
    month,
    day,
    inherited: !printed,
  };
}

function monthOf(group: Record<string, string | undefined>): number | null {
  if (group.month) return readNumber(group.month);
  if (group.half) return group.half === "上半年" ? 6 : 12;
  if (group.quarter) return (readNumber(group.quarter) ?? 0) * 3;
  return null;
}

/** `(2021, 6, null)` → `2021-06`. */
export function formatDate(year: number, month: number | null, day: number | null): string {
  const pad = (value: number): string => String(value).padStart(2, "0");
  return [String(year), ...(month === null ? [] : [pad(month), ...(day === null ? [] : [pad(day)])])].join("-");
}

/** The first and last day that a date of any precision may mean, as ISO dates: `2021-02` → `2021-02-01`, `2021-02-28`. */
export function dayRange(iso: string): { first: string; last: string } {
  const [year = 0, month, day] = iso.split("-").map(Number);
  if (day) return { first: iso, last: iso };
  const lastMonth = month ?? 12;
  const lastDay = new Date(Date.UTC(year, lastMonth, 0)).getUTCDate();
  return { first: formatDate(year, month ?? 1, 1), last: formatDate(year, lastMonth, lastDay) };
}

const RANGE_SIGN = /^\s*(?:[-－—–―~～至到]|——|－－){1,2}\s*$/u;

/** `10月1日—10日`: the month is left out, too. */
const DAY_AFTER = /^\s*(?:[-－—–―~～至到]){1,2}\s*([12]?\d|3[01])\s*[日号]/u;

/** A span of time as printed; `start`/`end` are null where it is open. */
export interface DateRange {
  readonly start: string | null;
  readonly end: string | null;
}

/**
 * Reads the first span of dates in a text: `2020年11月至2021年6月`, `2022年12月以后` (open end), `2021年6月底前`
 * (open start), `2021年3月` (one month: both). Null without a date that has a year.
 */
export function findRange(printed: string, year: number | null = null): DateRange | null {
  const text = foldWidth(printed);
  const dates = findDates(text, year);
  const at = dates.findIndex((date) => date.iso !== null);
  const first = dates[at];
  if (!first) return null;
  const next = dates[at + 1];
  if (next?.iso && RANGE_SIGN.test(text.slice(first.end, next.start).replace(/[底末初起份上中下旬]/gu, ""))) {
    return { start: first.iso, end: next.iso };
  }
  const lastDay = first.day === null ? null : DAY_AFTER.exec(text.slice(first.end, first.end + 12))?.[1];
  if (lastDay) return { start: first.iso, end: formatDate(first.year!, first.month, Number(lastDay)) };
  const after = text.slice(first.end, first.end + 8);
  if (/^\s*[底末初]?\s*(?:以?后|起|开始|以来|及以后|至长期|[-—至]+\s*长期)/u.test(after))
    return { start: first.iso, end: null };
  if (
    /^\s*[底末上中下旬]*\s*(?:之?以?前|止)/u.test(after) ||
    /(?:截至|截止|到|至)\s*$/u.test(text.slice(Math.max(0, first.start - 6), first.start))
  )
    return { start: null, end: first.iso };
  return { start: first.iso, end: first.iso };
}
