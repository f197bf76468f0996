import { describe, expect, test } from "vitest";
import { extractTargets } from "../../src/extract/targets.ts";
import { bare, inexact, outlineOf, planOf } from "../helpers/outline-of.ts";

/** `metric comparator value unit deadline` of each target. */
const show = async (body: string, title?: string): Promise<string[]> => {
  const outline = title ? await outlineOf(`${title}\n${body}`) : await planOf(body);
  const targets = extractTargets(outline);
  expect(
    inexact(
      targets.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
  return targets.map(
    ({ metric, comparator, value, unit, deadline }) => `${metric} ${comparator}${value}${unit} ${deadline}`,
  );
};
const goals = (text: string): Promise<string[]> => show(`一、工作目标\n${text}`);

test("a target has everything that its clause says", async () => {
  const [target] = extractTargets(
    await planOf("一、工作目标\n到2025年底，力争全县自来水普及率达到92%以上，群众满意。"),
  );
  expect(bare([target!])[0]).toEqual({
    kind: "quantitative",
    text: "力争全县自来水普及率达到92%以上",
    metric: "自来水普及率",
    scope: "全县",
    comparator: ">=",
    value: 92,
    unit: "%",
    deadline: "2025",
    hedge: "力争",
  });
});

describe("each date and number of a metric is a target of its own", () => {
  test.each([
    ["2023年、2024年分别完成30%、70%的改造任务。", ["改造任务 =30% 2023", "改造任务 =70% 2024"]],
    ["到2023年、2025年，再生水利用率分别达到25%、30%。", ["再生水利用率 >=25% 2023", "再生水利用率 >=30% 2025"]],
    ["到2023年，普及率达到85%；到2025年，普及率达到92%。", ["普及率 >=85% 2023", "普及率 >=92% 2025"]],
    ["到2025年，普及率达到92%，力争普及率达到95%。", ["普及率 >=92% 2025", "普及率 >=95% 2025"]],
    ["到2025年，污水处理率达到95%，垃圾清运率达到98%。", ["污水处理率 >=95% 2025", "垃圾清运率 >=98% 2025"]],
    ["2025年6月底前，新建公厕12座。", ["公厕 =12座 2025-06"]],
    ["到2025年，用水量较2020年下降16%。", ["用水量 =16% 2025"]],
    ["到2025年，回收利用率由30%提高到45%。", ["回收利用率 =45% 2025"]],
    ["到2025年，回收利用率由2020年的30%提高到45%以上。", ["回收利用率 >=45% 2025"]],
    ["三年内，普及率达到92%。", ["普及率 >=92% null"]],
    ["到2025年，回收利用率由目前的30%提升至45%以上。", ["回收利用率 >=45% 2025"]],
    ["到2025年，藏书由上年的80万册增至100万册。", ["藏书 =100万册 2025"]],
    ["到2025年，甲率由80%、乙率由85%分别提高到90%和95%。", ["甲率 =90% 2025", "乙率 =95% 2025"]],
    ["到2030年，总收入比2023年翻一番。", ["总收入 =1番 2030"]],
    ["到2025年，发病率在2020年基础上每年下降2个百分点以上。", ["发病率 >=2个百分点 2025"]],
    ["到2025年，每百户居民拥有托位不少于5个。", ["每百户居民拥有托位 >=5个 2025"]],
    ["到2025年，站点500米覆盖率达到90%。", ["站点500米覆盖率 >=90% 2025"]],
    ["到2025年，群众满意度保持在90分以上。", ["群众满意度 >=90分 2025"]],
    ["2025年6月底前，2022年及以前立项的水库完工率达到100%。", ["2022年及以前立项的水库完工率 >=100% 2025-06"]],
    ["2025年6月底前新建公厕12座，年内创建示范村2个。", ["公厕 =12座 2025-06", "示范村 =2个 2025"]],
    ["到2025年，灌溉水利用系数提高到0.6以上。", ["灌溉水利用系数 >=0.6null 2025"]],
    ["到2025年，锻炼时间不少于2小时。", ["锻炼时间 >=2小时 2025"]],
  ])("%s", async (text, targets) => expect(await goals(text)).toEqual(targets));
});

test("a repeat elsewhere adds evidence, not a target", async () => {
  const outline = await planOf(`
    一、工作目标
    到2025年，自来水普及率达到92%以上。
    二、重点任务
    （一）延伸管网。到2025年，全县自来水普及率达到92%。`);
  const targets = extractTargets(outline);
  expect(targets.map(({ value, evidence }) => [value, evidence.length])).toEqual([[92, 2]]);
});

test("a sentence without a year takes that of the step it stands in", async () => {
  expect(await show("一、实施步骤\n（一）试点阶段（2023年3月—12月）。建成节水型单位不少于20家。")).toEqual([
    "节水型单位 >=20家 2023",
  ]);
});

test("a sentence without a year goes on with the year before it in a chapter of targets", async () => {
  expect(await goals("到2025年，普及率达到92%。水质合格率达到95%。")).toEqual([
    "普及率 >=92% 2025",
    "水质合格率 >=95% 2025",
  ]);
});

test("a range is at least its lower end, with the upper end apart", async () => {
  const [target] = extractTargets(await planOf("一、工作目标\n到2024年，培育节水企业2—3家。"));
  expect(target).toMatchObject({ comparator: ">=", value: 2, max: 3, unit: "家" });
});

test("a span of years without a date gives no year, also where the sentence before has one", async () => {
  expect(await goals("到2025年，普及率达到92%。三年内新建公厕12座，改造泵站不少于3座。")).toEqual([
    "普及率 >=92% 2025",
    "公厕 =12座 null",
    "泵站 >=3座 null",
  ]);
  expect(await goals("力争用三年时间，到2026年新建公厕12座。")).toEqual(["公厕 =12座 2026"]);
});

test("what a task is to build is a target without a date", async () => {
  expect(await show("一、重点任务\n（一）补齐短板。建设3个县级储备库，推进10个项目。")).toEqual([
    "县级储备库 =3个 null",
  ]);
});

test("左右 is a hedge of an equal number", async () => {
  const [target] = extractTargets(await planOf("一、工作目标\n到2024年，用水量控制在3亿立方米左右。"));
  expect(target).toMatchObject({ comparator: "=", value: 3, unit: "亿立方米", hedge: "左右" });
});

test("a dated goal without a number is qualitative", async () => {
  const targets = extractTargets(await planOf("一、工作目标\n到2025年，节水型社会基本建成。"));
  expect(bare(targets)).toMatchObject([
    {
      kind: "qualitative",
      text: "到2025年，节水型社会基本建成",
      metric: null,
      value: null,
      deadline: "2025",
      hedge: "基本",
    },
  ]);
});

describe("numbers that are no targets", () => {
  test.each([
    ["in titles and document numbers", "一、工作目标\n落实《节水30条》（衡政发〔2022〕18号）。"],
    ["of whom the plan is for", "一、创建对象\n年用水量10万立方米以上的企业。"],
    ["in brackets of responsibilities", "一、重点任务\n（一）普查。摸清底数。（县水利局等12个部门负责）"],
    ["of money", "一、工作目标\n2025年，每个示范村补助50万元。"],
  ])("stand %s", async (_, body) => expect(await show(body)).toEqual([]));
});

test("a number of one metric is no repeat of the same number of another", async () => {
  expect(await goals("到2025年，普及率达到95%，满意度达到95%。")).toHaveLength(2);
  expect(await goals("到2025年，节水型单位建成率达到95%，节水器具普及率达到95%。")).toHaveLength(2);
});

test("a sentence without a year goes on with the one year before it, not with one of several", async () => {
  expect(await goals("到2025年，甲率、乙率分别达到90%、95%。普及率达到85%。")).toContain("普及率 >=85% 2025");
  expect(await goals("到2025年，全面建成。2023年、2024年分别完成30%、70%的改造任务。普及率达到85%。")).toContain(
    "普及率 >=85% 2025",
  );
});

test("the articles of rules have goals where they begin with a year, and no tasks", async () => {
  const rules =
    "第一章 总则\n第一条 为做好评价，制定本办法。\n第二条 到2025年底，60%以上的社区达到要求。\n第二章 评价内容\n第三条 评价工作组查阅资料。";
  expect(await show(rules, "青禾县绿色社区评价办法")).toEqual(["社区达到要求 >=60% 2025"]);
  const outline = await outlineOf(`青禾县绿色社区评价办法\n${rules}`);
  expect(outline.items.map(({ kind }) => kind)).toEqual(["guidance", "other"]);
});
