import { expect, test } from "vitest";
import { showText, tableOf } from "./read-fixture.ts";

const rows = (...lines: string[]): string => lines.join("\n").replaceAll("|", "\t");

test("cells stand as they are, lost blanks at a row's end are filled up", async () => {
  expect(await tableOf(rows("序号|类别|标准|分值", "1|管理|有制度|5", "2||有专人", "合计|||10"))).toEqual([
    "序号|类别|标准|分值",
    "1|管理|有制度|5",
    "2||有专人|",
    "合计|||10",
  ]);
});

test("a table goes on after a blank line, its repeated header goes, another table does not join", async () => {
  const text = rows(
    "序号|名称|单位",
    "1|甲|住建局",
    "",
    "序号|名称|单位",
    "2|乙|财政局",
    "",
    "序号|村名|户数",
    "1|丙|9",
  );
  expect((await showText(text)).filter((block) => typeof block !== "string")).toEqual([
    ["序号|名称|单位", "1|甲|住建局", "2|乙|财政局"],
    ["序号|村名|户数", "1|丙|9"],
  ]);
});

test("a page number that pushed a row aside goes, and the row's rest below the break joins it", async () => {
  const text = rows(
    "序号|类别|标准|分值|单位",
    "1|管理|有制度|5|甲所",
    "2||— 8 —|有专人负责|3|乙所、",
    "",
    "",
    "||相关工作||丙所",
    "3||有台账|2|丁所",
  );
  expect(await tableOf(text)).toEqual([
    "序号|类别|标准|分值|单位",
    "1|管理|有制度|5|甲所",
    "2||有专人负责相关工作|3|乙所、丙所",
    "3||有台账|2|丁所",
  ]);
});

test("a page number in a place that was blank leaves it blank", async () => {
  expect(await tableOf(rows("序号|类别|标准", "1|— 2 —|有制度", "2||有专人"))).toEqual([
    "序号|类别|标准",
    "1||有制度",
    "2||有专人",
  ]);
});

test("rows without a number column keep what stands below a gap", async () => {
  expect(await tableOf(rows("项目|分值|单位", "管理|5|甲所", "", "|宣传|", "服务|5|乙所"))).toHaveLength(4);
});

test("cells with line ends of their own are put together by the count of tabs", async () => {
  const text = rows("单位|申报类型|意见|盖章", "县生态环境", "部门意见|（盖章）", "年 月 日||");
  expect(await tableOf(text)).toEqual(["单位|申报类型|意见|盖章", "县生态环境\n部门意见|（盖章）\n年 月 日||"]);
});

test("a line without a tab between numbered rows belongs to the last cell", async () => {
  expect(await tableOf(rows("序号|任务|单位", "1|排查|县住建局、", "县财政局", "2|整治|县公安局"))).toEqual([
    "序号|任务|单位",
    "1|排查|县住建局、\n县财政局",
    "2|整治|县公安局",
  ]);
});

test("in a form a line without a tab is a label of its own", async () => {
  expect(
    await tableOf(rows("单位名称||地址", "负责人||电话", "情况描述", "街道意见|（盖章）", "区级意见|（盖章）")),
  ).toEqual(["单位名称||地址", "负责人||电话", "情况描述||", "街道意见|（盖章）|", "区级意见|（盖章）|"]);
});

test("text behind a table is not drawn into it", async () => {
  expect((await showText(rows("序号|名称", "1|甲", "2|乙", "说明：总分80分为合格。"))).at(-1)).toBe(
    "L 说明：总分80分为合格。",
  );
});

test("signing bodies apart by tabs and a tab behind a number are lines", async () => {
  expect(await showText("甲县住房城乡建设局\t甲县财政局\n甲县公安局\t甲县民政局")).toHaveLength(2);
  expect(await showText("一、\t总体要求\n1.\t健全机制")).toEqual(["L 一、 总体要求", "L 1. 健全机制"]);
});

test("one cell a line: rows are apart by blank lines, a line without a tab is the cell's next line", async () => {
  const text =
    "\t内 容\n\t标准\n\n\t管理\n\t1\n\t有制度，\n有专人\n\n\t\n\t2\n\t有台账\n\n\t服务\n\t3\n\t有热线\n\n说明";
  expect(await tableOf(text)).toEqual(["内容|标准|", "管理|1|有制度，\n有专人", "|2|有台账", "服务|3|有热线"]);
});

test("paragraphs indented by a tab are no table", async () => {
  expect(await showText("\t甲。\n\n\t乙。\n\n\t丙。\n\n\t丁。")).toEqual([
    "L  甲。",
    "L ",
    "L  乙。",
    "L ",
    "L  丙。",
    "L ",
    "L  丁。",
  ]);
});

test("one cell a line: a row of labels above as many blank cells is a form, prose with an indent is none", async () => {
  const labels = ["\t河段", "\t巡查次数（次）", "\t备注", ""];
  expect(await tableOf([...labels, "\t", "\t", "\t"].join("\n"))).toEqual(["河段|巡查次数（次）|备注", "||"]);
  const prose = await showText([...labels, "\t开展巡查。"].join("\n"));
  expect(prose.every((block) => typeof block === "string")).toBe(true);
});
