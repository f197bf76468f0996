import { expect, test } from "vitest";
import { createConfidence } from "../../../src/read/image/judge-confidence.ts";
import { SCALE } from "../../../src/read/image/straighten.ts";

const lineAt = (left: number, y: number, characters: readonly (readonly [string, number])[]) => {
  const strip = { x0: left * SCALE, y0: (y - 5) * SCALE, x1: (left + 40) * SCALE, y1: (y + 5) * SCALE, em: 10 * SCALE };
  return [strip, characters.map(([text, sure]) => ({ text, place: 0, sure, middle: 0 }))] as const;
};

const confidenceIn = createConfidence(
  new Map([
    lineAt(0, 10, [
      ["到", 1],
      ["，", 0.1],
      ["6", 0.5],
      [" ", 0],
    ]),
    lineAt(50, 10, [["甲", 0.9]]),
    lineAt(0, 30, [["。", 0.7]]),
  ]),
);

test("a line's confidence is the mean over its letters and digits, for each part of it", () => {
  expect(confidenceIn([0, 5, 40, 15])).toBe(0.75);
  expect(confidenceIn([10, 5, 20, 15])).toBe(0.75);
});

test("the line of the cell beside has its own", () => {
  expect(confidenceIn([50, 5, 90, 15])).toBe(0.9);
});

test("where only marks stand they tell, and where nothing was read there is no confidence", () => {
  expect(confidenceIn([0, 25, 40, 35])).toBe(0.7);
  expect(confidenceIn([0, 50, 40, 60])).toBeNull();
  expect(createConfidence(new Map())([0, 0, 100, 100])).toBeNull();
});
