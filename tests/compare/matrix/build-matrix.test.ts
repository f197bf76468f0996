import { describe, expect, test } from "vitest";
import { Matrix } from "../../../schemas/matrix.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type { Target } from "../../../schemas/target.ts";
import { buildMatrix } from "../../../src/compare/matrix/build-matrix.ts";
import { standard, standardItem, task } from "../../check/make-facts.ts";
import { EVIDENCE, target } from "../facts/make-entries.ts";
import { makePlan } from "../make-plan.ts";

const planOf = (id: string, criteria: readonly string[], given: { tasks?: string[]; targets?: Target[] } = {}): Plan =>
  makePlan({
    id,
    standards:
      criteria.length === 0
        ? []
        : [
            standard(
              criteria.map((criterion, at) => ({ ...standardItem(at + 1, null, 5, EVIDENCE), criterion })),
              null,
              EVIDENCE,
            ),
          ],
    tasks: (given.tasks ?? []).map((text, at) => task(String(at + 1), text, `${text}，形成合力。`, [], EVIDENCE)),
    targets: given.targets ?? [],
  });

const GARBAGE = "生活垃圾分类投放点设置规范，覆盖率不低于60%";
const WATER = "节水器具普及，漏损控制达标";
const ALARM = "消防通道畅通，灭火器材完好有效";
const ARTS = "开展文艺演出和读书活动，丰富居民文化生活";
const TREES = "楼前绿化带修剪养护，古树名木挂牌保护";

/** `label: ordinals of each plan`. */
const seen = (matrix: Matrix) => {
  Matrix.parse(matrix);
  return matrix.rows.map(({ label, cells }) => [label, ...cells.map(({ rows }) => rows.join())]);
};

describe("against a template", () => {
  const template = planOf("t", [GARBAGE, WATER, ALARM]);
  const kept = planOf("a", [GARBAGE, WATER, ALARM]);
  const grown = planOf("b", [WATER, ARTS, GARBAGE.replace("60%", "90%"), ALARM]);
  const fewer = planOf("c", [`${ARTS}。`, ALARM]);
  const matrix = buildMatrix([kept, grown, fewer], template);

  test("a row is a row of the template with its counterparts, or what several plans add", () => {
    expect(seen(matrix)).toEqual([
      [GARBAGE, "1", "1", "3", ""],
      [WATER, "2", "2", "1", ""],
      [ALARM, "3", "3", "4", "2"],
      [ARTS, "", "", "2", "1"],
    ]);
  });

  test("each cell says how it relates", () => {
    const relations = matrix.rows.map(({ cells }) => cells.map(({ relation, direction }) => direction ?? relation));
    expect(relations).toEqual([
      ["identical", "identical", "stricter", null],
      ["identical", "identical", "identical", null],
      ["identical", "identical", "identical", "identical"],
      [null, null, "added", "added"],
    ]);
  });

  test("coverage is the share of the template's rows that a plan keeps", () => {
    expect(matrix.plans.map(({ id, isTemplate, coverage }) => [id, isTemplate, coverage])).toEqual([
      ["t", true, null],
      ["a", false, 1],
      ["b", false, 1],
      ["c", false, 1 / 3],
    ]);
  });

  test("the plan that lacks what all others have stands out", () => {
    expect(matrix.outliers).toEqual([
      { plan: "c", row: "standards-1", kind: "missing" },
      { plan: "c", row: "standards-2", kind: "missing" },
    ]);
  });

  test("the template among the plans is one column", () => {
    expect(buildMatrix([kept, template, grown, fewer], template)).toEqual(matrix);
  });
});

describe("of equals", () => {
  test("rows that belong together are one row, whichever plan has them; what one plan alone has stands out", () => {
    const matrix = buildMatrix(
      [planOf("a", [GARBAGE, ALARM]), planOf("b", [ALARM, GARBAGE]), planOf("c", [TREES, GARBAGE, ALARM])],
      null,
    );
    expect(seen(matrix)).toEqual([
      [GARBAGE, "1", "2", "2"],
      [ALARM, "2", "1", "3"],
      [TREES, "", "", "1"],
    ]);
    expect(matrix.outliers).toEqual([{ plan: "c", row: "standards-3", kind: "alone" }]);
    expect(matrix.plans.every(({ isTemplate, coverage }) => !isTemplate && coverage === null)).toBe(true);
  });

  test("a number that differs makes a change of the first plan's row", () => {
    const [row] = buildMatrix([planOf("a", [GARBAGE]), planOf("b", [GARBAGE.replace("60", "40")])], null).rows;
    expect(row!.cells.map(({ relation, direction }) => [relation, direction])).toEqual([
      ["identical", null],
      ["changed", "looser"],
    ]);
  });

  test("two rows of one plan are never one row of the matrix", () => {
    const matrix = buildMatrix([planOf("a", [GARBAGE, GARBAGE]), planOf("b", [GARBAGE])], null);
    expect(seen(matrix)).toEqual([
      [GARBAGE, "1", "1"],
      [GARBAGE, "2", ""],
    ]);
  });

  test("two plans have no outliers, and a plan without a standard lacks no row", () => {
    expect(buildMatrix([planOf("a", [GARBAGE]), planOf("b", [ALARM])], null).outliers).toEqual([]);
    const plans = [planOf("a", [GARBAGE]), planOf("b", [GARBAGE]), planOf("c", [GARBAGE]), planOf("d", [])];
    expect(buildMatrix(plans, null).outliers).toEqual([]);
  });
});

test("tasks and targets have sections of their own", () => {
  const rate = (value: number, year: string): Target => target("生活垃圾回收利用率", ">=", value, "%", year);
  const one = planOf("a", [], { tasks: [GARBAGE, WATER], targets: [rate(35, "2022"), rate(40, "2025")] });
  const other = planOf("b", [], { tasks: [WATER], targets: [rate(38, "2025")] });
  for (const template of [null, one]) {
    const matrix = buildMatrix([one, other], template);
    expect(matrix.rows.map(({ section, cells }) => [section, ...cells.map(({ rows }) => rows.join())])).toEqual([
      ["tasks", "1", ""],
      ["tasks", "2", "1"],
      ["targets", "1", ""],
      ["targets", "2", "1"],
    ]);
    expect(matrix.rows[3]).toMatchObject({
      label: "生活垃圾回收利用率（2025）",
      cells: [{}, { relation: "changed", direction: "looser" }],
    });
  }
});

test("no plans, and plans with nothing in them, make an empty matrix", () => {
  expect(buildMatrix([], null)).toEqual({ schema: "matrix/1", plans: [], rows: [], outliers: [] });
  expect(buildMatrix([makePlan({ id: "a" })], makePlan({ id: "t" })).plans[1]!.coverage).toBeNull();
});
