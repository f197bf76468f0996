import { describe, expect, test } from "vitest";
import { extractPhases } from "../../src/extract/phases.ts";
import { inexact, outlineOf, planOf } from "../helpers/outline-of.ts";

/** `name start…end: text` of each step. */
const show = async (body: string, title?: string): Promise<string[]> => {
  const outline = title ? await outlineOf(`${title}\n${body}`) : await planOf(body);
  const phases = extractPhases(outline);
  expect(
    inexact(
      phases.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
  expect(phases.map(({ ordinal }) => ordinal)).toEqual(phases.map((_, index) => index + 1));
  return phases.map(({ name, start, end, text }) => `${name} ${start}…${end}: ${text}`);
};

describe("the steps of a plan", () => {
  test.each([
    [
      "numbered, with dates in brackets",
      "一、实施步骤\n（一）动员部署阶段（2021年3月—4月）。成立专班。\n（二）总结阶段（2021年12月底前）。总结经验。",
      ["动员部署阶段 2021-03…2021-04: 成立专班。", "总结阶段 null…2021-12: 总结经验。"],
    ],
    [
      "as paragraphs of their own",
      "一、实施步骤\n第一阶段：动员部署（2021年3月）。召开会议。\n逐级动员。\n第二阶段：整治（2021年4月至9月）。全面整治。",
      ["动员部署 2021-03…2021-03: 召开会议。逐级动员。", "整治 2021-04…2021-09: 全面整治。"],
    ],
    [
      "only counted, with their names behind the dates",
      "一、实施步骤\n（一）第一阶段（2022年3月）：动员部署阶段。张贴公告。\n（二）第二阶段（2022年4月）：整治阶段。逐户排查。",
      ["动员部署阶段 2022-03…2022-03: 张贴公告。", "整治阶段 2022-04…2022-04: 逐户排查。"],
    ],
    [
      "counted, as paragraphs, with a short name behind the dates",
      "一、进度安排\n第一阶段（2025年3月）：宣传发动。召开会议。\n第二阶段（2025年4月至9月）：逐户排查，建立台账。\n第三阶段（2025年10月）：召开总结会。通报结果。",
      [
        "宣传发动 2025-03…2025-03: 召开会议。",
        "第二阶段 2025-04…2025-09: 逐户排查，建立台账。",
        "第三阶段 2025-10…2025-10: 召开总结会。通报结果。",
      ],
    ],
    [
      "numbered, with dates for a heading and the name behind them",
      "一、实施步骤\n（一）2025年3月：宣传发动阶段。召开会议。\n（二）2025年4月至9月：逐户排查，建立台账。",
      ["宣传发动阶段 2025-03…2025-03: 召开会议。", "2025年4月至9月 2025-04…2025-09: 逐户排查，建立台账。"],
    ],
    [
      "neither numbered nor called 阶段, with their dates in brackets",
      "一、实施步骤\n宣传发动（2025年3月）。召开会议。\n集中整治（2025年4月至9月）：逐户排查。\n建立台账（附件1）。",
      ["宣传发动 2025-03…2025-03: 召开会议。", "集中整治 2025-04…2025-09: 逐户排查。建立台账（附件1）。"],
    ],
    [
      "counted behind the word",
      "一、进度安排\n阶段一：摸底调查（2025年3月）。逐户登记。\n阶段二：巩固提升（2025年4月至9月）。建章立制。",
      ["摸底调查 2025-03…2025-03: 逐户登记。", "巩固提升 2025-04…2025-09: 建章立制。"],
    ],
    [
      "not counted, the last without dates",
      "一、进度安排\n启动阶段（2025年3月）。逐户登记。\n改造阶段（2025年4月至9月）。更换管网。\n长效阶段。建章立制。",
      [
        "启动阶段 2025-03…2025-03: 逐户登记。",
        "改造阶段 2025-04…2025-09: 更换管网。",
        "长效阶段 null…null: 建章立制。",
      ],
    ],
    [
      "with the date in the first sentence",
      "一、工作步骤\n（一）摸底排查。2022年5月至6月，各镇排查。2023年复查。",
      ["摸底排查 2022-05…2022-06: 2022年5月至6月，各镇排查。2023年复查。"],
    ],
    [
      "with the date in front of the name",
      "一、时间安排\n1.2022年3月底前，宣传发动。张贴公告。\n2.2022年4月至6月为集中整治阶段。逐户排查。",
      ["宣传发动 null…2022-03: 张贴公告。", "集中整治阶段 2022-04…2022-06: 逐户排查。"],
    ],
    [
      "with an open end",
      "一、实施步骤\n（一）长效管护阶段（2022年12月以后）。建章立制。",
      ["长效管护阶段 2022-12…null: 建章立制。"],
    ],
    [
      "with steps that only sound like bodies",
      "一、实施步骤\n（一）动员部署。2022年3月，成立专班。",
      ["动员部署 2022-03…2022-03: 2022年3月，成立专班。"],
    ],
    [
      "in the year of their chapter's heading",
      "一、时间安排（2022年3月至11月）\n1.启动阶段（即日起至3月20日）。张贴公告。\n2.整治阶段（3月21日至11月30日）。逐户排查。",
      ["启动阶段 null…2022-03-20: 张贴公告。", "整治阶段 2022-03-21…2022-11-30: 逐户排查。"],
    ],
    [
      "in the year of the sentence that counts them",
      "一、实施步骤\n从2022年3月开始，分两个阶段进行。\n1.启动阶段（3月）。张贴公告。\n2.整治阶段（4月至6月）。逐户排查。",
      ["启动阶段 2022-03…2022-03: 张贴公告。", "整治阶段 2022-04…2022-06: 逐户排查。"],
    ],
    [
      "in no year where their chapter's heading has two",
      "一、时间安排（2022年11月至2023年3月）\n1.启动阶段（11月）。张贴公告。\n2.整治阶段（12月至3月）。逐户排查。",
      ["启动阶段 null…null: 张贴公告。", "整治阶段 null…null: 逐户排查。"],
    ],
    ["without dates", "一、实施步骤\n（一）启动阶段。制定方案。", ["启动阶段 null…null: 制定方案。"]],
  ])("%s", async (_, body, steps) => expect(await show(body)).toEqual(steps));

  test("are of the year that the title names where they print none", async () => {
    expect(await show("一、实施步骤\n（一）启动阶段（3月）。制定方案。", "某县2024年河道清淤方案")).toEqual([
      "启动阶段 2024-03…2024-03: 制定方案。",
    ]);
  });

  test("may be the items of a chapter of targets that says so", async () => {
    expect(
      await show("一、工作目标\n分两步实施。\n（一）到2023年，试点先行。\n（二）到2025年，全面推开。"),
    ).toHaveLength(2);
    expect(await show("一、工作目标\n稳步实施。\n（一）到2023年，试点先行。\n（二）到2025年，全面推开。")).toEqual([]);
  });
});

test("a step names who is responsible", async () => {
  const outline = await planOf("一、实施步骤\n（一）启动阶段（2022年3月）。制定方案。（责任单位：县水利局）");
  expect(extractPhases(outline)[0]!.responsibilities).toEqual([{ role: "responsible", units: ["县水利局"] }]);
});
