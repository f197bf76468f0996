import { describe, expect, test } from "vitest";
import { findMetric, findScope } from "../../src/extract/metric.ts";
import { findQuantities } from "../../src/extract/quantities.ts";
import { isQualifier } from "../../src/extract/target-rules.ts";

const metrics = (sentence: string): (string | null)[] => {
  const all = findQuantities(sentence);
  const measured = all.filter((quantity) => !isQualifier(sentence, quantity));
  return measured.map((quantity) => findMetric(sentence, quantity, all));
};

describe("what a number measures", () => {
  test.each([
    ["stands before a share", "到2025年，自来水普及率达到92%以上", ["自来水普及率"]],
    ["stands after a count", "新建公厕12座", ["公厕"]],
    ["is what is fitted on, not the thing alone", "全区加装电梯100台", ["加装电梯"]],
    ["stands after the number", "60%以上的行政村完成改厕", ["行政村完成改厕"]],
    ["has its own before each number", "污水处理率达到95%，垃圾清运率达到98%", ["污水处理率", "垃圾清运率"]],
    ["is shared by listed numbers", "污水处理率分别达到90%、95%", ["污水处理率", "污水处理率"]],
    ["is without the year compared with", "单位能耗较2020年下降14%", ["单位能耗"]],
    ["is without hedges and verbs", "力争农村公路总里程增加到2000公里", ["农村公路总里程"]],
    ["is without counting words", "累计培育示范企业50家", ["示范企业"]],
    ["is without several verbs", "新建、改扩建学校30所", ["学校"]],
    ["is what the number before measures", "建成公园4个；到2026年，累计建成8个", ["公园", "公园"]],
    ["stands in the bracket with it", "公园50个（其中街头绿地20个）", ["公园", "街头绿地"]],
    [
      "holds what picks it out",
      "培育年产值亿元以上企业20家、10亿元以上企业5家",
      ["年产值亿元以上企业", "10亿元以上企业"],
    ],
    ["stands a clause before", "公交站点覆盖率稳步提升，达到90%", ["公交站点覆盖率"]],
  ])("%s", (_, sentence, names) => expect(metrics(sentence)).toEqual(names));
});

test.each([
  ["到2025年，全县自来水普及率达到92%", "全县"],
  ["各县（市、区）建成示范村10个", "各县（市、区）"],
  ["全市新建公厕，各镇不少于2座", "各镇"],
  ["自来水普及率达到92%", null],
])("the scope of the number in %s is %s", (sentence, scope) => {
  expect(findScope(sentence, findQuantities(sentence)[0]!.start)).toBe(scope);
});
