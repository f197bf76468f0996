import { expect, test } from "vitest";
import { showText, tableOf } from "./read-fixture.ts";

test("headings and list items are paragraphs, marks and rules go", async () => {
  const text = "# 某县文件\n\n---\n\n**（一）加强领导。**成立专班。\n\n- 附件：1\\. 清单\n热线 138****1234";
  expect(await showText(text)).toEqual([
    "P 某县文件",
    "L ",
    "L ",
    "L ",
    "L （一）加强领导。成立专班。",
    "L ",
    "P 附件：1. 清单",
    "L 热线 138****1234",
  ]);
});

test("in a plain text two dashes make a list, a page number between dashes does not", async () => {
  expect(await showText("- 组长：县长\n- 成员：局长\n- 3 -")).toEqual(["P 组长：县长", "P 成员：局长", "L - 3 -"]);
  expect(await showText("- 组长：县长")).toEqual(["L - 组长：县长"]);
});

test("stars of a plain text are text", async () => {
  expect(await showText("得分**为优秀")).toEqual(["L 得分**为优秀"]);
});

test("a pipe table goes on over a page, its repeated header goes", async () => {
  const text =
    "| 项目 | 分值 |\n|---|:-:|\n| **一、管理** | 5 |\n\n| 项目 | 分值 |\n|---|:-:|\n| 甲<br>乙 | 6 |\n\n说明";
  expect(await tableOf(text)).toEqual(["项目|分值", "一、管理|5", "甲\n乙|6"]);
});

test("a table written as HTML inside Markdown keeps its spans", async () => {
  const text = '# 标准\n<table><tr><td rowspan="2">类</td><td>1</td></tr>\n<tr><td>2</td></tr></table>\n说明：无';
  expect(await showText(text)).toEqual(["P 标准", ["类{2,1}|1", "2"], "L 说明：无"]);
});
