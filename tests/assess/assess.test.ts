import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import type { Filling } from "../../src/assess/filled-sheet.ts";
import { filledSheet } from "./fill-sheet.ts";
import { CRITERIA, SMALL } from "./small-standard.ts";

const FULL = { "row-1": 10, "row-2": 15, "row-3": "合格", "row-4": "是", "veto-1": "否", "veto-2": "否" };
const assessed = (changes: Record<string, Filling> = {}, textNumbers = false) =>
  assess(SMALL, filledSheet({ ...FULL, ...changes }, textNumbers));
const codes = ({ messages }: ReturnType<typeof assess>) => messages.map(({ code }) => code);

describe("assess", () => {
  test("adds up rows and categories", () => {
    const { subtotal, total, categories, result, messages } = assessed();
    // 10 + 15 + 4 = 29, one below the pass mark of 30.
    expect({ subtotal, total, result, messages }).toEqual({ subtotal: 29, total: 29, result: "fail", messages: [] });
    expect(categories.map(({ name, max, points, met }) => [name, max, points, met])).toEqual([
      ["一类", 30, 25, 0],
      ["二类", 6, 4, 0],
      ["基本条件", null, null, 1],
      ["扣分项", null, 0, 0],
    ]);
  });

  test("passes at the pass mark itself", () => {
    const { total, result, reasons } = assessed({ "row-2": 16 });
    expect({ total, result }).toEqual({ total: 30, result: "pass" });
    expect(reasons).toEqual([
      { code: "reached", message: "30 points reach the pass mark of 30.", messageZh: "总分30分，达到合格线30分。" },
    ]);
  });

  test("takes deductions away, and refuses one above 0 or beyond its bound", () => {
    expect(assessed({ "row-5": -2.5 }).total).toBe(26.5);
    expect(assessed({ "row-5": 2 })).toMatchObject({
      total: 29,
      result: "incomplete",
      messages: [{ code: "deduction-positive" }],
    });
    expect(codes(assessed({ "row-5": -6 }))).toEqual(["deduction-over"]);
  });

  test("counts bonuses within their own bounds, all within the common one, and the total within its own", () => {
    const own = assessed({ "bonus-1": 5 });
    expect([own.bonus.claimed, own.bonus.counted, own.total]).toEqual([5, 3, 32]);
    expect(codes(own)).toEqual(["bonus-capped"]);
    const common = assessed({ "bonus-1": 3, "bonus-2": 9 });
    expect([common.bonus.claimed, common.bonus.counted, common.total]).toEqual([12, 4, 33]);
    const whole = assessed({ "row-2": 20, "row-3": "良好", "bonus-1": 3, "bonus-2": 1 });
    // 36 + 4 = 40, bounded by 38.
    expect([whole.subtotal, whole.total, whole.result]).toEqual([36, 38, "pass"]);
    expect(codes(whole)).toEqual(["total-capped"]);
  });

  test("fails by a veto however high the points, and by an unmet condition", () => {
    const vetoed = assessed({ "row-2": 20, "veto-2": "是" });
    expect(vetoed).toMatchObject({
      total: 34,
      result: "fail",
      reasons: [{ code: "veto", messageZh: "存在否决项：否2所述" }],
    });
    expect(assessed({ "row-2": 20, "row-4": "否" })).toMatchObject({
      result: "fail",
      reasons: [{ code: "condition-unmet" }],
    });
  });

  test("counts a veto left blank as not having happened, and says so", () => {
    const blank = assessed({ "row-2": 16, "veto-1": null, "veto-2": "" });
    expect(blank).toMatchObject({ result: "pass", messages: [{ code: "veto-unanswered", facts: { count: 2 } }] });
    expect(blank.vetoes.map(({ happened }) => happened)).toEqual([null, null]);
  });

  test.each([
    ["row-1", null, "row-missing"],
    ["row-1", " ", "row-missing"],
    ["row-1", 10.5, "points-over"],
    ["row-1", -1, "points-negative"],
    ["row-1", "优", "not-a-number"],
    ["row-1", "8", "number-as-text"],
    ["row-1", true, "not-a-number"],
    ["row-1", Number.NaN, "not-a-number"],
    ["row-3", "优秀", "grade-unknown"],
    ["row-3", 6, "grade-unknown"],
    ["row-3", "constructor", "grade-unknown"],
    ["row-4", "也许", "not-yes-or-no"],
    ["bonus-1", "两分", "not-a-number"],
    ["bonus-1", -1, "points-negative"],
    ["veto-1", "可能", "not-yes-or-no"],
  ] as const)("says what is wrong with %s filled in as %j: %s; the rest is counted", (id, value, code) => {
    const result = assessed({ [id]: value });
    expect(codes(result)).toEqual([code]);
    expect(result.messages[0]!.message).not.toBe("");
    expect(result.messages[0]!.messageZh).toMatch(/[。]$/);
    if (id === "row-1")
      expect(result).toMatchObject({ total: 19, result: "incomplete", reasons: [{ code: "rows-open" }] });
  });

  test("reads numbers that stand as text where all stands as text", () => {
    expect(assessed({ "row-1": " ８.５ " }, true).total).toBe(27.5);
    expect(codes(assessed({ "row-1": "0x10" }, true))).toEqual(["not-a-number"]);
    expect(codes(assessed({ "row-1": "1e1" }, true))).toEqual(["not-a-number"]);
  });

  test("says which rows are unknown and which come twice, the first counting", () => {
    const sheet = filledSheet({ ...FULL, "row-9": 3 });
    const twice = { ...sheet, lines: [...sheet.lines, { ...sheet.lines[0]!, place: "第9行", value: 1 }] };
    const result = assess(SMALL, twice);
    expect(result.total).toBe(29);
    expect(result.messages.map(({ code, place }) => [code, place])).toEqual([
      ["row-unknown", "row-9"],
      ["row-duplicate", "第9行"],
    ]);
  });

  test("finds rows by number, bonuses and vetoes too; a number that stands twice by its words", () => {
    const numbered = (
      number: string,
      value: Filling,
      kind: "row" | "bonus" | "veto" | null = null,
      criterion: string | null = null,
    ) => ({
      place: number,
      kind,
      id: null,
      number,
      criterion,
      value,
      remark: null,
    });
    const lines = [numbered("1", 10, "row"), numbered("２", 20), numbered("1", 2, "bonus"), numbered("否1", "是")];
    const result = assess(SMALL, { ...filledSheet({}), lines });
    expect(result).toMatchObject({
      subtotal: 30,
      bonus: { counted: 2 },
      vetoes: [{ happened: true }, { happened: null }],
    });
    const twice = { ...SMALL, rows: SMALL.rows.map((row) => (row.ordinal === 2 ? { ...row, number: 1 } : row)) };
    const told = assess(twice, {
      ...filledSheet({}),
      lines: [numbered("1", 5, "row", " 第2项 要求"), numbered("1", 5, "row")],
    });
    expect(told.rows.map(({ points }) => points).slice(0, 2)).toEqual([null, 5]);
    expect(codes(told)).toContain("number-ambiguous");
  });

  test("makes no score of deductions from points that only categories have, and judges nothing by it", () => {
    const rows = CRITERIA.rows.map((row) => ({
      ...row,
      entry: { kind: "deduction" as const, min: null, max: 0, options: [] },
    }));
    const result = assess({ ...CRITERIA, rows, passMark: 80 }, filledSheet({ "row-1": -2, "row-2": 0, "row-3": -7 }));
    expect(result).toMatchObject({ total: null, subtotal: null, result: null, reasons: [{ code: "no-points" }] });
  });

  test("says neither pass nor fail where the standard states no pass mark", () => {
    const result = assess(CRITERIA, filledSheet({ "row-1": "是", "row-2": "否", "row-3": true }));
    expect(result).toMatchObject({ total: null, subtotal: null, result: null, reasons: [{ code: "no-pass-mark" }] });
    expect(result.categories.map(({ met, rows }) => [met, rows])).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });

  test("warns of a sheet that was filled in for another standard", () => {
    expect(codes(assess(SMALL, { ...filledSheet(FULL), standard: "standard-other" }))).toEqual(["standard-mismatch"]);
  });

  test("never counts more than the rows can give, nor passes with a row open, whatever is filled in", () => {
    const filling = fc.oneof(
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constantFrom("是", "否", "良好", 0, 5, 10, -1, null),
    );
    expect(assess(SMALL, filledSheet({ "bonus-1": 1.8e302 })).bonus.counted).toBe(0);
    const ids = [...SMALL.rows, ...SMALL.bonus, ...SMALL.veto].map(({ id }) => id);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), filling), (fillings) => {
        const { subtotal, total, bonus, result, rows } = assess(SMALL, filledSheet(fillings));
        expect(subtotal).toBeLessThanOrEqual(36);
        expect(bonus.counted).toBeLessThanOrEqual(4);
        expect(total).toBeLessThanOrEqual(38);
        if (result === "pass") expect(rows.every(({ status }) => status === "assessed")).toBe(true);
      }),
    );
  });
});
