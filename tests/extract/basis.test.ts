import { describe, expect, test } from "vitest";
import { extractBasis } from "../../src/extract/basis.ts";
import { inexact, outlineOf, planOf } from "../helpers/outline-of.ts";

/** What a plan with this preamble and this text rests on: `relation title number`. */
const found = async (body: string): Promise<string[]> => {
  const outline = await planOf(body);
  const basis = extractBasis(outline);
  expect(
    inexact(
      basis.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
  return basis.map(({ relation, title, documentNumber }) =>
    [relation, title, documentNumber].filter(Boolean).join(" "),
  );
};

describe("a plan's preamble implements what it rests on", () => {
  test.each([
    ["为贯彻落实《国家节水行动方案》，制定本方案。", ["implements 国家节水行动方案"]],
    [
      "根据《某省节水方案》（某建（城）发〔2020〕31号），制定本方案。",
      ["implements 某省节水方案 某建（城）发〔2020〕31号"],
    ],
    [
      "根据《节约用水条例》（国务院令第776号）和《某省节水规划》，制定本方案。",
      ["implements 节约用水条例 国务院令第776号", "implements 某省节水规划"],
    ],
    [
      "按照《关于印发〈某省节水行动方案〉的通知》（衡政发〔2022〕5号）要求，制定本方案。",
      ["implements 关于印发〈某省节水行动方案〉的通知 衡政发〔2022〕5号"],
    ],
    ["依据《水质标准》(GB 3838-2002)，制定本方案。", ["implements 水质标准 GB3838-2002"]],
  ])("%s", async (preamble, basis) => expect(await found(`${preamble}\n一、目标\n全面节水。`)).toEqual(basis));
});

describe("in the text itself", () => {
  test("a named document is cited", async () => {
    expect(await found("一、任务\n执行《农田灌溉水质标准》，张贴《节水公约》。")).toEqual([
      "cites 农田灌溉水质标准",
      "cites 节水公约",
    ]);
  });

  test("every policy of a list rests with the first, a standard that it refers to does not", async () => {
    expect(
      await found("一、依据\n根据《某省节水方案》（某发〔2020〕3号）、《某市节水规划》，参照《评价标准》编制。"),
    ).toEqual(["implements 某省节水方案 某发〔2020〕3号", "implements 某市节水规划", "cites 评价标准"]);
  });

  test("a standard's number may stand before its name", async () => {
    expect(await found("一、任务\n出水达到GB 18918—2002《污水排放标准》。")).toEqual([
      "cites 污水排放标准 GB18918—2002",
    ]);
  });
});

test("a document named twice is one, with the number that either place gives", async () => {
  expect(
    await found(
      "根据《国家节水行动方案》，制定本方案。\n一、任务\n落实《国家节水行动方案》（发改环资〔2019〕695号）。",
    ),
  ).toEqual(["implements 国家节水行动方案 发改环资〔2019〕695号"]);
});

test("what the document issues and attaches is no basis of it", async () => {
  const outline = await outlineOf(`
    关于印发《某县节水行动实施方案》的通知
    各镇：
    现将《某县节水行动实施方案》印发给你们，请按照《某市节水计划》落实。
    某县水利局
    2022年5月8日
    某县节水行动实施方案
    一、任务
    对照《节水任务分解表》（附件1）落实。
    依据《节水考核细则》打分，确保《某县节水行动实施方案》见效。
    附件：1.节水任务分解表
    2.节水考核细则
    附件1
    节水任务分解表
    管网改造由县住建局负责。`);
  expect(extractBasis(outline).map(({ title }) => title)).toEqual(["某市节水计划"]);
});
