import type { Box } from "../../../schemas/evidence.ts";
import { findGrid } from "../layout/grid.ts";
import type { PageContent } from "../layout/page-content.ts";
import { groupRulings } from "../layout/rulings.ts";
import { findInk } from "./find-ink.ts";
import { findRegions, isText } from "./find-regions.ts";
import { findRulings } from "./find-rulings.ts";
import { findTextLines, findUsualHeight, type TextStrip } from "./find-text-lines.ts";
import { type ConfidenceIn, createConfidence } from "./judge-confidence.ts";
import { type Judgement, judgeReading } from "./judge-reading.ts";
import type { Raster } from "./raster.ts";
import { readStrips } from "./read-strips.ts";
import { drawnLines, removeLines, toRulings } from "./remove-lines.ts";
import { settleSizes } from "./settle-sizes.ts";
import { INK, LINE_INK, SCALE, straighten } from "./straighten.ts";
import { placeTurnedBack, type QuarterTurns, turnRaster } from "./turn-page.ts";
import { placeStrip, writeRegion } from "./write-region.ts";

/** A page's number and its size in points. */
export interface PageGeometry {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** A page read from its picture. `content` stands on the upright, level page; `placeBack` leads to the page as it was. */
export interface RecognisedPage extends Judgement {
  readonly content: PageContent;
  readonly placeBack: (box: Box) => Box;
  readonly confidenceIn: ConfidenceIn;
}

/** A dense page takes two or three seconds; a page that takes longer is no page of text. */
const MOST_SECONDS = 60;
/** A dot alone (points) is dust. */
const DOT = 2.5;
/** A page is read with such certainty where it is upright; one that stands on its head gives up to 0.95. */
const UPRIGHT = 0.97;

/**
 * Recognises the text and the ruled lines of a page's picture, whichever way it lies. What is not read within a minute
 * counts as doubtful.
 * @param grey the whole page, at 100 to 300 dpi.
 */
export async function recognisePage(grey: Raster, page: PageGeometry): Promise<RecognisedPage> {
  let best = await recogniseLying(grey, page, 0);
  if (best.certainty === null || best.certainty > UPRIGHT) return best;
  for (const turns of [1, 3, 2] as const) {
    const other = await recogniseLying(grey, page, turns);
    if ((other.certainty ?? 0) > best.certainty!) best = other;
    if (best.certainty! > UPRIGHT) break;
  }
  return best;
}

async function recogniseLying(grey: Raster, page: PageGeometry, turns: QuarterTurns): Promise<RecognisedPage> {
  const { width, height } = turns % 2 === 0 ? page : { width: page.height, height: page.width };
  const upright = await recogniseUpright(turnRaster(grey, turns), { page: page.page, width, height });
  return { ...upright, placeBack: (box) => placeTurnedBack(upright.placeBack(box), page, turns) };
}

async function recogniseUpright(grey: Raster, page: PageGeometry): Promise<RecognisedPage> {
  const until = performance.now() + 1000 * MOST_SECONDS;
  const level = straighten(grey, page.width, page.height);
  const strokes = findRulings(findInk(level.grey, LINE_INK), SCALE);
  const rulings = toRulings(strokes);
  const groups = groupRulings(rulings);
  const { text, pieces } = removeLines(level.grey, drawnLines(strokes, groups));
  const grids = groups.flatMap((group) => findGrid(group) ?? []);
  const letters = pieces.filter(isText);
  const usual = findUsualHeight(letters);
  const regions = findRegions(letters, grids).map(({ left, pieces: inside }) => ({
    left,
    strips: findTextLines(inside, usual).filter(isNoDot),
  }));
  const ink = findInk(text, INK);
  const strips = regions.flatMap((region) => region.strips);
  const read = await readStrips(text, ink, strips, until);
  const written = regions.flatMap((region) => writeRegion(ink, region, read));
  const settle = settleSizes(written.map(({ em, texts }) => ({ em, count: texts.length })));
  const glyphs = written.flatMap((strip) => placeStrip(strip, settle(strip.em)));
  return {
    content: { ...page, glyphs, rulings },
    placeBack: level.placeBack,
    confidenceIn: createConfidence(read),
    ...judgeReading(strips, read, letters.length),
  };
}

/** A strip of one dot says nothing. */
const isNoDot = ({ x0, y0, x1, y1 }: TextStrip): boolean => Math.max(x1 - x0, y1 - y0) > DOT * SCALE;
