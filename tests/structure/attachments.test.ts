import { describe, expect, test } from "vitest";
import { isParagraph, type Node } from "../../src/core/document.ts";
import { splitAttachments } from "../../src/structure/attachments.ts";
import { documentOf } from "../helpers/outline-of.ts";

const textsOf = (nodes: readonly Node[]): string[] => nodes.filter(isParagraph).map((node) => node.block.text);
const split = async (text: string) => splitAttachments((await documentOf(text)).nodes);

const PLAN = `
  某县节水行动方案
  一、总体要求
  节约用水。
  二、重点任务
  改造管网。
`;

describe("the document's attachments", () => {
  test("begin at their own headings, and have the titles below them", async () => {
    const { front, attachments, colophon } = await split(`${PLAN}
      附件：1.节水任务分解表
      2.节水考核细则
      某县人民政府办公室
      2022年5月8日
      附件1
      节水任务分解表
      管网改造由县住建局负责。
      附件2
      节水考核细则
      第一条 为做好考核，制定本细则。
      抄送：县委办公室
      某县人民政府办公室 2022年5月9日印发`);
    expect(textsOf(front).at(-1)).toBe("2022年5月8日");
    expect(attachments.map(({ number, title }) => [number, title])).toEqual([
      [1, "节水任务分解表"],
      [2, "节水考核细则"],
    ]);
    expect(attachments.map(({ nodes }) => textsOf(nodes))).toEqual([
      ["管网改造由县住建局负责。"],
      ["第一条 为做好考核，制定本细则。"],
    ]);
    expect(colophon.map(({ block }) => block.text)).toEqual([
      "抄送：县委办公室",
      "某县人民政府办公室 2022年5月9日印发",
    ]);
  });

  test("have the title after the mark where it stands on the same line", async () => {
    const { attachments } = await split(`${PLAN}
      附件1：节水任务分解表
      管网改造由县住建局负责。
      附件2：节水考核细则
      满分100分。`);
    expect(attachments.map(({ title, heading }) => [title, heading?.text])).toEqual([
      ["节水任务分解表", "节水任务分解表"],
      ["节水考核细则", "节水考核细则"],
    ]);
  });

  test("may be listed and absent, or found without a mark by the listed title", async () => {
    const { attachments } = await split(`${PLAN}
      附件：1.节水任务分解表
      2.节水考核细则
      2022年5月8日
      节水考核细则
      满分100分。`);
    expect(attachments.map(({ number, title, heading }) => [number, title, heading !== null])).toEqual([
      [1, "节水任务分解表", false],
      [2, "节水考核细则", true],
    ]);
  });

  test("take as many lines for a title as the listed one has", async () => {
    const { attachments } = await split(`${PLAN}
      附件：某县农村供水工程管护考核细则
      2022年5月8日
      附件
      某县农村供水工程
      管护考核细则
      满分100分。`);
    expect(attachments[0]).toMatchObject({ number: 1, title: "某县农村供水工程管护考核细则" });
    expect(textsOf(attachments[0]!.nodes)).toEqual(["满分100分。"]);
  });
});

test("a notice's attachment that is the plan is the plan, and no attachment of it", async () => {
  const { front, plan, attachments } = await split(`
    关于印发节水行动方案的通知
    各镇：
    现将方案印发给你们，请遵照执行。
    附件：某县节水行动方案
    某县人民政府
    2022年5月8日
    附件
    某县节水行动方案
    一、总体要求
    节约用水。`);
  expect(textsOf(plan ?? [])).toEqual(["某县节水行动方案", "一、总体要求", "节约用水。"]);
  expect(textsOf(front).at(-1)).toBe("2022年5月8日");
  expect(attachments).toEqual([]);
});

test("a document without attachments is all front", async () => {
  const { front, plan, attachments, colophon } = await split(PLAN);
  expect(textsOf(front)).toHaveLength(5);
  expect([plan, attachments, colophon]).toEqual([null, [], []]);
});
