import { describe, expect, test } from "vitest";
import { findDates } from "../../src/core/dates.ts";
import { findTimeMarks } from "../../src/extract/time-marks.ts";

const marks = (sentence: string, year: number | null = null): (string | null)[] =>
  findTimeMarks(sentence, findDates(sentence, year)).map(({ due, recurring }) => due ?? recurring);

describe("by when, once", () => {
  test.each([
    ["2021年2月底前报县水利局", ["2021-02"]],
    ["2022年6月20日18：00前上报", ["2022-06-20"]],
    ["2023年5月31日（星期三）前报送", ["2023-05-31"]],
    ["2023年年底前完成", ["2023"]],
    ["于2022年3月15日前、9月15日前报送", ["2022-03-15", "2022-09-15"]],
    ["2022年5月启动排查", []],
    ["自2022年5月起实施", []],
    ["对2005年以前建成、无电梯的住宅开展摸底", []],
    ["改造2010年底前投入使用的泵站", []],
    ["2022年底前建账，次年1月15日前报送", ["2022", "2023-01-15"]],
    ["对2022年6月底前未完成的予以通报", ["2022-06"]],
    ["2022年6月底前建成3座泵站", ["2022-06"]],
  ])("%s", (sentence, due) => expect(marks(sentence)).toEqual(due));
});

describe("by when, again and again", () => {
  test.each([
    ["每月5日前报送进度", ["monthly"]],
    ["每个月通报一次", ["monthly"]],
    ["每季度末前报送小结", ["quarterly"]],
    ["每年开展一次评估", ["yearly"]],
    ["每年6月底、12月底前报送总结", ["--06", "--12"]],
    ["次年1月15日前报送总结", ["--01-15"]],
    ["每年10月25日前上报", ["--10-25"]],
    ["每年11月30日前报2022年12月15日前复核", ["--11-30", "2022-12-15"]],
  ])("%s", (sentence, recurring) => expect(marks(sentence)).toEqual(recurring));
});

test("a mark is limited where it states a day or month before which something must be done", () => {
  const limited = (sentence: string) => findTimeMarks(sentence, findDates(sentence)).map((mark) => mark.limited);
  expect(limited("每月5日前报送")).toEqual([true]);
  expect(limited("每月通报")).toEqual([false]);
  expect(limited("2022年6月底前")).toEqual([true]);
});
