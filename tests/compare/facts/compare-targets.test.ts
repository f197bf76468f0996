import { describe, expect, test } from "vitest";
import { compareTargets } from "../../../src/compare/facts/compare-targets.ts";
import { target } from "./make-entries.ts";

const only = (template: Parameters<typeof compareTargets>[0][number], local: typeof template) => {
  const pairs = compareTargets([template], [local]);
  expect(pairs).toHaveLength(1);
  return pairs[0]!;
};

describe("one target on each side", () => {
  test("a higher value at least to be reached is stricter", () => {
    const pair = only(target("村庄保洁覆盖率", ">=", 80, "%", "2023"), target("村庄保洁覆盖率", ">=", 95, "%", "2023"));
    expect(pair).toMatchObject({ relation: "changed", direction: "stricter", delta: 15 });
  });

  test("a higher value not to be passed is looser", () => {
    const pair = only(
      target("PM2.5平均浓度", "<=", 38, "微克/立方米", "2024"),
      target("PM2.5平均浓度", "<=", 41, "微克/立方米", "2024"),
    );
    expect(pair).toMatchObject({ relation: "changed", direction: "looser", delta: 3 });
  });

  test("a bare number that something is brought down to is a ceiling, one that it is brought down by is not", () => {
    const to = (value: number) =>
      target("企业开办时间", "=", value, "个工作日", "2023", { text: `压缩至${value}个工作日` });
    expect(only(to(2), to(1)).direction).toBe("stricter");
    const by = (value: number) => target("单位能耗", "=", value, "%", "2023", { text: `单位能耗下降${value}%` });
    expect(only(by(4), by(3)).direction).toBe("looser");
  });

  test("units are brought to the smaller one", () => {
    const pair = only(
      target("新增充电端口", ">=", 3.5, "万个", "2022"),
      target("新增充电端口", ">=", 36_000, "个", "2022"),
    );
    expect(pair).toMatchObject({ relation: "changed", direction: "stricter", delta: 1000 });
  });

  test("the same number in another unit is the same", () => {
    const pair = only(target("改造管网", ">=", 2, "公里", "2022"), target("改造管网", ">=", 2000, "米", "2022"));
    expect(pair).toMatchObject({ relation: "identical", direction: null, delta: 0 });
  });

  test.each([
    ["a hedge added", { hedge: null }, { hedge: "力争" }, "looser"],
    ["a hedge dropped", { hedge: "基本" }, { hedge: null }, "stricter"],
    ["an earlier deadline", { deadline: "2022-12" }, { deadline: "2022-06" }, "stricter"],
    ["a later deadline", { deadline: "2022-06" }, { deadline: "2022" }, "looser"],
    ["no deadline any more", { deadline: "2022" }, { deadline: null }, "looser"],
    ["over instead of at least", { comparator: ">=" }, { comparator: ">" }, "stricter"],
  ] as const)("%s", (_, from, to, direction) => {
    const base = target("护理型床位占比", ">=", 60, "%", "2022");
    expect(only({ ...base, ...from }, { ...base, ...to })).toMatchObject({ relation: "changed", direction });
  });

  test("the end of the year is the year, and words that any plan adds do not count", () => {
    const pair = only(
      target("城市社区参与创建行动并达到创建要求", ">=", 30, "%", "2021", { scope: "全省" }),
      target("城市社区参与创建并达到创建要求", ">=", 30, "%", "2021-12", { scope: "全县" }),
    );
    expect(pair.relation).toBe("identical");
  });

  test("a metric in other words is reworded", () => {
    const pair = only(
      target("社区创建达标", ">=", 60, "%", "2022"),
      target("城市社区达到创建要求", ">=", 60, "%", "2022"),
    );
    expect(pair).toMatchObject({ relation: "reworded", direction: null });
  });

  test("a number where the template had none is stricter", () => {
    const pair = only(
      target("建成垃圾分类处理系统", null, null, null, "2025"),
      target("建成垃圾分类处理系统", ">=", 90, "%", "2025"),
    );
    expect(pair).toMatchObject({ relation: "changed", direction: "stricter", delta: null });
  });

  test("counts of a province and of a city are no more and no less", () => {
    const pair = only(
      target("改造老旧小区", "=", 1200, "个", "2021", { scope: "全省" }),
      target("改造老旧小区", "=", 86, "个", "2021", { scope: "全市" }),
    );
    expect(pair).toMatchObject({ relation: "changed", direction: "other", delta: -1114 });
  });

  test("different things in like words are two targets", () => {
    const pairs = compareTargets(
      [target("生活垃圾回收利用率", ">=", 35, "%", "2025")],
      [target("生活垃圾分类覆盖率", ">=", 95, "%", "2025")],
    );
    expect(pairs.map(({ relation }) => relation).sort()).toEqual(["added", "removed"]);
  });

  test("the same words in units that measure different things are two targets", () => {
    const pairs = compareTargets(
      [target("示范社区", ">=", 8, "个", "2022")],
      [target("示范社区", ">=", 70, "%", "2022")],
    );
    expect(pairs.map(({ relation }) => relation).sort()).toEqual(["added", "removed"]);
  });
});

describe("one metric in several years", () => {
  const metric = "装配式建筑占比";
  const series = (...steps: (readonly [string, number])[]) =>
    steps.map(([year, value]) => target(metric, ">=", value, "%", year));
  const seen = (template: ReturnType<typeof series>, local: ReturnType<typeof series>) =>
    compareTargets(template, local).map((pair) => [
      pair.template?.deadline,
      pair.local?.deadline,
      pair.relation,
      pair.delta,
    ]);

  test("pairs year by year, not value by value", () => {
    expect(seen(series(["2021", 30], ["2022", 60]), series(["2021", 60], ["2022", 90]))).toEqual([
      ["2021", "2021", "changed", 30],
      ["2022", "2022", "changed", 30],
    ]);
  });

  test("a year that the local plan adds is added where it stands", () => {
    expect(seen(series(["2021", 30], ["2023", 60]), series(["2021", 30], ["2022", 45], ["2023", 60]))).toEqual([
      ["2021", "2021", "identical", 0],
      [undefined, "2022", "added", null],
      ["2023", "2023", "identical", 0],
    ]);
  });

  test("a metric whose only difference is the year pairs, with a later deadline as looser", () => {
    const [pair, ...rest] = compareTargets(series(["2022", 60]), series(["2023", 60]));
    expect(rest).toEqual([]);
    expect(pair).toMatchObject({ relation: "changed", direction: "looser" });
    expect(pair!.changes).toEqual([{ field: "deadline", from: "2022", to: "2023", direction: "looser" }]);
  });

  test("a later year with a higher value goes both ways", () => {
    expect(compareTargets(series(["2022", 60]), series(["2023", 80]))[0]!.direction).toBe("other");
  });
});
