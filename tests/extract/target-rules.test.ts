import { describe, expect, test } from "vitest";
import { findQuantities } from "../../src/extract/quantities.ts";
import { isTargetQuantity } from "../../src/extract/target-rules.ts";

/** Whether the first number of a sentence is to be reached. */
const isTarget = (sentence: string, { goals = false, dated = true } = {}): boolean =>
  isTargetQuantity(sentence, findQuantities(sentence)[0]!, goals, dated);

test.each(["自来水普及率达到92%以上", "新建公厕12座", "单位能耗下降14%", "培育节水企业5家", "合格率不低于95%"])(
  "%s is a target in any chapter",
  (sentence) => expect(isTarget(sentence)).toBe(true),
);

describe("money, limits and counts of work are no targets", () => {
  test.each([
    ["a subsidy", "改造每户补助2000元"],
    ["a reward", "对达标企业奖励10万元"],
    ["a fine", "罚款不超过500元"],
    ["who may take part", "面积50平方米以下的不纳入改造"],
    ["an age", "年龄60周岁以上老年人120人"],
    ["an operation's bound", "每户不少于2个水表"],
    ["a distance", "服务半径不超过500米"],
    ["what is meant, by size", "改造50平方米以上的公厕"],
    ["how often something is done", "每年开展2次检查"],
    ["what something is done to", "对东沟、西沟等3处水源地设置界标"],
  ])("%s", (_, sentence) => expect(isTarget(sentence)).toBe(false));
});

test("lifts are counted by 部, which else counts rules", () => {
  expect(isTarget("加装电梯20部", { goals: true })).toBe(true);
  expect(isTarget("出台法规2部", { goals: true })).toBe(false);
});

test("outside a chapter of targets a count without date and comparator is none", () => {
  expect(isTarget("新建公厕12座", { dated: false })).toBe(false);
  expect(isTarget("新建公厕12座", { goals: true, dated: false })).toBe(true);
  expect(isTarget("新建公厕不少于12座", { dated: false })).toBe(true);
});
