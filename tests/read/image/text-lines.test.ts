import { expect, test } from "vitest";
import { findComponents } from "../../../src/read/image/find-components.ts";
import { findTextLines } from "../../../src/read/image/find-text-lines.ts";
import { blank, fill } from "./draw-raster.ts";

type Four = readonly [number, number, number, number];

/** Boxes of ink; a character is some 30 pixels wide and high. */
const pieces = (...boxes: readonly Four[]) => {
  const ink = blank(800, 400, 0);
  for (const box of boxes) fill(ink, box, 1);
  return findComponents(ink);
};
const stripsOf = (...boxes: readonly Four[]) =>
  findTextLines(pieces(...boxes), 30).map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]);

test("pieces that touch at a corner hang together", () => {
  expect(pieces([10, 10, 20, 20], [20, 20, 30, 30], [50, 10, 60, 30])).toEqual([
    { x0: 10, y0: 10, x1: 30, y1: 30, area: 200 },
    { x0: 50, y0: 10, x1: 60, y1: 30, area: 200 },
  ]);
});

test("characters side by side are one strip, lines below each other are two", () => {
  expect(stripsOf([10, 10, 40, 40], [44, 12, 74, 40], [10, 55, 40, 85], [44, 56, 74, 85])).toEqual([
    [10, 10, 74, 40],
    [10, 55, 74, 85],
  ]);
});

test("the strokes of 三 alone in a cell are one character", () => {
  expect(stripsOf([12, 10, 38, 13], [14, 23, 36, 26], [10, 37, 40, 40])).toEqual([[10, 10, 40, 40]]);
});

test("two digits below each other are two lines", () => {
  expect(stripsOf([10, 10, 22, 30], [10, 48, 22, 68])).toHaveLength(2);
});

test("words far apart are read apart, and share their line's height", () => {
  expect(stripsOf([10, 10, 40, 40], [44, 10, 74, 40], [200, 14, 230, 38], [234, 14, 264, 38])).toEqual([
    [10, 10, 74, 40],
    [200, 10, 264, 40],
  ]);
});

test("lines that a crooked stroke ties together are cut between them", () => {
  const line = (y: number) => Array.from({ length: 10 }, (_, at): Four => [10 + 34 * at, y, 40 + 34 * at, y + 30]);
  const strips = stripsOf(...line(10), ...line(55), [313, 30, 315, 62]);
  expect(strips).toHaveLength(2);
  expect(strips.every(([, y0, , y1]) => y1! - y0! < 60)).toBe(true);
});
