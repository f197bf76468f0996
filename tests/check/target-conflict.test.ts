import { expect, test } from "vitest";
import type { Target } from "../../schemas/target.ts";
import { CHECKS } from "../../src/check/index.ts";
import { target } from "./make-facts.ts";
import { factsOf, makeDocument } from "./make-plan.ts";

const made = makeDocument(["到2024年，优良天数比率达到78%", "确保优良天数比率达到80%", "每年优良天数比率提高到80%"]);
const one = made.at("优良天数比率达到78%");
const other = made.at("优良天数比率达到80%");
const METRIC = "优良天数比率";
const check = (...targets: Target[]) => CHECKS["target-conflict"](factsOf({ targets }), made.outline);

test("one metric with two values for one year is an error, proved by both places", () => {
  expect(check(target(METRIC, 78, "2024", one), target(`全市${METRIC}`, 80, "2024", other))).toEqual([
    {
      severity: "error",
      facts: { metric: "全市优良天数比率", deadline: "2024", first: ">=78%", second: ">=80%" },
      evidence: [...one, ...other],
    },
  ]);
});

test.each<[string, Target]>([
  ["another year", target(METRIC, 80, "2025", other)],
  ["no year", target(METRIC, 80, null, other)],
  ["the same value", target(METRIC, 78, "2024", other)],
  ["another unit", target(METRIC, 80, "2024", other, { unit: "天" })],
  ["another scope", target(METRIC, 80, "2024", other, { scope: "建成区" })],
  ["a hope beside a duty", target(METRIC, 80, "2024", other, { hedge: "力争" })],
  ["the other direction", target(METRIC, 80, "2024", other, { comparator: "<=" })],
  ["the same paragraph", target(METRIC, 80, "2024", one)],
  ["a yearly step", target(METRIC, 80, "2024", made.at("每年优良天数比率提高到80%"))],
  ["a range that holds the value", target(METRIC, 70, "2024", other, { max: 80 })],
])("%s is no conflict", (_why, second) => {
  expect(check(target(METRIC, 78, "2024", one), second)).toEqual([]);
});
