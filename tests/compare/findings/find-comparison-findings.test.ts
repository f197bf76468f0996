import { describe, expect, test } from "vitest";
import type { RowPair } from "../../../schemas/comparison.ts";
import { ComparisonFinding } from "../../../schemas/comparison-finding.ts";
import type { Header } from "../../../schemas/header.ts";
import type { Plan } from "../../../schemas/plan.ts";
import { compareDeadlines } from "../../../src/compare/facts/compare-deadlines.ts";
import { compareResponsibilities } from "../../../src/compare/facts/compare-responsibilities.ts";
import { compareTargets } from "../../../src/compare/facts/compare-targets.ts";
import { findComparisonFindings } from "../../../src/compare/findings/find-comparison-findings.ts";
import { standard, standardItem, task } from "../../check/make-facts.ts";
import { factsOf } from "../../check/make-plan.ts";
import { deadline, EVIDENCE, target } from "../facts/make-entries.ts";
import { makePlan } from "../make-plan.ts";

const { header } = factsOf({});
const at = (level: Header["jurisdiction"]["level"]): Header => ({ ...header, jurisdiction: { name: "某地", level } });

function findingsOf(template: Plan, local: Plan, standards: readonly RowPair[] = []): ComparisonFinding[] {
  const findings = findComparisonFindings(
    {
      standards,
      targets: compareTargets(template.targets, local.targets),
      deadlines: compareDeadlines(template.deadlines, local.deadlines),
      responsibilities: compareResponsibilities(template, local),
    },
    template,
    local,
  );
  for (const finding of findings) ComparisonFinding.parse(finding);
  return findings;
}

const removedRow = (number: number): RowPair => ({
  template: number,
  local: null,
  relation: "removed",
  direction: null,
  similarity: 0,
  explanation: { words: [], numbers: [], templateOnly: [], localOnly: [] },
  changes: [],
  diff: [],
  templateRow: { ordinal: number, number, category: null, text: `第${number}项要求`, evidence: EVIDENCE },
  localRow: null,
  standard: { template: 0, local: null },
});

describe("target-looser", () => {
  const rate = (value: number, hedge: string | null = null) =>
    makePlan({ targets: [target("入户安检率", ">=", value, "%", "2023", { hedge })] });

  test("a lower value is a warning with both places", () => {
    const [finding, ...rest] = findingsOf(rate(95), rate(90));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      code: "target-looser",
      severity: "warning",
      facts: { metric: "入户安检率", from: ">=95%", to: ">=90%", delta: -5 },
    });
    expect(finding!.evidence.map(({ plan }) => plan)).toEqual(["template", "local"]);
    expect(finding!.message).toContain(">=90% instead of >=95%");
    expect(finding!.messageZh).toContain("入户安检率");
  });

  test("a hedge alone is information, a stricter target nothing", () => {
    expect(findingsOf(rate(95), rate(95, "力争"))).toMatchObject([{ code: "target-looser", severity: "info" }]);
    expect(findingsOf(rate(90), rate(95))).toEqual([]);
  });

  test("a county's count below its province's is no lower demand, below its own level's it is", () => {
    const count = (value: number, level: Header["jurisdiction"]["level"]) =>
      makePlan({ header: at(level), targets: [target("改造老旧小区", ">=", value, "个", "2023")] });
    expect(findingsOf(count(1200, "province"), count(86, "county"))).toEqual([]);
    expect(findingsOf(count(120, "county"), count(86, "county"))).toMatchObject([{ code: "target-looser" }]);
  });
});

describe("row-dropped", () => {
  const withRows = makePlan({ standards: [standard([standardItem(1, null, 5, EVIDENCE)], 5, EVIDENCE)] });

  test("each dropped row is a warning at the template's place", () => {
    const findings = findingsOf(withRows, withRows, [removedRow(7), removedRow(9)]);
    expect(findings.map(({ code, facts }) => [code, facts.number])).toEqual([
      ["row-dropped", 7],
      ["row-dropped", 9],
    ]);
    expect(findings[0]!.evidence).toMatchObject([{ plan: "template" }]);
  });

  test("a plan without a standard of its own is one finding", () => {
    expect(findingsOf(withRows, makePlan(), [removedRow(1)])).toMatchObject([
      { code: "row-dropped", severity: "info", facts: { rows: 1 } },
    ]);
    expect(findingsOf(makePlan(), withRows)).toEqual([]);
  });
});

describe("deadline-later", () => {
  test("a later day, a rarer report and a later target are found; an earlier day is not", () => {
    const report = (due: string | null, recurring: string | null = null) =>
      makePlan({ deadlines: [deadline("各单位报送工作总结。", due, recurring)] });
    expect(findingsOf(report("2022-10"), report("2022-12"))).toMatchObject([
      { code: "deadline-later", severity: "warning", facts: { from: "2022-10", to: "2022-12" } },
    ]);
    expect(findingsOf(report("2022-12"), report("2022-10"))).toEqual([]);
    const [rarer] = findingsOf(report(null, "monthly"), report(null, "quarterly"));
    expect(rarer).toMatchObject({ code: "deadline-later", facts: { from: "monthly", to: "quarterly" } });
    expect(rarer!.message).toBe("The local plan is due every quarter, the template every month: 各单位报送工作总结。");
    const goal = (year: string) => makePlan({ targets: [target("污水收集率", ">=", 60, "%", year)] });
    expect(findingsOf(goal("2022"), goal("2023"))).toMatchObject([{ code: "deadline-later" }]);
  });
});

describe("family-missing", () => {
  const named = (units: string[], level: Header["jurisdiction"]["level"] = "county") =>
    makePlan({ header: at(level), tasks: [task("1", "题目", "内容。", units, EVIDENCE)] });

  test("a family that answers for something and is not named is a warning", () => {
    expect(findingsOf(named(["市公安局", "市民政局"]), named(["县民政局"]))).toMatchObject([
      { code: "family-missing", severity: "warning", facts: { family: "公安", units: "市公安局" } },
    ]);
  });

  test("a town, or a plan that names nobody, is only told", () => {
    const template = named(["县公安局"]);
    expect(findingsOf(template, named(["镇财政所"], "township"))).toMatchObject([{ severity: "info" }]);
    expect(findingsOf(template, named([]))).toMatchObject([{ severity: "info" }]);
  });

  test("bodies without a family are not missed", () => {
    expect(findingsOf(named(["国网供电公司"]), named(["县公安局"]))).toEqual([]);
  });
});

test("a plan against itself has no findings", () => {
  const plan = makePlan({
    targets: [target("覆盖率", ">=", 90, "%", "2022", { hedge: "力争" })],
    deadlines: [deadline("报送总结。", "2022")],
    tasks: [task("1", "题目", "内容。", ["县公安局"], EVIDENCE)],
  });
  expect(findingsOf(plan, plan)).toEqual([]);
});
