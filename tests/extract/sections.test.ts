import { expect, test } from "vitest";
import { extractSections } from "../../src/extract/sections.ts";
import { inexact, planOf } from "../helpers/outline-of.ts";

test("sections are a tree with the numbers as printed and the kinds of their chapters", async () => {
  const outline = await planOf(`
    为节约用水，制定本方案。
    一、总体要求
    节水优先。
    二、实施步骤
    （一）启动阶段（2022年3月）。制定方案。
    1.成立专班。明确分工。
    （二）总结阶段。总结经验。
    三、保障措施`);
  const sections = extractSections(outline);
  expect(sections).toMatchObject([
    { number: "一", heading: "总体要求", kind: "guidance", level: 1, children: [] },
    {
      number: "二",
      heading: "实施步骤",
      kind: "phases",
      level: 1,
      children: [
        {
          number: "（一）",
          heading: "启动阶段",
          kind: "phases",
          level: 2,
          children: [{ number: "1", heading: "成立专班", kind: "phases", level: 3 }],
        },
        { number: "（二）", heading: "总结阶段", kind: "phases", level: 2, children: [] },
      ],
    },
    { number: "三", heading: "保障措施", kind: "measures", level: 1, children: [] },
  ]);
  expect(
    inexact(
      sections.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
  expect(sections[1]!.children[0]!.evidence).toMatchObject([{ quote: "启动阶段" }]);
});

test("a bare number is no section", async () => {
  const sections = extractSections(await planOf("一、重点任务\n（一）\n1.普查管网。摸清底数。"));
  expect(sections[0]!.children.map(({ heading }) => heading)).toEqual(["普查管网"]);
});
