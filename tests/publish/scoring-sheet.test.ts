import { describe, expect, test, vi } from "vitest";
import { readFilled } from "../../src/assess/read/read-filled.ts";
import { mergeRuns } from "../../src/publish/scoring/merge-runs.ts";
import { rowFormula } from "../../src/publish/scoring/row-formulas.ts";
import { scoringSheet } from "../../src/publish/scoring/scoring-sheet.ts";
import { sumLines } from "../../src/publish/scoring/sums.ts";
import { createStandards } from "../../src/publish/standard/create-standard.ts";
import { rangeName } from "../../src/publish/xlsx/references.ts";
import { writeWorkbook } from "../../src/publish/xlsx/write-workbook.ts";
import { genrePlan, standardOf } from "./plans.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("scoringSheet", () => {
  test("has a line for each row, bonus and veto, its id hidden in front, and can be read back", async () => {
    const standard = standardOf(await genrePlan("county-standard"));
    const sheet = scoringSheet(standard);
    expect(sheet.columns[0]!.hidden).toBe(true);
    const [filled] = readFilled(writeWorkbook({ sheets: [sheet] }));
    expect(filled!.standard).toBe(standard.id);
    expect(filled!.lines.map(({ id }) => id)).toEqual(
      [...standard.rows, ...standard.bonus, ...standard.veto].map(({ id }) => id),
    );
    expect(filled!.lines.every(({ value }) => value === null)).toBe(true);
  });

  test("merges each category's cells and no others", async () => {
    const standard = standardOf(await genrePlan("county-standard"));
    const categoryMerges = scoringSheet(standard).merges!.filter(
      ({ left, right, top }) => left === 1 && right === 1 && top >= 4,
    );
    const sizes = [...Map.groupBy(standard.rows, ({ category }) => category).values()].map((rows) => rows.length);
    // One bonus and one veto: a single cell each, not merged.
    expect(categoryMerges.map(({ top, bottom }) => bottom - top + 1)).toEqual(sizes);
  });

  test("bounds each cell by its row's points, or offers its grades", async () => {
    const standard = standardOf(await genrePlan("county-standard"));
    const { validations } = scoringSheet(standard);
    expect(validations!.length).toBe(standard.rows.length + 2);
    expect(validations![0]).toMatchObject({ kind: "decimal", min: 0, max: standard.rows[0]!.points });
    expect(validations!.at(-1)).toMatchObject({ kind: "list", options: ["是", "否"] });
    const graded = standardOf(await genrePlan("property-service-grades"));
    expect(scoringSheet(graded).validations![0]).toMatchObject({ kind: "list", options: ["优秀", "良好", "合格"] });
  });

  test("has no range that overlaps another when merged", async () => {
    for (const name of ["healthy-enterprise-index", "guojia-jieshuixing", "disaster-community-two-standards"])
      for (const standard of createStandards(await genrePlan(name))) {
        const cells = scoringSheet(standard).merges!.flatMap(({ top, left, bottom, right }) =>
          Array.from({ length: bottom - top + 1 }, (_, row) =>
            Array.from({ length: right - left + 1 }, (_, column) => `${top + row} ${left + column}`),
          ).flat(),
        );
        expect(new Set(cells).size).toBe(cells.length);
      }
  });
});

describe("rowFormula", () => {
  const row = (entry: object, grades: object | null = null) => ({ entry, grades }) as Parameters<typeof rowFormula>[0];
  test("counts points from 0 to the row's, and nothing else", () => {
    expect(rowFormula(row({ kind: "points", min: 0, max: 6, options: [] }), "J5")).toBe(
      'IF(J5="","",IF(ISNUMBER(J5),IF(AND(J5>=0,J5<=6),J5,"无效"),"无效"))',
    );
  });
  test("looks up a grade, whatever marks are in its name", () => {
    expect(rowFormula(row({ kind: "grade", min: 0, max: 6, options: [] }, { 良好: 6, '"一"般': 5 }), "J5")).toBe(
      'IF(J5="","",IF(TRIM(J5)="良好",6,IF(TRIM(J5)="""一""般",5,"无效")))',
    );
  });
  test("stays within the levels and lengths of text that Excel allows, whatever grades a file names", () => {
    const grades = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [at === 0 ? "长".repeat(300) : `等次${at}`, at]),
    );
    const formula = rowFormula(row({ kind: "grade", min: 0, max: 500, options: [] }, grades), "J5");
    expect(formula.split("IF(").length - 1).toBeLessThanOrEqual(64);
    expect(formula).not.toContain("长长");
  });
  test("takes a deduction left blank for none", () => {
    expect(rowFormula(row({ kind: "deduction", min: -6, max: 0, options: [] }), "J5")).toBe(
      'IF(J5="",0,IF(ISNUMBER(J5),IF(AND(J5<=0,J5>=-6),J5,"无效"),"无效"))',
    );
  });
});

test("sums rows of a category that stand scattered, with at most 255 arguments to a function", async () => {
  const standard = standardOf(await genrePlan("county-standard"));
  const rows = Array.from({ length: 700 }, (_, at) => ({
    ...standard.rows[0]!,
    ordinal: at + 1,
    category: at % 2 ? "甲" : "乙",
  }));
  const [first] = sumLines({ ...standard, rows }, 8, 720).lines;
  const sums = first!.formula!.match(/SUM\([^)]*\)/g)!;
  expect(sums.map((sum) => sum.split(",").length)).toEqual([100, 100, 100, 50]);
  expect(first!.formula!.length).toBeLessThan(8192);
});

test("mergeRuns joins equal neighbours only", () => {
  expect(mergeRuns(["a", "a", "b", null, null, "a", "a", "a"], 4, 1).map(rangeName)).toEqual(["B5:B6", "B10:B12"]);
  expect(mergeRuns([], 4, 1)).toEqual([]);
});
