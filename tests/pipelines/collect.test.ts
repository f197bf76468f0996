import { expect, test } from "vitest";
import { collect, compareVersions, traceLineage } from "../../pipelines/collect.ts";
import type { Plan } from "../../schemas/plan.ts";
import { factsOf } from "../check/make-plan.ts";
import { target } from "../compare/facts/make-entries.ts";
import { makePlan } from "../compare/make-plan.ts";

const issue = (year: number, rate: number): Plan =>
  makePlan({
    id: `issue-${year}`,
    header: {
      ...factsOf({}).header,
      title: `某山县${year}年垃圾分类工作方案`,
      issuedOn: `${year}-03`,
      jurisdiction: { name: "某山县", level: "county" },
    },
    targets: [target("垃圾分类覆盖率", ">=", rate, "%", null)],
  });

const issues = [issue(2023, 90), issue(2021, 60), issue(2022, 75)];

test("the issues of a plan are put in order, and each set against the one before it", () => {
  const order = traceLineage(issues).versions[0]!;
  expect(order).toEqual(["issue-2021", "issue-2022", "issue-2023"]);
  const compared = compareVersions(order.map((id) => issues.find((plan) => plan.id === id)!));
  expect(compared.map(({ template, local, targets }) => [template.id, local.id, targets[0]!.delta])).toEqual([
    ["issue-2021", "issue-2022", 15],
    ["issue-2022", "issue-2023", 15],
  ]);
  expect(compareVersions(issues.slice(0, 1))).toEqual([]);
});

test("the issues of a plan make one row of a matrix", () => {
  const { plans, rows } = collect(issues, null);
  expect(plans).toHaveLength(3);
  expect(rows.map(({ cells }) => cells.map((cell) => cell.rows))).toEqual([[[1], [1], [1]]]);
});
