import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuantities } from "../../src/extract/quantities.ts";

const show = (text: string): string[] =>
  findQuantities(text).map(
    ({ comparator, value, max, unit, rough }) =>
      `${comparator}${value}${max === null ? "" : `~${max}`}${unit}${rough ? " 左右" : ""}`,
  );

describe("a comparator is said before or after the number", () => {
  test.each([
    ["覆盖率达到90%以上", [">=90%"]],
    ["不低于85％", [">=85%"]],
    ["不少于500个", [">=500个"]],
    ["签订不少于3000份", [">=3000份"]],
    ["占30份额", []],
    ["达到95%", [">=95%"]],
    ["超过2000公里", [">2000公里"]],
    ["不超过10%", ["<=10%"]],
    ["控制在38微克/立方米以内", ["<=38微克/立方米"]],
    ["低于5%", ["<5%"]],
    ["扩大到60%", ["=60%"]],
    ["新建公厕12座", ["=12座"]],
    ["约30%左右", ["=30% 左右"]],
    ["不超过所辖村总数的15%", ["<=15%"]],
    ["至少3次", [">=3次"]],
    ["灌溉水利用系数提高到0.6以上", [">=0.6"]],
    ["死亡率控制在0.02以内", ["<=0.02"]],
    ["满意度指数达到85，", [">=85"]],
    ["普及率达到2025年水平", []],
    ["力争退出全省后10位", []],
    ["进入全省前5名", []],
  ])("%s", (text, quantities) => expect(show(text)).toEqual(quantities));
});

describe("numbers as they are printed", () => {
  test.each([
    ["1,200户", ["=1200户"]],
    ["１２．５％", ["=12.5%"]],
    ["3.5万亩", ["=3.5万亩"]],
    ["百分之八十", ["=80%"]],
    ["建成三个，", ["=3个"]],
    ["八成以上", [">=80%"]],
    ["七成五的", ["=75%"]],
    ["三分之二的", ["=66.67%"]],
    ["半数以上", [">=50%"]],
    ["减少一半", ["=50%"]],
    ["翻一番", ["=1番"]],
    ["不少于三百项", [">=300项"]],
    ["造林二十万亩", ["=20万亩"]],
    ["提高三个百分点，", ["=3个百分点"]],
    ["12条（段）以上", [">=12条（段）"]],
    ["20家（含）以上", [">=20家"]],
    ["控制在12/10万以下", ["<=12/10万"]],
    ["不少于2小时", [">=2小时"]],
    ["达到80岁，", [">=80岁"]],
    ["分别不少于3200吨、1500吨", [">=3200吨", ">=1500吨"]],
    ["A率、B率达到80%、90%", [">=80%", ">=90%"]],
    ["培育2—3个", [">=2~3个"]],
    ["达到30%—40%", [">=30~40%"]],
  ])("%s", (text, quantities) => expect(show(text)).toEqual(quantities));
});

test.each([
  "第3个阶段",
  "2022年",
  "GB 3838-2002",
  "三个月",
  "十大行动",
  "一、总体要求",
  "1.加强领导",
  "每百户",
  "每10万人",
  "五成立",
  "十项行动",
  "3岁以下儿童",
])("%s is no quantity", (text) => {
  expect(findQuantities(text)).toEqual([]);
});

test("quantities stand in order, in bounds, and their numbers are finite", () => {
  const pieces = [
    "不少于",
    "超过",
    "达到",
    "30",
    "5.5",
    "１２",
    "%",
    "个",
    "万亩",
    "—",
    "以上",
    "以内",
    "左右",
    "、",
    "分别",
    "百分之",
    "八十",
    "，",
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (printed) => {
      let last = 0;
      for (const quantity of findQuantities(printed)) {
        expect(quantity.start).toBeGreaterThanOrEqual(last);
        expect(quantity.end).toBeGreaterThan(quantity.start);
        expect(quantity.end).toBeLessThanOrEqual(printed.length);
        expect(Number.isFinite(quantity.value)).toBe(true);
        expect(quantity.max ?? Infinity).toBeGreaterThan(quantity.value);
        expect(quantity.unit).not.toBe("");
        last = quantity.end;
      }
    }),
  );
});
