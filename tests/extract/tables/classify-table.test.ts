import { describe, expect, it } from "vitest";
import { attachmentKind } from "../../../src/extract/tables/classify-table.ts";
import { type Content, outlineOf, rowsOf } from "./outline-of.ts";

const kindOf = (title: string, ...contents: Content[]) =>
  attachmentKind(outlineOf([[title, ...contents]]).attachments[0]!);

const tasks = rowsOf(`
  序号 | 重点任务 | 责任单位 | 完成时限
  1 | 制定方案 | 市教育局 | 2024年5月
  2 | 组织验收 | 市教育局 | 2024年9月`);

describe("attachmentKind", () => {
  it.each<[string, string, Content[]]>([
    ["standard", "任务分解表（试行）", [rowsOf("序号 | 内容 | 分值\n1 | 机构健全 | 5\n2 | 制度完善 | 5")]],
    ["standard", "卫生村创建标准", [rowsOf("序号 | 创建标准\n1 | 村内道路硬化\n2 | 无乱堆乱放")]],
    [
      "list",
      "节水行动分年度评价指标表",
      [rowsOf("序号 | 指标名称 | 单位 | 2023年 | 2024年\n1 | 再生水利用率 | % | 25 | 27\n2 | 节水企业 | 家 | 5 | 8")],
    ],
    [
      "list",
      "高质量发展评价指标",
      [rowsOf("指标 | 单位 | 现状值 | 目标值\n绿地率 | % | 25 | 27\n公园数 | 个 | 5 | 8")],
    ],
    ["other", "重点任务责任分工表", [tasks]],
    ["list", "试点单位名单", [rowsOf("序号 | 单位名称 | 所在县区\n1 | 第一中学 | 东区\n2 | 第二中学 | 西区")]],
    ["roster", "工作领导小组成员名单", ["组  长：甲大山  镇党委书记", "成  员：乙小水  镇长"]],
    ["roster", "工作专班组成人员名单", [rowsOf("职务 | 姓名 | 单位及职务\n组长 | 甲大山 | 副市长")]],
    ["form", "示范社区申报表（试行）", [rowsOf("社区名称 | | 联系电话 |\n社区地址 | | 常住人口 |")]],
    ["other", "大气污染治理专项方案", ["一、工作目标", "二、主要任务"]],
    ["other", "部门职责分工", ["（一）水务集团。负责供水。"]],
  ])("finds a %s in %s", (kind, title, contents) => {
    expect(kindOf(title, ...contents)).toBe(kind);
  });

  it.each([
    ["standard", "考核评分细则"],
    ["list", "应急减排清单"],
    ["roster", "领导小组成员名单"],
    ["form", "创建审批表"],
    ["other", "工作流程图"],
  ])("judges an absent attachment by its title: %s", (kind, title) => {
    expect(kindOf(title)).toBe(kind);
  });
});
