import type { QuantityKind } from "./quantity.ts";

/** What a unit measures, the class that it is compared in, and how many of the class's unit it is. */
export interface Measure {
  readonly kind: QuantityKind;
  readonly unit: string;
  readonly factor: number;
}

const DAY = 1_440;
/** Five working days take a week. */
const WORKING_DAY = DAY * 1.4;

const DURATIONS: Readonly<Record<string, number>> = {
  个工作日: WORKING_DAY,
  工作日: WORKING_DAY,
  个自然日: DAY,
  自然日: DAY,
  个小时: 60,
  小时: 60,
  分钟: 1,
  刻钟: 15,
  个半月: 45 * DAY,
  天: DAY,
  日: DAY,
  个星期: 7 * DAY,
  周: 7 * DAY,
  个月: 30 * DAY,
  个季度: 91 * DAY,
  年: 365 * DAY,
};

/** Units that count the same, each row under its first. */
const COUNTED: readonly string[] = [
  "次 场次 场 期 轮 趟 遍 批次 回",
  "人 名 位 人次",
  "个 家 处 座 所 支 块 幢 栋 间",
  "户",
  "项 件 条 例 起 宗",
  "台 辆 部 套 盏 只",
  "张 份 篇",
  "株 棵",
  "种 类",
  "学时 课时",
  "平方米 ㎡",
  "立方米",
  "升",
  "分贝",
  "元",
  "℃",
  "倍",
  "级",
  "个百分点 百分点",
  "微克/立方米 μg/m3 微克每立方米",
  "毫克/立方米 毫克每立方米",
  "毫克/升 mg/L 毫克每升",
  "千瓦时 度",
  "吨标准煤",
  "蒸吨",
  "对",
  "天次",
  "车次 辆次",
  "字",
  "桌 席",
  "张床位 床位 床",
  "车位 泊位",
  "页",
  "岁 周岁",
];

/** Units that are so many of another. */
const CONVERTED: Readonly<Record<string, readonly [string, number]>> = {
  米: ["米", 1],
  公里: ["米", 1_000],
  千米: ["米", 1_000],
  厘米: ["米", 0.01],
  毫米: ["米", 0.001],
  平方公里: ["平方米", 1e6],
  平方千米: ["平方米", 1e6],
  亩: ["亩", 1],
  公顷: ["亩", 15],
  公斤: ["公斤", 1],
  千克: ["公斤", 1],
  吨: ["公斤", 1_000],
  千瓦: ["千瓦", 1],
  兆瓦: ["千瓦", 1_000],
};

const asCounts = (row: string): [string, Measure][] => {
  const names = row.split(" ");
  return names.map((name) => [name, { kind: "count", unit: names[0]!, factor: 1 }]);
};

const MEASURES = new Map<string, Measure>([
  ...Object.entries(DURATIONS).map(([name, factor]): [string, Measure] => [
    name,
    { kind: "duration", unit: "分钟", factor },
  ]),
  ...COUNTED.flatMap(asCounts),
  ...Object.entries(CONVERTED).map(([name, [unit, factor]]): [string, Measure] => [
    name,
    { kind: "count", unit, factor },
  ]),
  ["分", { kind: "points", unit: "分", factor: 1 }],
]);

/** What may not follow a unit: `分类`, `日常`, `年度`, `条件` are words of their own. */
const NOT_AFTER: Readonly<Record<string, string>> = {
  分: "类之布工散区解别级",
  日: "常产清照夜",
  年: "级度代龄限",
  条: "件例",
  处: "理置罚",
  所: "有在属需",
  位: "置于一",
  部: "门分署",
  项: "目",
  期: "间限",
  场: "所地",
  户: "外",
  人: "居文防民大",
  类: "别",
  级: "别",
  周: "边围",
  名: "称录木",
  回: "收应",
  支: "持付",
};

/** The units as a pattern, the longest first. */
export const MEASURE = [...MEASURES.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => (NOT_AFTER[name] ? `${name}(?![${NOT_AFTER[name]}])` : name))
  .join("|");

/** Of a number in digits, any other word counts: `1500路`, `0.6车位/户`. */
export const OTHER_UNIT = `\\p{Script=Han}{1,2}(?=/)|(?![号月时点以及或和余多至到等之座${Object.keys(NOT_AFTER).join("")}])\\p{Script=Han}`;

/** What a unit measures; a count of itself where it is none of the table's. */
export const measureOf = (name: string): Measure => MEASURES.get(name) ?? { kind: "count", unit: name, factor: 1 };
