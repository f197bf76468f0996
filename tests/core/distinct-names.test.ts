import { expect, test } from "vitest";
import { createDistinctNames } from "../../src/core/distinct-names.ts";

test("a name that was given gets a number before its ending, also where only capitals differ", () => {
  const nameFor = createDistinctNames();
  const asked = [
    "方案.plan.json",
    "A.csv",
    "方案.plan.json",
    "a.csv",
    "方案 (2).plan.json",
    "方案.plan.json",
    "无",
    "无",
  ];
  expect(asked.map(nameFor)).toEqual([
    "方案.plan.json",
    "A.csv",
    "方案 (2).plan.json",
    "a (2).csv",
    "方案 (2) (2).plan.json",
    "方案 (3).plan.json",
    "无",
    "无 (2)",
  ]);
});

test("a thousand files of one name are named in no time", () => {
  const nameFor = createDistinctNames();
  const names = Array.from({ length: 20_000 }, () => nameFor("plan.json"));
  expect(new Set(names).size).toBe(20_000);
});
