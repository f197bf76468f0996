import { expect, test } from "vitest";
import { findInk } from "../../../src/read/image/find-ink.ts";
import { findRulings } from "../../../src/read/image/find-rulings.ts";
import { drawnLines, removeLines, toRulings } from "../../../src/read/image/remove-lines.ts";
import { SCALE } from "../../../src/read/image/straighten.ts";
import { groupRulings } from "../../../src/read/layout/rulings.ts";
import { blank, createChance, fill, lineAcross } from "./draw-raster.ts";

/** A table of two columns and two rows; the left column is one merged cell. Pixels at 200 dpi. */
function drawTable(slope = 0) {
  const page = blank(900, 700);
  for (const y of [100, 500]) lineAcross(page, [100, 800], y, 2, slope);
  lineAcross(page, [400, 800], 300, 2, slope);
  for (const x of [100, 400, 798]) fill(page, [x, 100, x + 2, 502]);
  return page;
}

const rulingsOf = (page: ReturnType<typeof blank>) => findRulings(findInk(page, 0.25), SCALE);

test("each line of a table is one ruling from end to end", () => {
  const { across, down } = rulingsOf(drawTable());
  expect(across.map(({ from, to, at }) => [from, to, Math.round(at)])).toEqual([
    [100, 800, 101],
    [400, 800, 301],
    [100, 800, 501],
  ]);
  expect(down.map(({ from, to }) => [from, to])).toEqual([
    [100, 502],
    [100, 502],
    [100, 502],
  ]);
});

test("lines that fall by three pixels, with small gaps and grain on the paper, are found whole", () => {
  const page = drawTable(0.004);
  for (const x of [250, 600, 700]) fill(page, [x, 100, x + 2, 520], 255);
  const chance = createChance(7);
  page.data.forEach((value, at) => {
    page.data[at] = Math.max(0, Math.min(255, value - 15 + 20 * (chance() - 0.5)));
  });
  const { across, down } = rulingsOf(page);
  expect(across).toHaveLength(3);
  expect(down).toHaveLength(3);
  expect(across.every(({ to, from }) => to - from > 380)).toBe(true);
});

test("a short line counts only where both its ends stand on others", () => {
  const page = drawTable();
  lineAcross(page, [100, 800], 140, 2);
  fill(page, [600, 102, 602, 140]);
  fill(page, [650, 340, 652, 378]);
  const short = rulingsOf(page).down.filter(({ from, to }) => to - from < 60);
  expect(short.map(({ at }) => Math.round(at))).toEqual([601]);
});

test("thick bars and rows of strokes are no ruled lines", () => {
  const page = blank(900, 400);
  fill(page, [100, 50, 800, 70]);
  // Like a line of text: short strokes at different heights, with hardly a gap between them.
  for (let x = 100; x < 800; x += 12) {
    fill(page, [x, 200 + (x % 5), x + 10, 203 + (x % 5)]);
    fill(page, [x + 4, 190, x + 7, 220]);
  }
  expect(rulingsOf(page)).toEqual({ across: [], down: [] });
});

test("a table's lines are taken out of the picture; a dash and a character on a line stay", () => {
  const page = drawTable();
  fill(page, [500, 600, 590, 604]);
  fill(page, [500, 290, 506, 312]);
  const strokes = rulingsOf(page);
  const lines = drawnLines(strokes, groupRulings(toRulings(strokes)));
  const { pieces } = removeLines(page, lines);
  expect(pieces.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])).toEqual([
    [500, 290, 506, 312],
    [500, 600, 590, 604],
  ]);
});
