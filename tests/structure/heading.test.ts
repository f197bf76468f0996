import { describe, expect, test } from "vitest";
import { findNumbering } from "../../src/core/numbering.ts";
import { readHeading } from "../../src/structure/heading.ts";
import { paragraphOf } from "../helpers/outline-of.ts";

/** Heading, dates and rest of an item's first paragraph. */
const read = (text: string): string[] => {
  const { heading, dates, rest } = readHeading(paragraphOf(text), findNumbering(text)!);
  return [heading.text, dates.text, rest.text];
};

test.each([
  [
    "the sentence up to its 。",
    "（一）健全管护机制。制定管护办法。落实经费。",
    ["健全管护机制", "", "制定管护办法。落实经费。"],
  ],
  ["the whole paragraph without 。", "一、总体要求", ["总体要求", "", ""]],
  ["a label before a colon", "1.工作目标：到2025年全部达标。", ["工作目标", "", "到2025年全部达标。"]],
  [
    "not a clause before a colon",
    "1.坚持分级、分类原则，做到：应改尽改。",
    ["坚持分级、分类原则，做到：应改尽改", "", ""],
  ],
  [
    "no 。 inside quotes",
    "（二）贯彻“节水优先。空间均衡”方针。全面落实。",
    ["贯彻“节水优先。空间均衡”方针", "", "全面落实。"],
  ],
  [
    "what stands before a bracket of responsibilities",
    "3.推进管网改造（责任单位：县住建局）",
    ["推进管网改造", "", "（责任单位：县住建局）"],
  ],
  [
    "what stands before bodies that take charge",
    "4.开展宣传（县委宣传部、县教育局负责）",
    ["开展宣传", "", "（县委宣传部、县教育局负责）"],
  ],
  ["with a bracket of its own", "（三）推行河（湖）长制。强化巡查。", ["推行河（湖）长制", "", "强化巡查。"]],
])("the heading is %s", (_, text, parts) => expect(read(text)).toEqual(parts));

describe("a bracket of dates", () => {
  test.each([
    [
      "at the heading's end",
      "（一）动员部署阶段（2021年3月—4月）。成立专班。",
      ["动员部署阶段", "（2021年3月—4月）", "成立专班。"],
    ],
    [
      "after the heading's 。",
      "（二）集中整治阶段。（2021年5月至10月）开展排查。",
      ["集中整治阶段", "（2021年5月至10月）", "开展排查。"],
    ],
    [
      "before the colon of a label, whatever its length",
      "（二）集中整治阶段（2021年5月21日—10月31日）：开展排查，逐项整改。",
      ["集中整治阶段", "（2021年5月21日—10月31日）", "开展排查，逐项整改。"],
    ],
    ["without a year", "1.宣传发动（3月上旬）", ["宣传发动", "（3月上旬）", ""]],
    ["left blank", "（三）总结阶段（  月  日—  月  日）。", ["总结阶段", "（  月  日—  月  日）", ""]],
  ])("stands apart %s", (_, text, parts) => expect(read(text)).toEqual(parts));

  test("is none where the bracket says something else", () => {
    expect(read("（一）试点先行（2个镇）。")).toEqual(["试点先行（2个镇）", "", ""]);
  });
});
