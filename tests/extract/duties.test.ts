import { expect, test } from "vitest";
import { extractDuties } from "../../src/extract/duties.ts";
import { inexact, outlineOf, planOf } from "../helpers/outline-of.ts";

const show = async (text: string): Promise<string[]> => {
  const outline = await (text.startsWith("一") ? planOf(text) : outlineOf(text));
  const duties = extractDuties(outline);
  expect(
    inexact(
      duties.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
  return duties.map(({ units, text: duty }) => `${units.join("、")}: ${duty}`);
};

test.each([
  [
    "lines",
    "一、职责分工\n县水利局：负责取水监管。\n县住建局：负责管网改造。",
    ["县水利局: 负责取水监管。", "县住建局: 负责管网改造。"],
  ],
  ["several bodies of one line", "一、职责分工\n县教育局、县卫健局：做好宣传。", ["县教育局、县卫健局: 做好宣传。"]],
  [
    "numbered items",
    "一、部门职责\n（一）县水利局。负责取水监管。\n（二）县住建局。负责管网改造。",
    ["县水利局: 负责取水监管。", "县住建局: 负责管网改造。"],
  ],
  [
    "numbered lines of an item",
    "一、组织保障\n（一）加强领导。成立专班。\n（二）职责分工。\n1.县水利局：负责取水监管。",
    ["县水利局: 负责取水监管。"],
  ],
])("duties are told body by body in %s", async (_, text, duties) => expect(await show(text)).toEqual(duties));

test("an attachment tells them, too", async () => {
  expect(
    await show(`某县节水行动方案
一、目标
全面节水。
附件：部门职责分工
附件
部门职责分工
县水利局：负责取水监管。
县住建局：负责管网改造。`),
  ).toEqual(["县水利局: 负责取水监管。", "县住建局: 负责管网改造。"]);
});

test("a line that begins with something else than bodies is none, nor is another chapter's", async () => {
  expect(await show("一、职责分工\n工作要求：压实责任。\n县水利局负责统筹")).toEqual([]);
  expect(await show("一、重点任务\n县水利局：负责取水监管。")).toEqual([]);
});
