import { describe, expect, it } from "vitest";
import { extractForms } from "../../../src/extract/tables/forms.ts";
import { type Content, outlineOf } from "./outline-of.ts";

const fieldsOf = (title: string, ...contents: Content[]) =>
  extractForms(outlineOf([[title, ...contents]])).map((form) => form.fields);

describe("extractForms", () => {
  it("takes the labels in reading order and leaves what is to be filled in", () => {
    const form = [
      ["单位名称", "", "联系电话", ""],
      ["负责人", "", "职  务", ""],
      ["单位性质", "□机关 □企业", "<", "<"],
      ["主要事迹：\n（可另附页）", "", "<", "<"],
      ["街道\n审核意见", "（盖章）\n年   月   日", "<", "<"],
      ["区级意见", "审批部门（盖章）： 年月日", "<", "<"],
      ["市住建局意见（盖章）", "<", "市教育局意见（盖章）", "<"],
    ];
    expect(fieldsOf("示范单位申报表", form)).toEqual([
      [
        "单位名称",
        "联系电话",
        "负责人",
        "职务",
        "单位性质",
        "主要事迹：（可另附页）",
        "街道审核意见",
        "区级意见",
        "市住建局意见（盖章）",
        "市教育局意见（盖章）",
      ],
    ]);
  });

  it("takes the headings of a form whose rows are blank", () => {
    const form = [
      ["序号", "单位名称", "联系电话", "备注"],
      ["1", "", "", ""],
      ["2", "", "", ""],
    ];
    expect(fieldsOf("隐患情况统计表", form)).toEqual([["序号", "单位名称", "联系电话", "备注"]]);
  });

  it("reads a form written as lines, and not the lines round a form that is a table", () => {
    const lines = ["单位名称：______  联系电话：______", "填报时间：    年  月  日", "一、本表一式两份。"];
    expect(fieldsOf("活动报名表", ...lines)).toEqual([["单位名称", "联系电话", "填报时间"]]);
    expect(
      fieldsOf("活动报名表", ...lines, [
        ["姓名", ""],
        ["性别", ""],
      ]),
    ).toEqual([["姓名", "性别"]]);
  });
});
