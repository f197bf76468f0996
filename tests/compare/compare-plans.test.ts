import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { digitise } from "../../pipelines/digitise.ts";
import { Comparison, type RowPair } from "../../schemas/comparison.ts";
import type { Plan } from "../../schemas/plan.ts";
import { comparePlans } from "../../src/compare/compare-plans.ts";
import { madeItem, madePlan } from "./made-plan.ts";

const SEEDS = join(import.meta.dirname, "../../seeds");
const seeds: Plan[] = [];

beforeAll(async () => {
  for (const name of readdirSync(SEEDS).toSorted()) seeds.push(await digitise(readFileSync(join(SEEDS, name)), name));
}, 240_000);

const joined = ({ diff }: RowPair, without: "added" | "removed"): string =>
  diff
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

/** What holds of any two plans. */
function expectSound(template: Plan, local: Plan): void {
  const comparison = comparePlans(template, local);
  expect(Comparison.safeParse(comparison).error).toBeUndefined();
  for (const pair of [...comparison.standards, ...comparison.tasks]) {
    expect(joined(pair, "added")).toBe(pair.templateRow?.text ?? "");
    expect(joined(pair, "removed")).toBe(pair.localRow?.text ?? "");
  }
  const rowsOf = (side: "templateRow" | "localRow", key: "template" | "local"): Set<string> =>
    new Set(comparison.standards.flatMap((p) => (p[side] ? [`${p.standard?.[key]} ${p[side].ordinal}`] : [])));
  const printed = (plan: Plan): string[] =>
    plan.standards.flatMap(({ items }, s) => items.map((_, at) => `${s} ${at + 1}`));
  expect(rowsOf("templateRow", "template")).toEqual(new Set(printed(template)));
  expect(rowsOf("localRow", "local")).toEqual(new Set(printed(local)));
}

const alone = (pairs: readonly RowPair[], relation: "added" | "removed"): string[] =>
  pairs.filter((pair) => pair.relation === relation).map((pair) => (pair.templateRow ?? pair.localRow)!.text);

function expectSymmetric(one: Plan, other: Plan): void {
  const [there, back] = [comparePlans(one, other), comparePlans(other, one)];
  for (const section of ["standards", "tasks"] as const) {
    expect(alone(there[section], "added").toSorted()).toEqual(alone(back[section], "removed").toSorted());
    expect(alone(there[section], "removed").toSorted()).toEqual(alone(back[section], "added").toSorted());
  }
}

describe("the five seeds", () => {
  test("all pairs compare soundly, the same twice, and turned round", () => {
    for (const one of seeds)
      for (const other of seeds) {
        expectSound(one, other);
        expectSymmetric(one, other);
      }
    expect(comparePlans(seeds[1]!, seeds[2]!)).toEqual(comparePlans(seeds[1]!, seeds[2]!));
  }, 240_000);

  test("each is identical with itself, and covers itself", () => {
    for (const plan of seeds) {
      const { standards, tasks, summary } = comparePlans(plan, plan);
      expect(new Set([...standards, ...tasks].map(({ relation }) => relation))).toEqual(new Set(["identical"]));
      expect(summary.coverage).toBe(1);
      for (const { template, local } of [...standards, ...tasks]) expect(template).toBe(local);
    }
  });

  test("a province's floor of 30% is met by a county's 全覆盖 and a town's 90%", () => {
    const ofRow12 = (local: Plan) => comparePlans(seeds[1]!, local).standards.find(({ template }) => template === 12);
    expect(ofRow12(seeds[0]!)).toMatchObject({ local: 15, relation: "changed", direction: "stricter" });
    expect(ofRow12(seeds[2]!)).toMatchObject({ local: 18, relation: "changed", direction: "stricter" });
  });
});

const WORDS = [
  "社区",
  "消防",
  "每月",
  "检查",
  "不少于",
  "3次",
  "90%",
  "以上",
  "绿化",
  "全覆盖",
  "，",
  "、",
  "（5分）",
  "培训",
  "Ａ",
  "😀",
  " ",
];
const criterion = fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }).map((words) => words.join(""));
const numbers = fc.constantFrom<number | string>(1, 2, 3, "1.1", "（一）", "甲");
const rows = fc
  .array(fc.tuple(numbers, criterion), { maxLength: 7 })
  .map((list) => list.map(([n, text]) => madeItem(n, text)));

test("any two standards compare soundly, whatever their rows and numbers", () => {
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const [one, other] = [madePlan("a", a), madePlan("b", b)];
      expectSound(one, other);
      expectSymmetric(one, other);
    }),
    { numRuns: 150, seed: 4 },
  );
}, 240_000);

const ask = (from: string, to: string) => {
  const others = ["建立楼院长值班制度", "公布物业收费标准", "增设儿童游乐设施"].map((text, at) =>
    madeItem(at + 2, text),
  );
  return comparePlans(madePlan("t", [madeItem(1, from), ...others]), madePlan("l", [madeItem(1, to), ...others]))
    .standards[0];
};

test.each([
  ["垃圾分类覆盖率不低于30%", "垃圾分类覆盖率达到９０％以上", "stricter"],
  ["垃圾分类覆盖率不低于百分之三十", "垃圾分类全覆盖", "stricter"],
  ["业主参会人数不低于三分之二", "业主参会人数过半", "looser"],
  ["每月开展一次安全检查", "每季度开展一次安全检查", "looser"],
  ["每年组织消防演练不少于两次", "每季度组织消防演练1次", "stricter"],
  ["投诉在5个工作日内办结", "投诉在3个工作日内办结", "stricter"],
  ["投诉率不超过5%", "投诉率不超过3%", "stricter"],
  ["2025年底前完成燃气管道改造", "2024年底前完成燃气管道改造", "stricter"],
  ["每300户设置1个投放点", "每500户设置1个投放点", "looser"],
  ["鼓励开展垃圾分类积分兑换", "开展垃圾分类积分兑换", "stricter"],
  ["近3年内未发生火灾事故", "近1年内未发生火灾事故", "looser"],
])("%s → %s is %s", (from, to, direction) => {
  expect(ask(from, to)).toMatchObject({ template: 1, local: 1, relation: "changed", direction });
});

test.each([
  ["建立健全消防巡查制度", "完善消防巡查制度"],
  ["每年组织培训2次以上", "每年举办培训不少于两次"],
  ["楼道堆物清理率达到100%", "楼道堆物全部清理"],
])("%s → %s is the same demand in other words", (from, to) => {
  expect(ask(from, to)).toMatchObject({ template: 1, local: 1, relation: "reworded", direction: null });
});

test.each([
  ["楼道整洁，无杂物堆放。", "楼道整洁，无杂物堆放"],
  ["（1）楼道整洁，无杂物堆放（5分）", "楼道整洁,无杂物堆放"],
])("%s → %s is identical", (from, to) => {
  expect(ask(from, to)).toMatchObject({ template: 1, local: 1, relation: "identical", changes: [] });
});

test("points that differ are a change of no direction", () => {
  const plan = (id: string, points: number) => madePlan(id, [madeItem(1, "设置防火门", { points })]);
  const [pair] = comparePlans(plan("a", 5), plan("b", 8)).standards;
  expect(pair).toMatchObject({ relation: "changed", direction: "other" });
  expect(pair?.changes).toEqual([{ field: "points", from: "5", to: "8", direction: "other" }]);
});

describe("standards that are not one against one", () => {
  const items = [madeItem(1, "电动自行车集中充电设施完好"), madeItem(2, "河道保洁每日一次")];
  const others = [madeItem(1, "课堂教学开放日每学期两次"), madeItem(2, "食堂明厨亮灶")];
  const codes = (comparison: Comparison): string[] => comparison.messages.map(({ code }) => code);

  test("a plan without a standard: rows are removed, and a message says why", () => {
    const comparison = comparePlans(madePlan("a", items), madePlan("b"));
    expect(comparison.standards.map(({ relation }) => relation)).toEqual(["removed", "removed"]);
    expect(codes(comparison)).toEqual(["no-standard"]);
  });

  test("a template against a list", () => {
    const list = { title: "示范社区名单", columns: ["序号"], rows: [["1"]], evidence: items[0]!.evidence };
    const comparison = comparePlans(madePlan("a", items), { ...madePlan("b"), lists: [list] });
    expect(codes(comparison)).toEqual(["no-standard", "list-not-standard"]);
  });

  test("two standards in another order are each set against their like", () => {
    const { standards, messages } = comparePlans(madePlan("a", items, others), madePlan("b", others, items));
    expect(standards.map(({ standard, relation }) => [standard, relation])).toEqual([
      [{ template: 0, local: 1 }, "identical"],
      [{ template: 0, local: 1 }, "identical"],
      [{ template: 1, local: 0 }, "identical"],
      [{ template: 1, local: 0 }, "identical"],
    ]);
    expect(messages.map(({ code }) => code)).toEqual(["several-standards", "several-standards"]);
  });

  test("a standard cut in two keeps its rows", () => {
    const comparison = comparePlans(
      madePlan("a", [...items, madeItem(3, "食堂明厨亮灶")]),
      madePlan("b", items, others),
    );
    expect(comparison.summary.coverage).toBe(1);
    expect(codes(comparison)).toEqual(["several-standards", "standard-unmatched"]);
  });

  test("numbers that repeat give way to ordinals", () => {
    const comparison = comparePlans(
      madePlan("a", [madeItem(1, "设置防火门"), madeItem(1, "配备灭火器")]),
      madePlan("b", items),
    );
    expect(comparison.standards.flatMap(({ template }) => template ?? [])).toEqual([1, 2]);
    expect(codes(comparison)).toContain("numbers-repeated");
  });
});

test("a row split in two gives two entries, and a boilerplate row is no counterpart", () => {
  const template = madePlan("a", [
    madeItem(1, "小区道路平整，照明设施完好，雨污管网分流。"),
    madeItem(2, "建立消防安全管理制度，明确专人负责。"),
  ]);
  const local = madePlan("b", [
    madeItem(1, "小区道路平整，无破损。"),
    madeItem(2, "实现雨污管网分流。"),
    madeItem(3, "建立宠物管理制度，明确专人负责。"),
    madeItem(4, "建立消防安全管理制度，明确专人负责。"),
  ]);
  const pairs = comparePlans(template, local).standards.map(({ template: t, local: l }) => [t, l]);
  expect(pairs).toEqual([
    [1, 1],
    [1, 2],
    [null, 3],
    [2, 4],
  ]);
});

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

test("forty rows against forty take a quarter of a second at most, a thousand against a thousand no minute", () => {
  const subjects = ["消防", "绿化", "停车", "垃圾", "电梯", "供水", "燃气", "安防", "养老", "托幼"];
  const things = ["设施", "通道", "台账", "队伍", "标识", "预案", "场地", "经费", "档案", "平台"];
  const made = (count: number, verb: string) =>
    Array.from({ length: count }, (_, at) =>
      madeItem(
        at + 1,
        `${verb}第${at}号楼${subjects[at % 10]}${things[Math.floor(at / 10) % 10]}，每年检查${1 + (at % 7)}次以上。`,
      ),
    );
  const time = (count: number): number => {
    // Of the processor, not of the clock: other work on the machine is no fault of the program.
    const start = process.cpuUsage();
    comparePlans(madePlan("a", made(count, "完善")), madePlan("b", made(count, "配齐")));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  time(2);
  expect(median([40, 40, 40].map(time))).toBeLessThan(250);
  expect(time(1_000)).toBeLessThan(60_000);
}, 600_000);
