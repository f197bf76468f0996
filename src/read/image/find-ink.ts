import { createRaster, type Raster } from "./raster.ts";

/** The paper's brightness is measured tile by tile: shadow and yellowed edges change slowly. */
const TILE = 48;
/** This share of a tile's pixels is brighter than what is taken for its paper. */
const BRIGHTER = 0.2;
/** No paper is darker: a black tile is a picture or the scanner's bed. */
const DARKEST_PAPER = 90;

/** Marks as ink what is darker than `share` of the paper around it. */
export function findInk(grey: Raster, share: number): Raster {
  const ink = createRaster(grey.width, grey.height);
  const columns = Math.ceil(grey.width / TILE);
  const limits = measurePaper(grey).map((paper) => paper * share);
  for (let y = 0; y < grey.height; y += 1) {
    const row = Math.floor(y / TILE) * columns;
    for (let x = 0, at = y * grey.width; x < grey.width; x += 1, at += 1)
      if (grey.data[at]! < limits[row + Math.floor(x / TILE)]!) ink.data[at] = 1;
  }
  return ink;
}

function measurePaper(grey: Raster): Float32Array {
  const columns = Math.ceil(grey.width / TILE);
  const rows = Math.ceil(grey.height / TILE);
  const paper = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      paper[row * columns + column] = measureTile(grey, column * TILE, row * TILE);
  return paper;
}

function measureTile(grey: Raster, x0: number, y0: number): number {
  const counts = new Uint32Array(256);
  const [x1, y1] = [Math.min(x0 + TILE, grey.width), Math.min(y0 + TILE, grey.height)];
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) counts[grey.data[y * grey.width + x]!]! += 1;
  let left = BRIGHTER * (x1 - x0) * (y1 - y0);
  for (let value = 255; value > DARKEST_PAPER; value -= 1) {
    left -= counts[value]!;
    if (left <= 0) return value;
  }
  return DARKEST_PAPER;
}
