import { expect, test } from "vitest";
import { rowsInView } from "../../../src/apps/web/parts/rows-in-view.ts";
import { dayAfter, firstDay, scaleOf } from "../../../src/apps/web/parts/time-span.ts";

const day = (date: string): number => Date.parse(date) / 86_400_000;

test("a month ends where the next begins, a year likewise", () => {
  expect(firstDay("2021-06")).toBe(day("2021-06-01"));
  expect(dayAfter("2021-06")).toBe(day("2021-07-01"));
  expect(dayAfter("2021")).toBe(day("2022-01-01"));
  expect(dayAfter("2021-12-31")).toBe(day("2022-01-01"));
});

test("an axis covers all spans and marks, open ends too", () => {
  const span = { key: "a", name: "a" };
  const scale = scaleOf(
    [
      { ...span, start: "2021-06", end: null },
      { ...span, start: null, end: "2022-11" },
    ],
    ["2021-05-31"],
  )!;
  expect(scale.from).toBe(day("2021-05-31"));
  expect(scale.to).toBe(day("2022-12-01"));
  expect(scale.ticks.map(({ label }) => label)).toEqual([
    "2021-07",
    "2021-10",
    "2022-01",
    "2022-04",
    "2022-07",
    "2022-10",
  ]);
  expect(scaleOf([{ ...span, start: null, end: null }])).toBeNull();
});

test("of ten thousand rows those in view are there, with some beyond; the rest is height", () => {
  const { first, last, before, after } = rowsInView(50_000, 800, 50, 10_000);
  expect([first, last]).toEqual([988, 1028]);
  expect(before + (last - first) * 50 + after).toBe(10_000 * 50);
  expect(rowsInView(0, 800, 50, 3)).toEqual({ first: 0, last: 3, before: 0, after: 0 });
});
