import { createRaster, type Raster } from "../../../src/read/image/raster.ts";

export const blank = (width: number, height: number, fill = 255): Raster => createRaster(width, height, fill);

/** Fills a rectangle, `x1` and `y1` not included. */
export function fill(raster: Raster, [x0, y0, x1, y1]: readonly number[], value = 0): void {
  for (let y = y0!; y < y1!; y += 1) raster.data.fill(value, y * raster.width + x0!, y * raster.width + x1!);
}

/** Draws a line across that falls `slope` rows a column. */
export function lineAcross(raster: Raster, [x0, x1]: readonly number[], y: number, thick: number, slope = 0): void {
  for (let x = x0!; x < x1!; x += 1) {
    const top = Math.round(y + slope * x);
    fill(raster, [x, top, x + 1, top + thick]);
  }
}

/** Numbers from 0 to 1 that are the same in every run. */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
