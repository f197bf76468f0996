import { MEASURE, type Measure, measureOf, OTHER_UNIT } from "./measures.ts";
import { NUMERAL, readNumeral } from "./numerals.ts";

/** A number with a unit at `[start, end)`, not yet bounded; `value` in the unit's class. */
export interface Amount extends Measure {
  readonly value: number;
  /** Written in Arabic digits. */
  readonly arabic: boolean;
  /** `每300户`: what another number is for. */
  readonly per: boolean;
  readonly start: number;
  readonly end: number;
}

const PATTERN = new RegExp(
  `(?<per>每(?:满|增加)?)?(?<![\\d.第/A-Za-z-])(?<number>(?:${NUMERAL})[万亿]?)(?:\\s?[-—–~～至](?<upper>${NUMERAL}))?\\s?(?<unit>${MEASURE}|(?<=\\d)(?<other>${OTHER_UNIT}))`,
  "gu",
);
/** `一人一档`, `一户一表`; `2022年` is a date. */
const SET_PHRASE = /^[一二两三四五六七八九十](?![十百千])\p{Script=Han}[一二两三四五六七八九十]/u;

const GRADE = /(?<![A-Za-z\d])([A-E])\1{0,2}级/gu;

/** `A级` is above `B级`, `AAA级` above `AA级`. */
const findGrades = (text: string): Amount[] =>
  [...text.matchAll(GRADE)].map((match) => ({
    kind: "count",
    unit: "等级",
    factor: 1,
    value: 6 - (match[1]!.charCodeAt(0) - 64) + (match[0].length - 2),
    arabic: true,
    per: false,
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Of one to several: `坡度不大于1:12`, `师幼比不低于1:7`; `8:30` is a time. */
const RATIO = /(?<![\d:：.])1[:：](?<of>\d{1,3}(?:\.\d{1,2})?)(?![\d:：])/gu;

const findRatios = (text: string): Amount[] =>
  [...text.matchAll(RATIO)].map((match) => ({
    kind: "count",
    unit: "比",
    factor: 1,
    value: 1 / Number(match.groups?.of),
    arabic: true,
    per: false,
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Finds numbers with units: `3次`, `24小时`, `五个工作日`, `1,800户`, `2-4次` (its lower end), `A级`. */
export const findAmounts = (text: string): Amount[] =>
  [...findNumbers(text), ...findGrades(text), ...findRatios(text)].toSorted((a, b) => a.start - b.start);

const findNumbers = (text: string): Amount[] =>
  [...text.matchAll(PATTERN)].flatMap((match) => {
    const { per = "", upper, unit = "" } = match.groups ?? {};
    // 救助年龄为0—14岁: the upper end tells.
    const number = unit.endsWith("岁") && upper ? upper : (match.groups?.number ?? "");
    const measure = measureOf(unit);
    const value = readNumeral(number) * measure.factor;
    const start = match.index;
    const isDate = (unit === "年" && /^\d{4}$/u.test(number)) || (unit === "日" && text[start - 1] === "月");
    if (!Number.isFinite(value) || isDate || SET_PHRASE.test(text.slice(start, start + 3))) return [];
    return [
      {
        ...measure,
        value,
        arabic: /^\d/u.test(number) && !match.groups?.other,
        per: per !== "",
        start,
        end: start + match[0].length,
      },
    ];
  });
