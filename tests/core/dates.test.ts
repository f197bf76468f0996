import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayRange, findDates, findRange, formatDate } from "../../src/core/dates.ts";

const isoOf = (text: string, year: number | null = null): (string | null)[] =>
  findDates(text, year).map((date) => date.iso);

describe("a date has the precision that the source states", () => {
  test.each([
    ["到2024年全面完成", ["2024"]],
    ["2023年度", ["2023"]],
    ["2021年6月", ["2021-06"]],
    ["2020年12月17日", ["2020-12-17"]],
    ["2019 年 3 月 5 日", ["2019-03-05"]],
    ["２０２２年１０月８日", ["2022-10-08"]],
    ["二〇二一年十一月二十三日", ["2021-11-23"]],
    ["二○一九年三月十日", ["2019-03-10"]],
    ["2022.3.15", ["2022-03-15"]],
    ["2023-07-01", ["2023-07-01"]],
    ["2021年1月1号", ["2021-01-01"]],
  ])("%s", (text, dates) => expect(isoOf(text)).toEqual(dates));
});

describe("a half-year or a quarter is its last month, an end of the year that year", () => {
  test.each([
    ["2019年上半年", "2019-06"],
    ["2024年下半年", "2024-12"],
    ["2022年第一季度", "2022-03"],
    ["2022年三季度", "2022-09"],
    ["2023年4季度", "2023-12"],
    ["2021年底前", "2021"],
    ["2021年年末", "2021"],
    ["2021年2月底前", "2021-02"],
  ])("%s is %s", (text, iso) => expect(isoOf(text)).toEqual([iso]));
});

describe("a year left out is inherited from the nearest earlier date of the sentence", () => {
  test.each([
    ["2021年3月至12月", ["2021-03", "2021-12"]],
    ["2021年11月启动，2022年3月推广，6月底前验收", ["2021-11", "2022-03", "2022-06"]],
    ["2023年6月1日前上报，年底前完成", ["2023-06-01", "2023"]],
    ["2023年6月1日前上报，年内完成", ["2023-06-01", "2023"]],
    ["2023年6月1日前上报，三年内完成", ["2023-06-01"]],
    ["2022年5月10日前申报。6月复核", ["2022-05-10", null]],
    ["2022年5月申报；6月复核", ["2022-05", null]],
  ])("%s", (text, dates) => expect(isoOf(text)).toEqual(dates));

  test("and from the given year where the sentence has none", () => {
    expect(isoOf("3月底前摸底，9月验收", 2025)).toEqual(["2025-03", "2025-09"]);
    expect(findDates("3月底前", 2025)[0]).toMatchObject({ inherited: true, year: 2025, month: 3, day: null });
    expect(findDates("2024年3月", 2025)[0]).toMatchObject({ inherited: false, year: 2024 });
  });
});

test.each(["为期3个月", "每月5日前上报", "当月完成整改", "〔2021〕18号", "2021年13月", "占比45.6%", "上半年度"])(
  "%s holds no month of the calendar",
  (text) => {
    expect(findDates(text).filter((date) => date.month !== null)).toEqual([]);
  },
);

describe("a span of dates", () => {
  test.each([
    ["2020年11月至2021年6月", { start: "2020-11", end: "2021-06" }],
    ["（2022年4月—10月）", { start: "2022-04", end: "2022-10" }],
    ["2021年3月1日-5月31日", { start: "2021-03-01", end: "2021-05-31" }],
    ["2022年10月1日—10日", { start: "2022-10-01", end: "2022-10-10" }],
    ["2021年3月上旬至5月底", { start: "2021-03", end: "2021-05" }],
    ["2023—2025年", { start: "2023", end: "2025" }],
    ["2022年12月以后", { start: "2022-12", end: null }],
    ["2024年1月起", { start: "2024-01", end: null }],
    ["2021年6月底前", { start: null, end: "2021-06" }],
    ["截至2022年9月", { start: null, end: "2022-09" }],
    ["2021年3月", { start: "2021-03", end: "2021-03" }],
  ])("%s", (text, range) => expect(findRange(text)).toEqual(range));

  test("is null without a date that has a year", () => {
    expect(findRange("长期坚持")).toBeNull();
    expect(findRange("3月至5月")).toBeNull();
    expect(findRange("3月至5月", 2024)).toEqual({ start: "2024-03", end: "2024-05" });
  });
});

test("a date of any precision covers its first to its last day", () => {
  expect(dayRange("2024-02")).toEqual({ first: "2024-02-01", last: "2024-02-29" });
  expect(dayRange("2023-02")).toEqual({ first: "2023-02-01", last: "2023-02-28" });
  expect(dayRange("2021")).toEqual({ first: "2021-01-01", last: "2021-12-31" });
  expect(dayRange("2021-05-09")).toEqual({ first: "2021-05-09", last: "2021-05-09" });
});

test("a date is written in ISO 8601 as far as it is known", () => {
  expect(formatDate(2021, null, null)).toBe("2021");
  expect(formatDate(2021, 6, null)).toBe("2021-06");
  expect(formatDate(2021, 6, 3)).toBe("2021-06-03");
});

const PIECES = [
  "2021年",
  "年",
  "月",
  "日",
  "3",
  "12",
  "至",
  "底前",
  "。",
  "每",
  "上半年",
  "第二季度",
  "-",
  ".",
  "２０２３",
  "二〇二二",
];

test("dates stand in order, in bounds, and their months and days exist", () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (printed) => {
      let last = 0;
      for (const date of findDates(printed, 2020)) {
        expect(date.start).toBeGreaterThanOrEqual(last);
        expect(date.end).toBeGreaterThan(date.start);
        expect(date.end).toBeLessThanOrEqual(printed.length);
        expect(date.iso).toMatch(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
        last = date.end;
      }
    }),
  );
});
