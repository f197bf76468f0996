import { expect, test } from "vitest";
import { placeLabels } from "../../../src/read/text/place-labels.ts";

const fives = (count: number): number[] => Array<number>(count).fill(5);
const place = (before: readonly number[], rows: number): string | null =>
  placeLabels(
    before,
    fives(rows),
    before.map(() => null),
  )
    ?.map(({ start, end }) => `${start + 1}-${end}`)
    .join(" ") ?? null;

test("labels before their first row", () => expect(place([0, 3, 5], 9)).toBe("1-3 4-5 6-9"));
test("labels before their last row", () => expect(place([3, 8, 12], 13)).toBe("1-4 5-9 10-13"));
test("labels after their last row", () => expect(place([4, 9], 9)).toBe("1-4 5-9"));
test("labels half-way down", () => expect(place([2, 6], 8)).toBe("1-4 5-8"));
test("labels that no rule places are not placed", () => expect(place([1, 2, 3], 14)).toBeNull());

test("stated sums decide, wherever in its group a label was drawn", () => {
  const groups = placeLabels([3, 6], [4, 4, 6, 6, 6, 6, 8, 5, 5], [20, 30]);
  expect(groups).toEqual([
    { start: 0, end: 4 },
    { start: 4, end: 9 },
  ]);
});

test("a rule against a stated sum is not taken", () => {
  expect(placeLabels([0, 2], fives(4), [15, null])).toBeNull();
});
