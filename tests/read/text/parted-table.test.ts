import { expect, test } from "vitest";
import { showText, tableOf } from "./read-fixture.ts";

test("one full-width space between two columns parts them where every row has as many parts", async () => {
  const text =
    "小区名称　投放点位置　开放时间\n南苑　３号楼旁　６时至９时\n北苑花园　东门　全天\n\n注：以现场公示为准。";
  expect(await tableOf(text)).toEqual([
    "小区名称|投放点位置|开放时间",
    "南苑|３号楼旁|６时至９时",
    "北苑花园|东门|全天",
  ]);
  expect((await showText(text)).at(-1)).toBe("L 注：以现场公示为准。");
});

test("the full-width space inside a name or a header word is closed", async () => {
  const text = "序　号　姓　名　　工作单位\n１　　王　甲　　城建所\n２　　李乙丙　　水务所";
  expect(await tableOf(text)).toEqual(["序号|姓名|工作单位", "１|王甲|城建所", "２|李乙丙|水务所"]);
  expect(await tableOf("序号　姓名　单位\n１　王　甲　城建所\n２　李乙丙　水务所")).toEqual([
    "序号|姓名|单位",
    "１|王甲|城建所",
    "２|李乙丙|水务所",
  ]);
});

test("a total leaves out the columns that hold no numbers", async () => {
  const text =
    "序号　　村名　　户数（户）　　人数\n１　　东村　　１２　　４０\n２　　西村　　９　　３１\n合　计　　　　２１　　７１";
  expect(await tableOf(text)).toEqual([
    "序号|村名|户数（户）|人数",
    "１|东村|１２|４０",
    "２|西村|９|３１",
    "合计||２１|７１",
  ]);
});

test("where rows leave cells blank the columns are told by their place", async () => {
  const text = [
    "　序号　　项目　　　考核内容　　　　分值",
    "　１　　　管理　　　制度健全　　　　８",
    "　２　　　　　　　　统一着装　　　　５",
    "　３　　　服务　　　设有热线　　　　７",
  ].join("\n");
  expect(await tableOf(text)).toEqual([
    "序号|项目|考核内容|分值",
    "１|管理|制度健全|８",
    "２||统一着装|５",
    "３|服务|设有热线|７",
  ]);
});

test("a list of two columns is counted by full-width digits", async () => {
  expect(await tableOf("序号　单位名称\n１　甲县一中\n２　甲县二中")).toEqual([
    "序号|单位名称",
    "１|甲县一中",
    "２|甲县二中",
  ]);
});

test("members, signing bodies and indented text with full-width spaces stay lines", async () => {
  const members = ["组　长：王　甲　　县长", "副组长：李　乙　　副县长", "成　员：张丙丁　　局长"];
  const signed = ["甲县财政局　　　甲县公安局　　　甲县民政局", "甲县水利局　　　甲县教育局　　　甲县司法局"];
  const text = [
    "　　各单位　要加强考核工作。",
    "　　考核结果　按要求　纳入年终评价，不得",
    "弄虚作假　也不得　拖延上报材料。",
  ];
  for (const lines of [members, signed, text]) {
    expect(await showText(lines.join("\n"))).toEqual(lines.map((line) => `L ${line}`));
  }
});
