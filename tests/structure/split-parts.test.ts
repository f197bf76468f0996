import { expect, test } from "vitest";
import { isParagraph, type Node } from "../../src/core/document.ts";
import { splitParts } from "../../src/structure/split-parts.ts";
import { documentOf } from "../helpers/outline-of.ts";

const textsOf = (nodes: readonly Node[]): string[] => nodes.filter(isParagraph).map((node) => node.block.text);

test("a notice with its plan is taken apart at titles, signatures and the list of attachments", async () => {
  const parts = splitParts(
    await documentOf(`
      某县人民政府办公室文件
      衡政办发〔2022〕18号
      某县人民政府办公室关于印发某县节水行动方案的通知
      各镇人民政府，县直各单位：
      现印发给你们，请认真贯彻落实。
      某县人民政府办公室
      2022年5月8日
      某县节水行动方案
      为节约用水，制定本方案。
      一、总体要求
      节约用水。
      附件：节水任务分解表
      附件
      节水任务分解表
      管网改造由县住建局负责。
      抄送：县委办公室
      某县人民政府办公室 2022年5月9日印发`),
  );
  expect(textsOf(parts.head)).toEqual(["某县人民政府办公室文件", "衡政办发〔2022〕18号"]);
  expect(parts.noticeTitle?.text).toBe("某县人民政府办公室关于印发某县节水行动方案的通知");
  expect(textsOf(parts.notice)).toEqual([
    "各镇人民政府，县直各单位：",
    "现印发给你们，请认真贯彻落实。",
    "某县人民政府办公室",
    "2022年5月8日",
  ]);
  expect(parts.planTitle.text).toBe("某县节水行动方案");
  expect(textsOf(parts.body)).toEqual(["为节约用水，制定本方案。", "一、总体要求", "节约用水。"]);
  expect(parts.attachments.map(({ title }) => title)).toEqual(["节水任务分解表"]);
  expect(textsOf(parts.colophon)).toHaveLength(2);
});

test("a plan without a notice has its signature in its tail", async () => {
  const parts = splitParts(
    await documentOf(`
      某镇节水行动方案
      一、总体要求
      节约用水。
      某镇人民政府
      2022年5月8日`),
  );
  expect([parts.noticeTitle, parts.notice, parts.head]).toEqual([null, [], []]);
  expect(textsOf(parts.body)).toEqual(["一、总体要求", "节约用水。"]);
  expect(textsOf(parts.tail)).toEqual(["某镇人民政府", "2022年5月8日"]);
});

test("a notice in which no plan follows is the plan itself", async () => {
  const parts = splitParts(
    await documentOf(`
      关于开展河道采砂专项整治的通知
      各镇人民政府：
      为规范采砂，现通知如下。
      一、整治内容
      打击偷采。`),
  );
  expect(parts.noticeTitle).toBeNull();
  expect(parts.planTitle.text).toBe("关于开展河道采砂专项整治的通知");
  expect(textsOf(parts.body)).toContain("一、整治内容");
});

test("a text without any title is all body", async () => {
  const parts = splitParts(await documentOf("一、总体要求\n节约用水。"));
  expect(parts.planTitle).toMatchObject({ from: 0, to: 0, text: "" });
  expect(textsOf(parts.body)).toEqual(["一、总体要求", "节约用水。"]);
});

test.each([
  "经研究，决定开展创建工作。现将《某市节水型学校创建实施方案》印发给你们，请遵照执行。",
  "我们研究制定了《某市节水型学校创建实施方案》，现印发给你们。",
  "经同意，现印发《某市节水型学校创建实施方案》，请认真落实。",
])("a notice that names only its subject covers the plan that its text passes on: %s", async (sentence) => {
  const parts = splitParts(
    await documentOf(`
      某市水利局　某市财政局
      关于开展节水型学校创建工作的通知
      各县水利局：
      ${sentence}
      某市水利局
      某市财政局
      2022年5月8日
      某市节水型学校创建实施方案
      为节约用水，制定本方案。
      一、创建对象
      各中小学校。`),
  );
  expect(parts.noticeTitle?.text).toMatch(/关于开展节水型学校创建工作的通知$/u);
  expect(parts.planTitle.text).toBe("某市节水型学校创建实施方案");
  expect(textsOf(parts.notice)).toContain("2022年5月8日");
});

test("a notice that names a plan which does not follow is the plan itself", async () => {
  const parts = splitParts(
    await documentOf(`
      关于开展节水型学校创建工作的通知
      各县水利局：
      现将《某市节水型学校评价标准》印发给你们。
      一、创建对象
      各中小学校。`),
  );
  expect([parts.noticeTitle, parts.planTitle.text]).toEqual([null, "关于开展节水型学校创建工作的通知"]);
});
