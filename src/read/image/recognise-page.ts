import { boxOf, findGrid, type Grid } from "../layout/grid.ts";
import type { PageContent, Ruling } from "../layout/page-content.ts";
import { groupRulings, type RuleGroup } from "../layout/rulings.ts";
import { erasePieces, eraseRulings, isRemnant } from "./erase-rulings.ts";
import { type Component, findComponents } from "./find-components.ts";
import { findInk } from "./find-ink.ts";
import { findRulings, type PictureRulings } from "./find-rulings.ts";
import { findTextLines, findUsualHeight, type TextStrip } from "./find-text-lines.ts";
import type { Raster } from "./raster.ts";
import { readStrips } from "./read-strips.ts";
import { INK, type LevelPage, SCALE, straighten } from "./straighten.ts";
import { writeRegion } from "./write-region.ts";

/** A page's number and its size in points. */
export interface PageGeometry {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** A page read from its picture. `content` stands on the level page; `placeBack` leads to the page as it was. */
export interface RecognisedPage {
  readonly content: PageContent;
  readonly placeBack: LevelPage["placeBack"];
  /** How many characters the model was unsure of, or had no time to read. */
  readonly doubtful: number;
}

/** A dense page takes two or three seconds; a page that takes longer is no page of text. */
const MOST_SECONDS = 60;
/** Thin grey lines are lighter than text: they lie this deep (see `findInk`). */
const LINE_INK = 0.25;
/** Smaller pieces are dust (square points); higher ones are pictures or seals (points). */
const DUST = 0.5;
const TALLEST = 80;
/** A dot alone (points) is dust, too. */
const DOT = 2.5;
/** A lone line this long (points) is no dash of the text. */
const LONE_LINE = 100;

/**
 * Recognises the text and the ruled lines of a page's picture, within a minute: what is not read by then counts
 * as doubtful.
 * @param grey the whole page, upright, at 100 to 300 dpi.
 */
export async function recognisePage(grey: Raster, page: PageGeometry): Promise<RecognisedPage> {
  const until = performance.now() + 1000 * MOST_SECONDS;
  const level = straighten(grey, page.width, page.height);
  const strokes = findRulings(findInk(level.grey, LINE_INK), SCALE);
  const rulings = toRulings(strokes);
  const groups = groupRulings(rulings);
  const { text, pieces } = removeLines(level.grey, drawnLines(strokes, groups));
  const grids = groups.flatMap((group) => findGrid(group) ?? []);
  const ink = findInk(text, INK);
  const letters = pieces.filter(isText);
  const usual = findUsualHeight(letters);
  const regions = findRegions(letters, grids).map((region) => findTextLines(region, usual).filter(isNoDot));
  const read = await readStrips(text, ink, regions.flat(), until);
  const written = regions.map((strips) => writeRegion(ink, strips, read));
  const glyphs = written.flatMap((region) => region.glyphs);
  const doubtful = written.reduce((sum, region) => sum + region.doubtful, 0);
  return { content: { ...page, glyphs, rulings }, placeBack: level.placeBack, doubtful };
}

/** The picture without its drawn lines, and its pieces of ink. */
function removeLines(grey: Raster, { across, down }: PictureRulings): { text: Raster; pieces: Component[] } {
  const erased = eraseRulings(grey, findInk(grey, LINE_INK), across, down, SCALE);
  const pieces = Map.groupBy(findComponents(findInk(erased, INK)), (piece) => isRemnant(piece, across, down, SCALE));
  return { text: erasePieces(erased, pieces.get(true) ?? []), pieces: pieces.get(false) ?? [] };
}

const toRulings = ({ across, down }: PictureRulings): Ruling[] => [
  ...across.map(({ from, to, at }): Ruling => [from / SCALE, at / SCALE, to / SCALE, at / SCALE]),
  ...down.map(({ from, to, at }): Ruling => [at / SCALE, from / SCALE, at / SCALE, to / SCALE]),
];

/** The strokes that are drawn lines, not dashes: those that touch one across them, and long ones. */
function drawnLines({ across, down }: PictureRulings, groups: readonly RuleGroup[]): PictureRulings {
  const crossed = groups.filter((group) => group.across.length > 0 && group.down.length > 0);
  const isDrawn = (way: "across" | "down") => (stroke: PictureRulings["across"][number]) =>
    stroke.to - stroke.from > LONE_LINE * SCALE ||
    crossed.some((group) =>
      group[way].some(
        (rule) =>
          Math.abs(rule.at - stroke.at / SCALE) < 3 &&
          rule.from - 1 <= stroke.from / SCALE &&
          stroke.to / SCALE <= rule.to + 1,
      ),
    );
  return { across: across.filter(isDrawn("across")), down: down.filter(isDrawn("down")) };
}

const isText = ({ x0, y0, x1, y1, area }: Component): boolean =>
  area >= DUST * SCALE * SCALE &&
  y1 - y0 < TALLEST * SCALE &&
  (x1 - x0 < TALLEST * SCALE || y1 - y0 < (TALLEST / 4) * SCALE);

/** A strip of one dot says nothing. */
const isNoDot = ({ x0, y0, x1, y1 }: TextStrip): boolean => Math.max(x1 - x0, y1 - y0) > DOT * SCALE;

/** The pieces of each cell, and those outside of all tables. */
function findRegions(pieces: readonly Component[], grids: readonly Grid[]): Component[][] {
  const cells = grids.flatMap((grid) => grid.cells.map((cell) => boxOf(grid, cell)));
  const regions = Map.groupBy(pieces, (piece) => {
    const [x, y] = [(piece.x0 + piece.x1) / 2 / SCALE, (piece.y0 + piece.y1) / 2 / SCALE];
    return cells.findIndex(([x0, y0, x1, y1]) => x0 <= x && x <= x1 && y0 <= y && y <= y1);
  });
  return [...regions.values()];
}
