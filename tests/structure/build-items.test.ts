import { describe, expect, test } from "vitest";
import type { Item } from "../../src/core/outline.ts";
import { buildItems } from "../../src/structure/build-items.ts";
import { outlineOf, paragraphOf } from "../helpers/outline-of.ts";

/** The tree in one line: `一 总则[（一） 目标]`. */
const show = (items: readonly Item[]): string =>
  items
    .map(({ number, heading, children }) => `${number} ${heading.text}${children.length ? `[${show(children)}]` : ""}`)
    .join(" ");

const build = (...texts: string[]) =>
  buildItems(
    texts.map((text, id) => paragraphOf(text, id)),
    "某县节水方案",
  );

describe("the outline has the document's own order of styles", () => {
  test.each([
    [
      "一、（一）1.（1）",
      ["一、甲", "（一）乙", "1.丙", "（1）丁", "2.戊", "（二）己", "二、庚"],
      "一 甲[（一） 乙[1 丙[（1） 丁] 2 戊] （二） 己] 二 庚",
    ],
    ["一、1.（1）", ["一、甲", "1.乙", "（1）丙", "二、丁", "1.戊"], "一 甲[1 乙[（1） 丙]] 二 丁[1 戊]"],
    ["一、任务一：", ["一、甲", "任务一：乙", "丙丙丙。", "任务二：丁", "二、戊"], "一 甲[任务一 乙 任务二 丁] 二 戊"],
    ["1.（一）", ["1.甲", "（一）乙", "（二）丙", "2.丁"], "1 甲[（一） 乙 （二） 丙] 2 丁"],
    ["1. 1.1 1.1.1", ["1.甲", "1.1 乙", "1.1.1 丙", "1.2 丁", "2.戊"], "1 甲[1.1 乙[1.1.1 丙] 1.2 丁] 2 戊"],
    [
      "第一章 第一条",
      ["第一章 甲", "第一条 乙", "第二章 丙", "第二条 丁"],
      "第一章 甲[第一条 乙] 第二章 丙[第二条 丁]",
    ],
  ])("%s", (_, texts, tree) => expect(show(build(...texts).items)).toBe(tree));
});

describe("a plan numbered as technical plans are", () => {
  test("has a digit and a space for its chapters, with or without numbers below", () => {
    const texts = [
      "1 总则",
      "1.1 目的",
      "为防汛，制定本预案。",
      "2 主要任务",
      "2.1 排查",
      "2.1.1 日常巡查",
      "每日一次。",
    ];
    const tree = "1 总则[1.1 目的] 2 主要任务[2.1 排查[2.1.1 日常巡查]] 3 保障措施[3.1 经费保障] 4 附则";
    expect(show(build(...texts, "3 保障措施", "3.1 经费保障", "列入预算。", "4 附则", "施行。").items)).toBe(tree);
  });

  test("has no chapter in a line of text that a quantity or a stray number begins", () => {
    const texts = ["1 总则", "1.1 目的", "建成泵站", "2 个，改造", "2 座小区", "2 工作目标", "2.1 近期", "全面达标。"];
    expect(show(build(...texts).items)).toBe("1 总则[1.1 目的] 2 工作目标[2.1 近期]");
  });

  test("is no plan whose list of lines begins with digits", () => {
    expect(show(build("一、名单", "1 节水办", "2 水务站", "二、要求").items)).toBe("一 名单 二 要求");
  });
});

describe("chapters without numbers", () => {
  const show2 = (items: readonly Item[]) =>
    items.map(({ number, heading, kind, children }) => [number, heading.text, kind, children.length]);

  test("are found by what the genre calls them, with the numbered items below", () => {
    const { preamble, items } = build(
      "为节约用水，制定本方案。",
      "指导思想",
      "坚持节水优先。",
      "主要任务",
      "1.改造管网。年内完成。",
      "2.治理漏损。全面检测。",
      "保障措施：",
      "（一）加强领导。成立专班。",
    );
    expect(preamble.text).toBe("为节约用水，制定本方案。");
    expect(show2(items)).toEqual([
      [null, "指导思想", "guidance", 0],
      [null, "主要任务", "tasks", 2],
      [null, "保障措施", "measures", 1],
    ]);
  });

  test.each([
    ["【】 on a line of their own", "【行动背景】", "【节水目标】", "【重点任务】", "【组织领导】"],
    ["a sign", "◆ 行动背景", "◆ 节水目标", "◆ 重点任务", "◆ 组织领导："],
  ])("are found by %s", (_, background, targets, tasks, lead) => {
    const texts = [
      background,
      "水少。",
      targets,
      "年内达标。",
      tasks,
      "1.改造管网。年内完成。",
      "2.治理漏损。检测。",
      lead,
    ];
    expect(show2(build(...texts, "成立专班。").items)).toEqual([
      [null, "行动背景", "other", 0],
      [null, "节水目标", "targets", 0],
      [null, "重点任务", "tasks", 2],
      [null, "组织领导", "measures", 0],
    ]);
  });

  test("may stand in 【】 with their number or behind it", () => {
    const texts = [
      "【一、总体要求】",
      "节水。",
      "【二、部门任务】",
      "1.【改造管网】年内完成。",
      "2.【责任单位】县水务局。",
    ];
    expect(show(build(...texts).items)).toBe("一 总体要求 二 部门任务[1 改造管网 2 【责任单位】县水务局]");
  });

  test("may stand in 【】 before their text", () => {
    const { items } = build("【工作目标】到2025年全面达标。", "【重点任务】以下两项。", "1.改造管网。年内完成。");
    expect(items.map(({ heading, intro }) => [heading.text, intro.text])).toEqual([
      ["工作目标", "到2025年全面达标。"],
      ["重点任务", "以下两项。"],
    ]);
  });

  test("are none where what 【】 marks comes again in every item, nor bodies' names", () => {
    const item = ["【工作任务】改造。", "【责任单位】县水务局"];
    expect(build(...item, ...item).items).toEqual([]);
    const texts = ["工作目标", "达标。", "县市场监督管理局", "县住建局", "重点任务", "改造。"];
    expect(show2(build(...texts).items).map(([, heading]) => heading)).toEqual(["工作目标", "重点任务"]);
  });

  test.each([
    ["where the chapters are numbered", ["一、总体要求", "工作目标", "全面达标。", "重点任务", "节约用水。"]],
    ["above numbered chapters", ["指导思想", "坚持节水。", "工作目标", "全面达标。", "一、改造管网", "二、治理漏损"]],
    ["one alone", ["主要任务", "节约用水。", "一、改造管网"]],
    ["above one another, as a list is", ["主要任务", "保障措施", "一、改造管网"]],
  ])("are none %s", (_, texts) => {
    expect(build(...texts).items.every(({ number }) => number !== null)).toBe(true);
  });
});

test("what stands before the first number is the preamble", () => {
  const { preamble, items } = build("为节约用水，制定本方案。", "3.不是第一个", "一、目标", "全面达标。");
  expect(preamble.text).toBe("为节约用水，制定本方案。\n3.不是第一个");
  expect(show(items)).toBe("一 目标");
});

test("an item's intro is its own text, its body has its children's too", () => {
  const [chapter] = build("一、任务", "分工如下。", "（一）改造管网。年内完成。", "逐户登记。").items;
  expect(chapter!.intro.text).toBe("分工如下。");
  expect(chapter!.body.text).toBe("分工如下。\n（一）改造管网。年内完成。\n逐户登记。");
  expect(chapter!.children[0]).toMatchObject({ number: "（一）", level: 2 });
  expect(chapter!.children[0]!.intro.text).toBe("年内完成。\n逐户登记。");
});

test("a lower item has the kind of its chapter", () => {
  const { items } = build("一、保障措施", "（一）重点任务", "1.工作目标");
  expect([items[0]!.kind, items[0]!.children[0]!.kind, items[0]!.children[0]!.children[0]!.kind]).toEqual(
    Array(3).fill("measures"),
  );
});

test.each([
  ["某县节水实施方案（试行）", "tasks"],
  ["某县节水管理办法", "other"],
])("the articles of a chapter called by its tasks in %s are %s", (title, kind) => {
  const texts = ["第一章 总则", "第一条 适用范围。全县。", "第二章 重点任务", "第二条 改造管网。", "（一）查漏。"];
  const { items } = buildItems(
    texts.map((text, id) => paragraphOf(text, id)),
    title,
  );
  expect(items.map((item) => item.kind)).toEqual(["guidance", kind]);
});

test("a chapter most of whose items are called 阶段 tells the steps", () => {
  const [steps] = build("一、工作要求", "（一）宣传发动阶段（3月）", "（二）集中整治阶段（4月）", "（三）其他").items;
  expect(steps!.kind).toBe("phases");
});

test("a table belongs to the item above it", async () => {
  const { items } = await outlineOf(`
    某县节水方案
    一、目标
    分年度目标如下。
    指标\t单位\t2023年\t2024年
    用水量\t亿立方米\t1.2\t1.1
    再生水\t万立方米\t300\t400
    二、任务
    改造管网。`);
  expect(items.map(({ tables }) => tables.length)).toEqual([1, 0]);
});
