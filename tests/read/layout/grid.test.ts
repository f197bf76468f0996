import { expect, test } from "vitest";
import { findGrid } from "../../../src/read/layout/grid.ts";
import type { Ruling } from "../../../src/read/layout/page-content.ts";
import { groupRulings } from "../../../src/read/layout/rulings.ts";
import { drawGrid } from "./draw-page.ts";

const gridsOf = (rulings: readonly Ruling[]) => groupRulings(rulings).flatMap((group) => findGrid(group) ?? []);
const spansOf = (rulings: readonly Ruling[]) =>
  gridsOf(rulings)[0]!.cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan]);

test("a full grid gives one cell a place", () => {
  expect(spansOf(drawGrid([0, 50, 100], [0, 20, 40]))).toEqual([
    [0, 0, 1, 1],
    [0, 1, 1, 1],
    [1, 0, 1, 1],
    [1, 1, 1, 1],
  ]);
});

test("where an inner ruling is missing the places are one cell", () => {
  const rulings: Ruling[] = [...drawGrid([0, 100], [0, 60]), [50, 0, 50, 60], [50, 20, 100, 20], [0, 40, 100, 40]];
  expect(spansOf(rulings)).toEqual([
    [0, 0, 2, 1],
    [0, 1, 1, 1],
    [1, 1, 1, 1],
    [2, 0, 1, 1],
    [2, 1, 1, 1],
  ]);
});

test("a border drawn cell by cell in pieces and doubled is one line", () => {
  const cell = (x0: number, y0: number, x1: number, y1: number): Ruling[] => drawGrid([x0, x1], [y0, y1]);
  expect(spansOf([...cell(0, 0, 50, 20), ...cell(51, 0, 100, 20)])).toEqual([
    [0, 0, 1, 1],
    [0, 1, 1, 1],
  ]);
});

test("a table without side borders, and cut open below, still has its outer cells", () => {
  const rulings: Ruling[] = [
    [0, 0, 100, 0],
    [0, 20, 100, 20],
    [50, 0, 50, 60],
  ];
  expect(gridsOf(rulings)[0]).toMatchObject({ xs: [0, 50, 100], ys: [0, 20, 60] });
});

test("an underlined blank that touches a border adds no row", () => {
  const rulings: Ruling[] = [...drawGrid([0, 50, 100], [0, 40]), [50, 25, 70, 25]];
  expect(gridsOf(rulings)[0]!.ys).toEqual([0, 40]);
});

test("a box around text, an underline and the rule below a letterhead are no tables", () => {
  expect(gridsOf([...drawGrid([0, 100], [0, 40]), [0, 100, 200, 100], [20, 130, 60, 130]])).toEqual([]);
});

test("two tables on one page stay apart", () => {
  const rulings = [...drawGrid([0, 50, 100], [0, 20]), ...drawGrid([0, 30, 100], [40, 60])];
  expect(gridsOf(rulings).map((grid) => grid.xs)).toEqual([
    [0, 50, 100],
    [0, 30, 100],
  ]);
});

test("two halves parted by a column whose merged cell fills the page are one table", () => {
  const rulings = [...drawGrid([0, 50, 100], [0, 20, 60]), ...drawGrid([130, 180], [0, 30, 60])];
  expect(gridsOf(rulings).map((grid) => grid.xs)).toEqual([[0, 50, 100, 130, 180]]);
});
