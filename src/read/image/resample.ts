import { createRaster, type Raster } from "./raster.ts";

/** Where each pixel of the new picture comes from: `x = a·X + c·Y + e`, `y = b·X + d·Y + f`. */
export type Backward = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Catmull-Rom weights of the four pixels around a place `t` (0 to 1) between the middle two. */
const cubic = (t: number): readonly [number, number, number, number] => [
  ((2 - t) * t - 1) * t * 0.5,
  ((3 * t - 5) * t * t + 2) * 0.5,
  ((4 - 3 * t) * t + 1) * t * 0.5,
  (t - 1) * t * t * 0.5,
];
const STEPS = 64;
const WEIGHTS = Array.from({ length: STEPS + 1 }, (_, index) => cubic(index / STEPS));

/** Draws the picture anew, turned and enlarged in one go so that it is blurred only once; outside it is white. */
export function resample(source: Raster, width: number, height: number, [a, b, c, d, e, f]: Backward): Raster {
  const drawn = createRaster(width, height, 255);
  for (let Y = 0; Y < height; Y += 1)
    for (let X = 0; X < width; X += 1)
      drawn.data[Y * width + X] = sampleAt(source, a * X + c * Y + e, b * X + d * Y + f);
  return drawn;
}

/** The grey at a place between pixels; white outside. */
export function sampleAt({ width, height, data }: Raster, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 1 || top < 1 || left >= width - 2 || top >= height - 2) return edgeAt({ width, height, data }, x, y);
  const wx = WEIGHTS[Math.round((x - left) * STEPS)]!;
  const wy = WEIGHTS[Math.round((y - top) * STEPS)]!;
  let sum = 0;
  for (let row = 0, at = (top - 1) * width + left - 1; row < 4; row += 1, at += width)
    sum += wy[row]! * (wx[0] * data[at]! + wx[1] * data[at + 1]! + wx[2] * data[at + 2]! + wx[3] * data[at + 3]!);
  return Math.max(0, Math.min(sum, 255));
}

function edgeAt({ width, height, data }: Raster, x: number, y: number): number {
  const [column, row] = [Math.round(x), Math.round(y)];
  return column < 0 || row < 0 || column >= width || row >= height ? 255 : data[row * width + column]!;
}
