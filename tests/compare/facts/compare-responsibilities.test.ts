import { expect, test } from "vitest";
import type { Plan } from "../../../schemas/plan.ts";
import type { Responsibility } from "../../../schemas/responsibility.ts";
import { compareResponsibilities } from "../../../src/compare/facts/compare-responsibilities.ts";
import { standard, standardItem, task } from "../../check/make-facts.ts";
import { makePlan } from "../make-plan.ts";
import { EVIDENCE } from "./make-entries.ts";

const withTask = (...responsibilities: Responsibility[]): Plan =>
  makePlan({ tasks: [{ ...task("1", "题目", "内容。", [], EVIDENCE), responsibilities }] });

test("bodies of one family are one, whatever each place calls them", () => {
  const pairs = compareResponsibilities(
    withTask({ role: "lead", units: ["省住房和城乡建设厅"] }),
    withTask({ role: "lead", units: ["县住建局"] }),
  );
  expect(pairs).toEqual([
    {
      family: "住房城乡建设",
      template: [{ role: "lead", units: ["省住房和城乡建设厅"], count: 1 }],
      local: [{ role: "lead", units: ["县住建局"], count: 1 }],
      relation: "identical",
    },
  ]);
});

test("another role is a change; a family of one plan is added or removed", () => {
  const template = withTask({ role: "lead", units: ["市民政局"] }, { role: "support", units: ["市公安局"] });
  const local = withTask({ role: "support", units: ["县民政局", "县财政局"] });
  const relations = (one: Plan, other: Plan) =>
    Object.fromEntries(compareResponsibilities(one, other).map(({ family, relation }) => [family, relation]));
  expect(relations(template, local)).toEqual({ 公安: "removed", 民政: "changed", 财政: "added" });
  expect(relations(local, template)).toEqual({ 公安: "added", 民政: "changed", 财政: "removed" });
});

test("every place that names a body counts: tasks, measures, steps, tables, rows and duties", () => {
  const responsible: Responsibility[] = [{ role: "responsible", units: ["县公安局"] }];
  const item = { number: 1, category: null, task: "任务", measures: null, responsibilities: responsible, due: null };
  const plan = makePlan({
    tasks: [task("1", "题目", "内容。", ["县公安局"], EVIDENCE)],
    measures: [task("1", "措施", "内容。", ["县公安局"], EVIDENCE)],
    phases: [
      { ordinal: 1, name: "步骤", start: null, end: null, text: "", responsibilities: responsible, evidence: EVIDENCE },
    ],
    assignments: [{ title: "分解表", attachment: 1, items: [{ ...item, evidence: EVIDENCE }], evidence: EVIDENCE }],
    standards: [standard([standardItem(1, null, 5, EVIDENCE, ["县公安局"])], 5, EVIDENCE)],
    duties: [{ units: ["公安局交警大队"], text: "负责交通。", evidence: EVIDENCE }],
  });
  expect(compareResponsibilities(plan, plan)[0]).toMatchObject({
    family: "公安",
    template: [{ role: "responsible", units: ["县公安局", "公安局交警大队"], count: 6 }],
    relation: "identical",
  });
});
