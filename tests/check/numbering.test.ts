import fc from "fast-check";
import { expect, test } from "vitest";
import { CHECKS } from "../../src/check/index.ts";
import { toHan, withValue } from "../../src/check/printed-number.ts";
import { findBreaks } from "../../src/check/sequence.ts";
import { readNumber } from "../../src/core/chinese-number.ts";
import { section, standard, standardItem } from "./make-facts.ts";
import { factsOf, type MadeDocument, makeDocument } from "./make-plan.ts";

const gaps = CHECKS["numbering-gap"];
const repeats = CHECKS["duplicate-number"];
const sectionsOf = (made: MadeDocument, ...headings: [string, string][]) =>
  factsOf({ sections: headings.map(([number, heading]) => section(number, heading, made.at(heading))) });

test("a number left out between two headings is a gap", () => {
  const made = makeDocument(["（一）产业", "（二）能源", "（四）交通"]);
  const facts = sectionsOf(made, ["（一）", "产业"], ["（二）", "能源"], ["（四）", "交通"]);
  expect(gaps(facts, made.outline)).toEqual([
    {
      severity: "warning",
      facts: { before: "（二）", after: "（四）", missing: "（三）", label: "交通" },
      evidence: [...made.at("能源"), ...made.at("交通")],
    },
  ]);
});

test("a number that the text shows all the same is no gap: the item was only not read as one", () => {
  const made = makeDocument(["（二）能源。推进清洁取暖。(三)建筑。推广绿色建材。", "（四）交通"]);
  expect(gaps(sectionsOf(made, ["（二）", "能源"], ["（四）", "交通"]), made.outline)).toEqual([]);
});

test("numbers that run on through the chapters are neither gap nor repeat", () => {
  const made = makeDocument(["1.税费", "2.用工", "3.融资", "4.担保"]);
  const chapter = (number: string, first: [string, string], second: [string, string]) =>
    section(number, "章", made.at(first[1]), [
      section(...first, made.at(first[1])),
      section(...second, made.at(second[1])),
    ]);
  const facts = factsOf({
    sections: [chapter("一", ["1", "税费"], ["2", "用工"]), chapter("二", ["3", "融资"], ["4", "担保"])],
  });
  expect([...gaps(facts, made.outline), ...repeats(facts, made.outline)]).toEqual([]);
});

test("an attachment's own numbers begin anew", () => {
  const made = makeDocument(["一、目标", "二、任务", "专项方案", "一、总则"]);
  const facts = factsOf({
    sections: [
      section("一", "目标", made.at("目标")),
      section("二", "任务", made.at("任务")),
      section(null, "专项方案", made.at("专项方案")),
      section("一", "总则", made.at("总则")),
    ],
  });
  expect([...gaps(facts, made.outline), ...repeats(facts, made.outline)]).toEqual([]);
});

test("two headings with one number are a repeat, and the skip after it is the same slip", () => {
  const made = makeDocument(["5.1 领导", "5.2 资金", "5.2 考核", "5.4 参与"]);
  const facts = sectionsOf(made, ["5.1", "领导"], ["5.2", "资金"], ["5.2", "考核"], ["5.4", "参与"]);
  expect(repeats(facts, made.outline).map((finding) => finding.facts)).toEqual([
    { number: "5.2", first: "资金", second: "考核" },
  ]);
  expect(gaps(facts, made.outline)).toEqual([]);
});

test("a row of a table whose number is not printed fills its place", () => {
  const made = makeDocument([
    [
      ["22", "信息基础设施"],
      ["10", "物业服务"],
      ["24", "信息技术"],
    ],
  ]);
  const row = (number: number, words: string) => standardItem(number, null, null, made.at(words));
  const items = [row(22, "信息基础设施"), row(23, "物业服务"), row(24, "信息技术")];
  const facts = factsOf({ standards: [standard(items, null, made.at("物业服务"))] });
  expect(gaps(facts, made.outline)).toEqual([]);
});

test("a printed row number that is left out is a gap", () => {
  const made = makeDocument([
    [
      ["序号", "内容"],
      ["1", "甲"],
      ["3", "乙"],
    ],
  ]);
  const facts = factsOf({ lists: [{ title: "清单", columns: [], rows: [], evidence: made.at("内容") }] });
  expect(gaps(facts, made.outline).map((finding) => finding.facts)).toEqual([
    { before: "1", after: "3", missing: "2", label: "乙" },
  ]);
});

test("a row of numbers without a slip has no breaks, wherever it starts", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 40 }), (start, length) => {
      expect(findBreaks(Array.from({ length }, (_, index) => start + index))).toEqual([]);
    }),
  );
});

test("one inner number taken out is one gap, one written twice one repeat", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 30 }), fc.nat(), (length, seed) => {
      const row = Array.from({ length }, (_, index) => index + 1);
      const inner = 1 + (seed % (length - 2));
      expect(findBreaks(row.toSpliced(inner, 1))).toEqual([{ kind: "gap", index: inner }]);
      expect(findBreaks(row.toSpliced(inner, 0, row[inner]!))).toEqual([{ kind: "duplicate", index: inner + 1 }]);
    }),
  );
});

test("two lists that each begin at 1 are no repeat", () => {
  expect(findBreaks([1, 1, 2, 3])).toEqual([]);
  expect(findBreaks([1, 2, 3, 1, 2])).toEqual([]);
});

test("Chinese numbers up to 99 are written as they are read", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), (value) => readNumber(toHan(value)) === value));
});

test.each([
  ["（二）", 3, "（三）"],
  ["3.1", 4, "3.4"],
  ["①", 2, "②"],
  ["第九条", 10, "第十条"],
])("%s with the value %i is %s", (number, value, expected) => {
  expect(withValue(number, value)).toBe(expected);
});
