import { expect, test } from "vitest";
import { FindingCode } from "../../schemas/finding.ts";
import { CHECKS, checkPlan } from "../../src/check/index.ts";
import { phase } from "./make-facts.ts";
import { factsOf, issuedOn, makeDocument } from "./make-plan.ts";

test("every code has a check", () => {
  expect(Object.keys(CHECKS).sort()).toEqual([...FindingCode.options].sort());
});

test("an empty plan has no findings", () => {
  expect(checkPlan(factsOf({}), makeDocument([]).outline)).toEqual([]);
});

test("findings come in the order of the text, each with its sentence in both languages", () => {
  const made = makeDocument(["（一）摸底阶段。", "（二）整治阶段。", "5月1日前报送名单"]);
  const facts = factsOf({
    header: issuedOn("2023-05-18"),
    phases: [
      phase(1, "摸底阶段", "2023-01", "2023-02", made.at("摸底阶段")),
      phase(2, "整治阶段", "2023-06", "2023-12", made.at("整治阶段")),
    ],
    deadlines: [
      { text: "报送名单", due: "2023-05-01", recurring: null, by: [], to: null, evidence: made.at("报送名单") },
    ],
  });
  const findings = checkPlan(facts, made.outline);
  expect(findings.map(({ code }) => code)).toEqual(["phase-before-issue", "phase-gap", "deadline-before-issue"]);
  expect(findings[0]).toMatchObject({
    message: "摸底阶段 (2023-01 to 2023-02) ended before the file was issued on 2023-05-18.",
    messageZh: "“摸底阶段”（2023-01至2023-02）在印发日期2023-05-18之前已经结束。",
  });
});
