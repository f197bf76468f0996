import { describe, expect, test } from "vitest";
import { extractDeadlines } from "../../src/extract/deadlines.ts";
import { inexact, outlineOf, planOf } from "../helpers/outline-of.ts";

/** `due|recurring by → to` of each deadline of a plan's text. */
const found = async (body: string): Promise<string[]> => {
  const outline = await planOf(body);
  const deadlines = extractDeadlines(outline);
  expect(
    inexact(
      deadlines.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
  return deadlines.map(({ due, recurring, by, to }) => `${due ?? recurring} ${by.join("、")} → ${to}`);
};

const inMeasures = (text: string): Promise<string[]> => found(`一、保障措施\n${text}`);

describe("who must hand in what by when", () => {
  test.each([
    ["各镇要制定方案，并于2022年5月底前报县水利局备案。", ["2022-05 各镇 → 县水利局"]],
    ["2022年6月底前，由县水利局完成灌区排查。", ["2022-06 县水利局 → null"]],
    ["2022年6月底前，全面完成灌区排查。", ["2022-06  → null"]],
    ["各单位于2022年6月15日前将总结报送县节水办。", ["2022-06-15 各单位 → 县节水办"]],
    ["各镇每月25日前向县水利局报送进度。", ["monthly 各镇 → 县水利局"]],
    ["各镇每年6月底、12月底前将情况报县水利局。", ["--06 各镇 → 县水利局", "--12 各镇 → 县水利局"]],
    [
      "各镇要于每月5日前、每季度首月10日前向县水利局报送进展。",
      ["monthly 各镇 → 县水利局", "quarterly 各镇 → 县水利局"],
    ],
    ["由县水利局牵头，于2023年9月底前出台办法，报县政府。", ["2023-09 县水利局 → 县政府"]],
    ["县水利局每季度通报一次进展。", ["quarterly 县水利局 → null"]],
    ["2022年5月10日前、6月10日前分别报送名单和总结。", ["2022-05-10  → null", "2022-06-10  → null"]],
  ])("%s", async (text, deadlines) => expect(await inMeasures(text)).toEqual(deadlines));
});

test("what must be finished by a day is a deadline, too", async () => {
  expect(await inMeasures("县住建局要在2022年9月底前完成管网普查。")).toEqual(["2022-09 县住建局 → null"]);
});

test.each([
  "（一）关停锅炉。摸清底数。2022年10月底前，全面淘汰燃煤小锅炉。",
  "（一）配齐设备。摸清底数，2022年10月底前全部村站安装计量装置。",
  "（一）抓好教育。2022年10月底前，对供水单位负责人开展一轮培训，强化责任。",
])("a dated clause among a task's sentences is a deadline: %s", async (item) => {
  expect(await found(`一、重点任务\n${item}`)).toEqual(["2022-10  → null"]);
});

test("a count of all there are is no target, and leaves the deadline", async () => {
  expect(await found("一、重点任务\n（一）排查。2022年9月底前完成全部15个灌区的普查。")).toEqual(["2022-09  → null"]);
  expect(await found("一、重点任务\n（一）改造。2022年9月底前完成15个灌区的改造。")).toEqual([]);
});

test("a date that limits nothing is none", async () => {
  expect(await inMeasures("2022年5月，县水利局开展普查。每年都有群众反映。")).toEqual([]);
});

test("the year of a month is the one that its heading states", async () => {
  expect(await found("一、实施步骤\n（一）动员（2022年3月）。印发通知。各镇于3月20日前报送名单。")).toEqual([
    "2022-03-20 各镇 → null",
  ]);
});

test("targets and the objects of the plan state no deadlines", async () => {
  expect(await found("一、工作目标\n2025年底前完成改造，验收合格。")).toEqual([]);
});

test("a dated target in another chapter is a target and not repeated here", async () => {
  expect(await found("一、重点任务\n（一）改造管网。2025年底前完成改造管网120公里。")).toEqual([]);
});

test("a bracket's limit is a deadline of its lead", async () => {
  expect(await found("一、重点任务\n（一）普查管网。摸清底数。（牵头单位：县住建局；完成时限：2023年6月底）")).toEqual([
    "2023-06 县住建局 → null",
  ]);
});

test("a bracket's limit is kept by those responsible where none leads", async () => {
  expect(await found("一、重点任务\n（一）普查管网。摸清底数。（责任单位：县住建局；完成时限：2023年6月底）")).toEqual([
    "2023-06 县住建局 → null",
  ]);
});

describe("a limit in the label lines below an item", () => {
  const limits = (...lines: string[]): Promise<string[]> =>
    found(["一、重点任务", "（一）普查管网。摸清底数。", ...lines].join("\n"));

  test("is kept by the body that leads", async () => {
    expect(await limits("牵头单位：农田水利司", "参与单位：规划司、财务司", "完成时限：2027年上半年")).toEqual([
      "2027-06 农田水利司 → null",
    ]);
  });

  test("is kept by those responsible where none leads", async () => {
    expect(await limits("责任单位：县住建局、县财政局；完成时限：2025年9月底前")).toEqual([
      "2025-09 县住建局、县财政局 → null",
    ]);
  });

  test("in a bracket of such a line is found once", async () => {
    expect(await limits("责任单位：县住建局（完成时限：2025年9月底前）")).toEqual(["2025-09  → null"]);
  });

  test("without a date is none", async () => {
    expect(await limits("责任单位：县住建局；完成时限：长期坚持")).toEqual([]);
  });

  test("has the bodies of its own item only", async () => {
    expect(await limits("牵头单位：县住建局", "（二）修缮管网。及时修缮。", "完成时限：2026年三季度")).toEqual([
      "2026-09  → null",
    ]);
  });
});

test("the notice asks for deadlines, too", async () => {
  const outline = await outlineOf(`
    关于印发某县节水行动方案的通知
    各镇：
    现印发给你们，请于2022年5月底前将联络员名单报送县水利局。
    某县水利局
    2022年5月8日
    某县节水行动方案
    一、目标
    全面节水。`);
  expect(extractDeadlines(outline)).toMatchObject([{ due: "2022-05", recurring: null, by: [], to: "县水利局" }]);
});
