import { expect, test } from "vitest";
import type { RowPair } from "../../../schemas/comparison.ts";
import { readingOrder } from "../../../src/publish/comparison/reading-order.ts";
import { sampleComparison } from "./sample-comparison.ts";

const [base] = sampleComparison().standards;

/** `[2, 3]`: template row 2 beside local row 3; null where a side has none. */
function pair(template: number | null, local: number | null, standards: readonly [number, number] = [0, 0]): RowPair {
  const row = (ordinal: number | null) => (ordinal === null ? null : { ...base!.templateRow!, ordinal });
  const index = (ordinal: number | null, standard: number) => (ordinal === null ? null : standard);
  return {
    ...base!,
    template,
    local,
    templateRow: row(template),
    localRow: row(local),
    standard: { template: index(template, standards[0]), local: index(local, standards[1]) },
  };
}

const places = (pairs: readonly RowPair[]) => pairs.map(({ template, local }) => [template, local]);

test("added rows stand behind the row that they follow in the local plan", () => {
  const pairs = [pair(1, 2), pair(2, 4), pair(3, null), pair(null, 1), pair(null, 3), pair(null, 5), pair(null, 6)];
  const [group] = readingOrder(pairs);
  expect(places(group!.pairs)).toEqual([
    [null, 1],
    [1, 2],
    [null, 3],
    [2, 4],
    [null, 5],
    [null, 6],
    [3, null],
  ]);
});

test("each pair of standards is a group, with the rows that only one side has", () => {
  const pairs = [pair(1, 1, [0, 1]), pair(1, 1, [1, 0]), pair(null, 2, [0, 1]), pair(null, 1, [0, 2])];
  expect(readingOrder(pairs).map(({ template, local, pairs: rows }) => [template, local, rows.length])).toEqual([
    [0, 1, 2],
    [1, 0, 1],
    [null, 2, 1],
  ]);
});
