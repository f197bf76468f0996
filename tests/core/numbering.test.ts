import { expect, test } from "vitest";
import { findNumbering, pathDepth } from "../../src/core/numbering.ts";

test.each([
  ["第一章 总则", "chapter", "第一章", 1, "总则"],
  ["第十二条　本办法自印发之日起施行。", "article", "第十二条", 12, "本办法自印发之日起施行。"],
  ["一、总体要求", "han", "一", 1, "总体要求"],
  ["【二、节水目标】", "han", "二", 2, "节水目标】"],
  ["十一、附则", "han", "十一", 11, "附则"],
  ["（三）强化监督", "han-bracket", "（三）", 3, "强化监督"],
  ["(二) 加强宣传", "han-bracket", "(二)", 2, "加强宣传"],
  ["（ 四 ）、建章立制", "han-bracket", "（四）", 4, "建章立制"],
  ["1.2.3 用水定额", "decimal-path", "1.2.3", 3, "用水定额"],
  ["1.2. 用水定额", "decimal-path", "1.2", 2, "用水定额"],
  ["3.5万亩高标准农田", null, null, null, null],
  ["3.2022年6月底前验收", "digit", "3", 3, "2022年6月底前验收"],
  ["2. 明确分工", "digit", "2", 2, "明确分工"],
  ["10．完善台账", "digit", "10", 10, "完善台账"],
  ["３、落实经费", "digit", "３", 3, "落实经费"],
  ["（5）每周通报", "digit-bracket", "（5）", 5, "每周通报"],
  ["4）建立专班", "digit-half", "4）", 4, "建立专班"],
  ["③开展回访", "circled", "③", 3, "开展回访"],
  ["Ⅳ、保障供水", "roman", "Ⅳ", 4, "保障供水"],
  ["Ⅻ．附则", "roman", "Ⅻ", 12, "附则"],
  ["Ⅱ　节水目标", "roman", "Ⅱ", 2, "节水目标"],
  ["III. 管网改造", "roman", "III", 3, "管网改造"],
  ["IX、经费", "roman", "IX", 9, "经费"],
  ["第二部分　管护要求", "part", "第二部分", 2, "管护要求"],
  ["第三篇 附则", "part", "第三篇", 3, "附则"],
  ["第一节　调度", "section", "第一节", 1, "调度"],
  ["任务三：更新管网", "named", "任务三", 3, "更新管网"],
  ["专项行动2　清理河道", "named", "专项行动2", 2, "清理河道"],
  ["重点工程十、补种树苗", "named", "重点工程十", 10, "补种树苗"],
  ["㈡加密巡查", "han-bracket", "㈡", 2, "加密巡查"],
  ["⑶补种树苗", "digit-bracket", "⑶", 3, "补种树苗"],
  ["⒋清理河道", "digit", "⒋", 4, "清理河道"],
])("%j begins with the number that is printed", (text, style, number, value, heading) => {
  const found = findNumbering(text);
  if (style === null) expect(found).toBeNull();
  else expect({ ...found, end: text.slice(found?.end) }).toEqual({ style, number, value, end: heading });
});

test.each([
  "2021年底前完成",
  "三年行动计划",
  "各镇、街道：",
  "12个部门",
  "50%以上的学校",
  "一是加强领导",
  "1.5米以上",
  "Ⅲ级应急响应启动",
  "IV级响应",
  "X光检查",
  "任务一览表",
  "行动一开始即见成效",
  "工程：一期",
  "V2.0平台",
  "第一部分资金来自县财政",
  "第二节课后开放操场",
  "",
])("%j begins with no number", (text) => expect(findNumbering(text)).toBeNull());

test("a decimal path is as deep as it has parts", () => {
  expect(pathDepth(findNumbering("2.1 组织机构")!)).toBe(2);
  expect(pathDepth(findNumbering("2.1.4 联络员")!)).toBe(3);
});
