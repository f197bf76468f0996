import { expect, test } from "vitest";
import { extractAttachments } from "../../src/extract/attachments.ts";
import { bare, inexact, outlineOf } from "../helpers/outline-of.ts";

test("attachments have number, title and kind, and are proved by the list and by their own headings", async () => {
  const outline = await outlineOf(`
    某县节水行动方案
    一、目标
    全面节水。
    附件：1.节水企业名单
    2.节水型单位申报表
    3.节水工作领导小组成员名单
    4.未附的考核细则
    某县水利局
    2022年5月8日
    附件1
    节水企业名单
    序号\t企业名称\t所在镇
    1\t甲纺织厂\t东乡镇
    2\t乙酒厂\t西乡镇
    附件2
    节水型单位申报表
    单位名称\t\t联系电话\t
    单位地址\t\t负责人\t
    附件3
    节水工作领导小组成员名单
    组长：某某 县委副书记
    成员：某甲 县水利局局长`);
  const attachments = extractAttachments(outline);
  expect(bare(attachments)).toEqual([
    { number: 1, title: "节水企业名单", kind: "list" },
    { number: 2, title: "节水型单位申报表", kind: "form" },
    { number: 3, title: "节水工作领导小组成员名单", kind: "roster" },
    { number: 4, title: "未附的考核细则", kind: expect.any(String) },
  ]);
  expect(attachments.map(({ evidence }) => evidence.map(({ quote }) => quote))).toEqual([
    ["节水企业名单", "节水企业名单"],
    ["节水型单位申报表", "节水型单位申报表"],
    ["节水工作领导小组成员名单", "节水工作领导小组成员名单"],
    ["未附的考核细则"],
  ]);
  expect(
    inexact(
      attachments.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
});

test("a single attachment without a number has number 1", async () => {
  const outline = await outlineOf(`
    某县节水行动方案
    一、目标
    全面节水。
    附件：节水考核细则
    2022年5月8日
    附件
    节水考核细则
    第一条 为做好考核，制定本细则。`);
  expect(bare(extractAttachments(outline))).toMatchObject([{ number: 1, title: "节水考核细则" }]);
});
