import { expect, test } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import { writeAssessmentPage } from "../../src/assess/assessment-page.ts";
import { filledSheet } from "./fill-sheet.ts";
import { CRITERIA, SMALL } from "./small-standard.ts";

test("the page says the result, why, what was wrong and every row, and needs nothing from outside", () => {
  const page = writeAssessmentPage(assess(SMALL, filledSheet({ "row-1": 10, "row-2": "很好", "veto-1": "是" })));
  for (const text of [
    "不合格",
    "存在否决项：否1所述",
    "应填分数，填的是“很好”",
    "第1项要求",
    "满分 36",
    "合格线 30",
    "@page",
  ])
    expect(page).toContain(text);
  expect(page).not.toMatch(/<script|<img|<link|https?:/);
});

test("the page of criteria counts those that are met", () => {
  const page = writeAssessmentPage(assess(CRITERIA, filledSheet({ "row-1": "是", "row-2": "否", "row-3": "是" })));
  expect(page).toContain("无合格线");
  expect(page).toContain("2<small> / 3 项符合");
});

test("nothing from a file becomes markup", () => {
  const evil = '"><img src=x onerror=alert(1)>';
  const standard = {
    ...SMALL,
    title: evil,
    rows: SMALL.rows.map((row) => ({ ...row, criterion: evil, category: evil })),
  };
  const sheet = { ...filledSheet({ "row-1": evil }), subject: evil, assessor: evil, date: evil };
  const page = writeAssessmentPage(assess(standard, sheet));
  expect(page).not.toContain("<img");
  expect(page).toContain("&lt;img");
});
