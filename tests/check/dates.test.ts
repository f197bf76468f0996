import { expect, test } from "vitest";
import { CHECKS } from "../../src/check/index.ts";
import { phase } from "./make-facts.ts";
import { factsOf, issuedOn, makeDocument } from "./make-plan.ts";

const made = makeDocument(["2023年5月18日", "2023年5月8日", "摸底阶段", "4月底前报送"]);
const deadline = (due: string | null) => ({
  text: "4月底前报送",
  due,
  recurring: null,
  by: [],
  to: null,
  evidence: made.at("4月底前报送"),
});
const mark = (iso: string, quote: string) => ({ iso, evidence: made.at(quote) });

test("notice and plan with different dates are a conflict, proved by both", () => {
  const outline = {
    ...made.outline,
    noticeDate: mark("2023-05-18", "2023年5月18日"),
    planDate: mark("2023-05-08", "2023年5月8日"),
  };
  expect(CHECKS["date-conflict"](factsOf({}), outline)).toEqual([
    {
      severity: "warning",
      facts: { notice: "2023-05-18", plan: "2023-05-08" },
      evidence: [...made.at("2023年5月18日"), ...made.at("2023年5月8日")],
    },
  ]);
});

test.each([
  ["2023-05-18", "2023-05-18"],
  ["2023-05-18", "2023-05"],
])("notice %s and plan %s agree as far as both go", (notice, plan) => {
  const outline = { ...made.outline, noticeDate: mark(notice, "18日"), planDate: mark(plan, "8日") };
  expect(CHECKS["date-conflict"](factsOf({}), outline)).toEqual([]);
});

test.each([
  ["2023-04", "2023-05-18", 1],
  ["2023-05-17", "2023-05-18", 1],
  ["2022", "2023", 1],
  ["2023-05", "2023-05-18", 0],
  ["2023", "2023-05-18", 0],
  ["2023-05-18", "2023-05-18", 0],
  ["2023-04", null, 0],
  [null, "2023-05-18", 0],
])("a deadline %s in a file issued on %s gives %i finding", (due, issued, count) => {
  const facts = factsOf({ header: issuedOn(issued), deadlines: [deadline(due)] });
  expect(CHECKS["deadline-before-issue"](facts, made.outline)).toHaveLength(count);
});

test("a table row that was due before the issue date counts too", () => {
  const evidence = made.at("4月底前报送");
  const items = [
    { number: 1, category: null, task: "报送", measures: null, responsibilities: [], due: "2023-04", evidence },
  ];
  const facts = factsOf({ assignments: [{ title: "分工表", attachment: 1, items, evidence }] });
  expect(CHECKS["deadline-before-issue"](facts, made.outline)[0]?.facts).toEqual({
    text: "报送",
    due: "2023-04",
    issued: "2023-05-18",
  });
});

test.each([
  ["2023-01", "2023-04", ["warning"]],
  ["2023-01", "2023-12", ["info"]],
  ["2023-04", null, ["info"]],
  [null, "2023-04", ["warning"]],
  ["2023-05", "2023-06", []],
  ["2023", "2024", []],
  [null, null, []],
])("a phase from %s to %s in a file of 2023-05-18 is %j", (start, end, severities) => {
  const facts = factsOf({ phases: [phase(1, "摸底阶段", start, end, made.at("摸底阶段"))] });
  expect(CHECKS["phase-before-issue"](facts, made.outline).map(({ severity }) => severity)).toEqual(severities);
});
