import { expect, test } from "vitest";
import { comparePairs, f1Of, scorePair } from "./compare-score.ts";

const all = comparePairs().map((name) => ({ name, ...scorePair(name) }));
const sum = (measure: (score: (typeof all)[number]["score"]) => number): number =>
  all.reduce((total, { score }) => total + measure(score), 0);

test.each(all)("$name: rows are paired, and related", ({ score }) => {
  expect(f1Of(score), [...score.missed, ...score.surplus].join("; ")).toBeGreaterThanOrEqual(0.8);
  expect(score.wrongRelations.length, score.wrongRelations.join("; ")).toBeLessThanOrEqual(0.1 * score.found);
});

test("all pairs of fixtures/compare together", () => {
  const [found, surplus, missed] = [sum((s) => s.found), sum((s) => s.surplus.length), sum((s) => s.missed.length)];
  expect((2 * found) / (2 * found + surplus + missed)).toBeGreaterThanOrEqual(0.97);
  expect(1 - sum((s) => s.wrongRelations.length) / found).toBeGreaterThanOrEqual(0.95);
  expect(1 - sum((s) => s.wrongDirections.length) / sum((s) => s.directed)).toBeGreaterThanOrEqual(0.975);
});
