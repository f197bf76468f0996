import { expect, test } from "vitest";
import { showText, tableOf } from "./read-fixture.ts";

test("a counted list becomes a table; the gap inside a two-character name is closed", async () => {
  expect(await tableOf("名单\n序号 街道（乡镇） 名称\n1 城关街道 宝山社区\n2 索  镇 永安社区\n 合  计 2\n完")).toEqual([
    "序号|街道（乡镇）|名称",
    "1|城关街道|宝山社区",
    "2|索镇|永安社区",
    "合计{1,2}|2",
  ]);
});

test("a list that stops counting ends there", async () => {
  expect((await showText("序号 名称\n1 甲村\n2 乙村\n5 丙村")).at(-1)).toBe("L 5 丙村");
});

test("columns lined up with spaces, blank cells and wrapped cells", async () => {
  const text = [
    "序号  项目      考评内容            分值",
    "1     管理      制度健全，岗位职责  8",
    "                上墙公示",
    "2               统一着装            5",
    "合计                                13",
    "",
    "说明：1.总分达到10分以上为合格，低于10分的为不合格。",
  ].join("\n");
  expect(await tableOf(text)).toEqual([
    "序号|项目|考评内容|分值",
    "1|管理|制度健全，岗位职责上墙公示|8",
    "2||统一着装|5",
    "合计|||13",
  ]);
});

test("columns lined up with spaces end at the next attachment's heading", async () => {
  const text = [
    "序号  指标名称      单位",
    "1     水源达标率    %",
    "2     节水企业      家",
    "附件2",
    "重点任务分工",
  ].join("\n");
  expect(await tableOf(text)).toEqual(["序号|指标名称|单位", "1|水源达标率|%", "2|节水企业|家"]);
  expect((await showText(text)).slice(-2)).toEqual(["L 附件2", "L 重点任务分工"]);
});

test("signing bodies and a list of members lined up with spaces stay lines", async () => {
  expect(await showText("甲县财政局   甲县公安局   甲县民政局\n甲县水利局   甲县教育局   甲县司法局")).toHaveLength(2);
  expect(await showText("组  长：甲某  县长\n副组长：乙某  副县长\n成  员：丙某  局长")).toHaveLength(3);
});

const DUMP = [
  "内容 创建标准",
  "标准分",
  "（20分）",
  "1",
  "坚持共同缔造理念，各主体共同",
  "参与",
  "5  ",
  "建立健全",
  "机制",
  "2 搭建平台 5",
  "",
  "3",
  "设施完善",
  "5",
  "推进绿色化",
  "4",
  "垃圾分类",
  "5",
  "合计分值 20",
  "说明：不低于16分。",
];

test("a table dumped without markup: labels before their last row", async () => {
  expect(await tableOf(DUMP.join("\n"))).toEqual([
    "内容|创建标准{1,2}|标准分（20分）",
    "建立健全机制{2,1}|1|坚持共同缔造理念，各主体共同参与|5",
    "2|搭建平台|5",
    "推进绿色化{2,1}|3|设施完善|5",
    "4|垃圾分类|5",
    "合计分值{1,3}|20",
  ]);
  expect((await showText(DUMP.join("\n"))).at(-1)).toBe("L 说明：不低于16分。");
});

test("a remark behind the points, a header with 序号, sums that the labels state", async () => {
  const text = [
    "考核",
    "内容 序号 考核标准 分值",
    "（分）",
    "评分办法 得分",
    "",
    "1 有制度 4 未建立不得分",
    "组织（9分）",
    "2 有专人 5 缺一人扣1分",
    "3 有经费 6 未落实不得分",
    "保障（11分）",
    "4",
    "有台账",
    "5 缺一项扣2分",
    "合 计 20",
  ].join("\n");
  expect(await tableOf(text)).toEqual([
    "考核内容|序号|考核标准|分值（分）|评分办法|得分",
    "组织（9分）{2,1}|1|有制度|4|未建立不得分|",
    "2|有专人|5|缺一人扣1分|",
    "保障（11分）{2,1}|3|有经费|6|未落实不得分|",
    "4|有台账|5|缺一项扣2分|",
    "合计{1,3}|20||",
  ]);
});

test("a table dumped without markup whose categories are numbered; a chapter below it is none of them", async () => {
  const text = [
    "评估项目 评估内容 分值",
    "1 管网完好 4",
    "一、设施",
    "设备（9分）",
    "2 器具节水 5",
    "3 有专人 6",
    "（二）日常管理",
    "（11分）",
    "4 有台账 5",
    "五、工作要求",
    "5 加强领导 6",
  ].join("\n");
  expect(await tableOf(text)).toEqual([
    "评估项目|评估内容{1,2}|分值",
    "一、设施设备（9分）{2,1}|1|管网完好|4",
    "2|器具节水|5",
    "（二）日常管理（11分）{2,1}|3|有专人|6",
    "4|有台账|5",
  ]);
  expect((await showText(text)).slice(-2)).toEqual(["L 五、工作要求", "L 5 加强领导 6"]);
});

test("numbered sentences under a heading are no table", async () => {
  const text = "一、主要任务\n1.加强领导。各单位要高度重视。\n2.强化宣传。营造良好氛围。\n3.严格考核。";
  expect((await showText(text)).every((block) => typeof block === "string")).toBe(true);
});
