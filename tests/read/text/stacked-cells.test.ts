import { expect, test } from "vitest";
import { showText, tableOf } from "./read-fixture.ts";

const rows = (...lines: string[]): string => lines.join("\n").replaceAll("|", "\t");

test("a cell's paragraphs between its tabs are lines of the cell, blank lines between them go", async () => {
  const text = rows(
    "序号|项目|分值|考核内容|部门",
    "一、|组织领导|7||",
    "1|建立制度|4|",
    "有巡查制度，得2分。",
    "",
    "有台账，记录完整，",
    "",
    "得2分。",
    "|县水利局",
    "2|经费|3|列入预算。|",
    "",
    "县财政局",
    "",
    "县审计局",
    "二、|宣传|3|有专栏。|县教育局",
    "",
    "说明：总分10分。",
  );
  expect(await tableOf(text)).toEqual([
    "序号|项目|分值|考核内容|部门",
    "一、|组织领导|7||",
    "1|建立制度|4|有巡查制度，得2分。\n有台账，记录完整，\n得2分。|县水利局",
    "2|经费|3|列入预算。|县财政局\n县审计局",
    "二、|宣传|3|有专栏。|县教育局",
  ]);
  expect((await showText(text)).at(-1)).toBe("L 说明：总分10分。");
});

test("the last row's last cell ends before the text below the table", async () => {
  const table = ["序号|内容|部门", "1|", "甲事。", "", "乙事。", "|", "县民政局", "", "县司法局", ""];
  const below = ["本细则由县政府办公室负责解释，自印发之日起施行。", "某县人民政府", "2020年5月6日"];
  expect(await showText(rows(...table, ...below))).toEqual([
    ["序号|内容|部门", "1|甲事。\n乙事。|县民政局\n县司法局"],
    "L ",
    ...below.map((line) => `L ${line}`),
  ]);
});

test("line breaks inside a cell of a numbered row, more of them than a wrap gives", async () => {
  const text = rows(
    "序号|评分办法|部门",
    "1|一次加1分，",
    "两次加2分，",
    "三次加3分，",
    "四次加4分，",
    "最高4分|县民政局",
    "2|无|县司法局",
  );
  expect(await tableOf(text)).toEqual([
    "序号|评分办法|部门",
    "1|一次加1分，\n两次加2分，\n三次加3分，\n四次加4分，\n最高4分|县民政局",
    "2|无|县司法局",
  ]);
});

const INNER_TEXT = [
  ["序号", "项目", "内容", "部门"],
  ["1", "组织", "有方案。\n\n有专人。", "县水利局\n\n县林业局"],
  ["2", "", "有专栏。", "县教育局"],
  ["合计", "", "2", ""],
];
const innerText = (rowEnd: string): string => INNER_TEXT.map((cells) => cells.join("\n\n\t\n\n")).join(rowEnd);

test.each([
  ["four blank lines", "\n\n\n\n\n"],
  ["one blank line", "\n\n"],
])("every cell on lines of its own between lone tabs, the rows apart by %s", async (_, rowEnd) => {
  expect(await tableOf(`考核表\n\n${innerText(rowEnd)}\n\n说明：无。`)).toEqual([
    "序号|项目|内容|部门",
    "1|组织|有方案。\n有专人。|县水利局\n县林业局",
    "2||有专栏。|县教育局",
    "合计||2|",
  ]);
});

test("in a form a line between two rows with blanks is a label", async () => {
  const text = rows(
    "单位名称||电话|",
    "从业人数||面积|",
    "工作",
    "情况|（可另附页）||",
    "部门意见|（盖章）",
    "年 月 日||",
    "上级",
    "意见|（盖章）",
    "年 月 日||",
  );
  expect((await tableOf(text)).slice(2)).toEqual([
    "工作\n情况|（可另附页）||",
    "部门意见|（盖章）\n年 月 日||",
    "上级\n意见|（盖章）\n年 月 日||",
  ]);
});
