import { expect, test } from "vitest";
import { dropSpecks } from "../../../src/read/image/drop-specks.ts";
import { findInk } from "../../../src/read/image/find-ink.ts";
import { findSkew } from "../../../src/read/image/find-skew.ts";
import { SCALE, straighten } from "../../../src/read/image/straighten.ts";
import { placeTurnedBack, turnRaster } from "../../../src/read/image/turn-page.ts";
import { blank, createChance, fill, lineAcross } from "./draw-raster.ts";

/** Lines of "words" of random lengths that fall to the right by `degrees`. */
function drawLines(degrees: number) {
  const page = blank(800, 1000);
  const chance = createChance(3);
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (let y = 100; y < 900; y += 40)
    for (let x = 80; x < 700; ) {
      const word = 10 + Math.round(40 * chance());
      lineAcross(page, [x, Math.min(720, x + word)], y, 14, slope);
      x += word + 12;
    }
  return page;
}

test.each([-2.8, -0.37, 0, 0.11, 1.5, 3.2])("a page that leans by %f degrees is seen to", (degrees) => {
  expect(Math.abs(findSkew(findInk(drawLines(degrees), 0.3)) - degrees)).toBeLessThan(0.06);
});

test("a blank page does not lean", () => {
  expect(findSkew(findInk(blank(300, 400), 0.3))).toBe(0);
});

test("a straightened page is level, and a place on it leads back to the ink", () => {
  const leaning = drawLines(1.5);
  const [width, height] = [800 / SCALE, 1000 / SCALE];
  const { grey, placeBack } = straighten(leaning, width, height);
  expect(Math.abs(findSkew(findInk(grey, 0.3)))).toBeLessThan(0.06);
  // A dot at (600, 300) before: found on the level page, its box leads back to it.
  const dotted = drawLines(1.5);
  fill(dotted, [596, 50, 604, 58]);
  const level = straighten(dotted, width, height).grey;
  const at = findInk(level, 0.3).data.indexOf(1);
  const [x, y] = [at % level.width, Math.floor(at / level.width)];
  const [x0, y0, x1, y1] = placeBack([x / SCALE, y / SCALE, (x + 8) / SCALE, (y + 8) / SCALE]);
  expect(Math.abs((x0 + x1) / 2 - 600 / SCALE)).toBeLessThan(2);
  expect(Math.abs((y0 + y1) / 2 - 54 / SCALE)).toBeLessThan(2);
});

test.each([1, 2, 3] as const)("a page turned %i times leads back to where it was", (turns) => {
  const page = blank(30, 20);
  fill(page, [4, 6, 7, 8]);
  const turned = turnRaster(page, turns);
  const first = turned.data.indexOf(0);
  const last = turned.data.lastIndexOf(0);
  const box = [
    first % turned.width,
    Math.floor(first / turned.width),
    (last % turned.width) + 1,
    Math.floor(last / turned.width) + 1,
  ] as const;
  expect(placeTurnedBack([...box], page, turns)).toEqual([4, 6, 7, 8]);
});

test("four quarter turns are none", () => {
  const page = drawLines(0);
  expect(turnRaster(turnRaster(page, 1), 3)).toEqual(page);
  expect(turnRaster(turnRaster(page, 2), 2)).toEqual(page);
});

test("faint print on dark paper is ink, and the paper's grain is not", () => {
  const page = blank(400, 400, 200);
  const chance = createChance(5);
  page.data.forEach((value, at) => {
    page.data[at] = value + 12 * (chance() - 0.5);
  });
  fill(page, [100, 100, 140, 110], 150);
  const ink = findInk(page, 0.3);
  expect(ink.data.reduce((sum, value) => sum + value, 0)).toBe(400);
});

test("single specks go, a stroke of one pixel's width stays", () => {
  const page = blank(50, 50);
  fill(page, [10, 10, 11, 11]);
  fill(page, [20, 5, 21, 40]);
  const clean = dropSpecks(page);
  expect(clean.data[10 * 50 + 10]).toBe(255);
  expect(clean.data.filter((value) => value === 0)).toHaveLength(35);
});
