import { createRaster, type Raster } from "./raster.ts";

/** The paper's brightness is measured tile by tile: shadow and yellowed edges change slowly. */
const TILE = 48;
/** This share of a tile's pixels is brighter than what is taken for its paper. */
const BRIGHTER = 0.2;
/** No paper is darker: a black tile is a picture or the scanner's bed. */
const DARKEST_PAPER = 90;
/** Pixels darker than this share of their paper are print or its edges, and this share of them is full print. */
const SHADED = 0.9;
const FULL_PRINT = 0.15;
/** However faint, print is darker than this share of its paper; lighter is the other side shining through. */
const FAINTEST = 0.7;

/** So many times the paper's own grain is no longer grain. */
const GRAIN = 3.5;

/** The brightness of each tile's paper, and how much it varies from pixel to pixel (standard deviation). */
interface Paper {
  readonly columns: number;
  readonly tiles: Float32Array;
  readonly grain: number;
}

/**
 * Marks as ink what lies at least `depth` of the way from the paper's brightness around it to that of the page's print
 * (0.3: a character's strokes; less: also thin grey lines).
 */
export function findInk(grey: Raster, depth: number): Raster {
  const ink = createRaster(grey.width, grey.height);
  const paper = measurePaper(grey);
  const share = 1 - depth * (1 - measurePrint(grey, paper));
  const limits = paper.tiles.map((tile) => Math.min(tile * share, tile - GRAIN * paper.grain));
  for (let y = 0; y < grey.height; y += 1) {
    const row = Math.floor(y / TILE) * paper.columns;
    for (let x = 0, at = y * grey.width; x < grey.width; x += 1, at += 1)
      if (grey.data[at]! < limits[row + Math.floor(x / TILE)]!) ink.data[at] = 1;
  }
  return ink;
}

function measurePaper(grey: Raster): Paper {
  const columns = Math.ceil(grey.width / TILE);
  const rows = Math.ceil(grey.height / TILE);
  const tiles = new Float32Array(columns * rows);
  const spreads = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const counts = countTile(grey, column * TILE, row * TILE);
      const paper = Math.max(DARKEST_PAPER, brighterThan(counts, BRIGHTER));
      tiles[row * columns + column] = paper;
      spreads[row * columns + column] = paper - brighterThan(counts, 0.5);
    }
  // A fifth of what varies normally is brighter by 0.84 standard deviations. Most tiles of a page are mostly paper.
  return { columns, tiles, grain: spreads.sort()[spreads.length >> 1]! / 0.84 };
}

function countTile(grey: Raster, x0: number, y0: number): Uint32Array {
  const counts = new Uint32Array(256);
  const [x1, y1] = [Math.min(x0 + TILE, grey.width), Math.min(y0 + TILE, grey.height)];
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) counts[grey.data[y * grey.width + x]!]! += 1;
  return counts;
}

/** The brightness that `share` of the counted pixels have or exceed. */
function brighterThan(counts: Uint32Array, share: number): number {
  let left = share * counts.reduce((sum, count) => sum + count, 0);
  for (let value = 255; value > 0; value -= 1) {
    left -= counts[value]!;
    if (left <= 0) return value;
  }
  return 0;
}

/** How bright full print is, as a share of its paper. */
function measurePrint({ width, height, data }: Raster, { columns, tiles, grain }: Paper): number {
  const counts = new Uint32Array(101);
  let shaded = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const value = data[y * width + x]!;
      const tile = tiles[Math.floor(y / TILE) * columns + Math.floor(x / TILE)]!;
      if (value >= SHADED * tile || value >= tile - GRAIN * grain) continue;
      counts[Math.floor((100 * value) / tile)]! += 1;
      shaded += 1;
    }
  let left = FULL_PRINT * shaded;
  const print = counts.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
  return Math.min(FAINTEST, Math.max(0, print) / 100);
}
