import type { Box } from "../../../schemas/evidence.ts";
import { createRaster, type Raster } from "./raster.ts";

/** Turns by 90 degrees, clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** The picture turned clockwise. */
export function turnRaster(raster: Raster, turns: QuarterTurns): Raster {
  if (turns === 0) return raster;
  const { width, height, data } = raster;
  const turned = turns === 2 ? createRaster(width, height) : createRaster(height, width);
  // Where pixel (0, 0) comes to lie, and how far a step right and a step down lead from there.
  const [start, right, down] = {
    1: [height - 1, height, -1] as const,
    2: [width * height - 1, -1, -width] as const,
    3: [(width - 1) * height, -height, 1] as const,
  }[turns];
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) turned.data[start + x * right + y * down] = data[at]!;
  return turned;
}

/** A box on the turned page, back on the page as it was; `width` and `height` are that page's. */
export function placeTurnedBack(
  [x0, y0, x1, y1]: Box,
  { width, height }: { readonly width: number; readonly height: number },
  turns: QuarterTurns,
): Box {
  if (turns === 1) return [y0, height - x1, y1, height - x0];
  if (turns === 2) return [width - x1, height - y1, width - x0, height - y0];
  return turns === 3 ? [width - y1, x0, width - y0, x1] : [x0, y0, x1, y1];
}
