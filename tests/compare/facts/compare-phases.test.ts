import { expect, test } from "vitest";
import { comparePhases } from "../../../src/compare/facts/compare-phases.ts";
import { phase } from "./make-entries.ts";

const names = (template: readonly string[], local: readonly string[]) =>
  comparePhases(
    template.map((name, index) => phase(index + 1, name, null, null)),
    local.map((name, index) => phase(index + 1, name, null, null)),
  ).map((pair) => [pair.template?.name ?? null, pair.local?.name ?? null]);

test.each([
  [
    ["启动阶段", "全面实施阶段", "总结阶段"],
    ["宣传发动", "集中整治", "验收"],
  ],
  [
    ["动员部署", "组织推进", "巩固提升"],
    ["启动部署阶段", "全面实施阶段", "总结评估阶段"],
  ],
  [
    ["摸底排查阶段", "集中攻坚阶段", "长效管理阶段"],
    ["自查自纠", "整改提升", "巩固提升"],
  ],
])("%s are %s by what they are for", (template, local) => {
  expect(names(template, local)).toEqual(template.map((name, index) => [name, local[index]]));
});

test("a step that the local plan adds stands where it adds it", () => {
  expect(names(["动员部署", "全面推进", "总结评估"], ["动员部署", "试点先行", "全面推开", "总结评估"])).toEqual([
    ["动员部署", "动员部署"],
    [null, "试点先行"],
    ["全面推进", "全面推开"],
    ["总结评估", "总结评估"],
  ]);
});

test("days are counted from the first day of a start and to the last day of an end, later is more", () => {
  const [pair] = comparePhases(
    [phase(1, "全面实施阶段", "2022-03", "2022-06")],
    [phase(1, "全面实施阶段", "2022-04-01", "2022-09-15")],
  );
  // 31 days of March; from 30 June to 15 September are 31 + 31 + 15 days.
  expect(pair).toMatchObject({ relation: "changed", startDeltaDays: 31, endDeltaDays: 77 });
  expect(pair!.changes).toEqual([
    { field: "start", from: "2022-03", to: "2022-04-01", direction: "other" },
    { field: "end", from: "2022-06", to: "2022-09-15", direction: "looser" },
  ]);
});

test("a date that only one plan gives has no delta", () => {
  const [pair] = comparePhases([phase(1, "总结阶段", "2022-10", null)], [phase(1, "总结阶段", null, "2022-12")]);
  expect(pair).toMatchObject({ relation: "changed", startDeltaDays: null, endDeltaDays: null });
});

test("the same dates with another text are reworded", () => {
  const [pair] = comparePhases(
    [phase(1, "总结阶段", "2022-10", "2022-12", "开展总结。")],
    [phase(1, "总结验收阶段", "2022-10", "2022-12", "做好总结。")],
  );
  expect(pair!.relation).toBe("reworded");
});

test("steps of names of their own pair where they cover the same time in the same order", () => {
  const pairs = comparePhases(
    [phase(1, "入户", "2022-01", "2022-03"), phase(2, "录入", "2022-04", "2022-05")],
    [phase(1, "登门", "2022-01", "2022-03"), phase(2, "建档", "2022-04", "2022-05")],
  );
  expect(pairs.map(({ relation }) => relation)).toEqual(["reworded", "reworded"]);
});
