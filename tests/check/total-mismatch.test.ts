import fc from "fast-check";
import { expect, test } from "vitest";
import { CHECKS } from "../../src/check/index.ts";
import { standard, standardItem } from "./make-facts.ts";
import { factsOf, makeDocument, type Written } from "./make-plan.ts";

const check = CHECKS["total-mismatch"];
const made = makeDocument(["考核评分表"]);
const evidence = made.at("考核评分表");
const items = (...points: [string | null, number | null][]) =>
  points.map(([category, value], index) => standardItem(index + 1, category, value, evidence));

test("rows that add up to the stated total say nothing", () => {
  const facts = factsOf({ standards: [standard(items(["甲", 60], ["乙", 40]), 100, evidence)] });
  expect(check(facts, made.outline)).toEqual([]);
});

test("rows that add up to less than the stated total are an error with both numbers", () => {
  const facts = factsOf({ standards: [standard(items(["甲", 60], ["乙", 38]), 100, evidence)] });
  expect(check(facts, made.outline)).toEqual([
    { severity: "error", facts: { title: "考核评分表", group: "", stated: 100, sum: 98 }, evidence },
  ]);
});

test("a category's slip that explains the total's is told once, of the category", () => {
  const categories = [
    { name: "甲", points: 60 },
    { name: "乙", points: 40 },
  ];
  const facts = factsOf({ standards: [standard(items(["甲", 60], ["乙", 38]), 100, evidence, { categories })] });
  expect(check(facts, made.outline).map((finding) => finding.facts)).toEqual([
    { title: "考核评分表", group: "乙", stated: 40, sum: 38 },
  ]);
});

test("a total with one number unknown is not added up", () => {
  const facts = factsOf({ standards: [standard(items(["甲", 60], ["乙", null]), 100, evidence)] });
  expect(check(facts, made.outline)).toEqual([]);
});

test("points on top of the full mark are no slip", () => {
  const facts = factsOf({ standards: [standard(items(["甲", 100], ["加分项", 10]), 100, evidence)] });
  expect(check(facts, made.outline)).toEqual([]);
});

test("half points add up exactly", () => {
  const facts = factsOf({ standards: [standard(items(["甲", 0.1], ["甲", 0.2]), 0.3, evidence)] });
  expect(check(facts, made.outline)).toEqual([]);
});

const ROWS: Written = [
  ["序号", "村名", "户数"],
  ["1", "甲村", "12"],
  ["2", "乙村", "9"],
  ["合计", "", "22"],
];

test("a plain table's column that does not add up to its 合计 is an error", () => {
  const list = makeDocument([ROWS]);
  const facts = factsOf({ lists: [{ title: "名单", columns: [], rows: [], evidence: list.at("村名") }] });
  expect(check(facts, list.outline).map((finding) => finding.facts)).toEqual([
    { title: "名单", group: "户数", stated: 22, sum: 21 },
  ]);
});

test("any standard whose total is the sum of its rows says nothing, and one that is off by one always says so", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 }), (points) => {
      const total = points.reduce((sum, each) => sum + each, 0);
      const rows = items(...points.map((each): [string, number] => ["甲", each]));
      const found = (stated: number) => check(factsOf({ standards: [standard(rows, stated, evidence)] }), made.outline);
      expect(found(total)).toEqual([]);
      expect(found(total + 1)).toHaveLength(1);
    }),
  );
});
