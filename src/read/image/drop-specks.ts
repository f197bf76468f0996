import type { Raster } from "./raster.ts";

/** A pixel that differs from all its neighbours by more than this is dust on the paper or on the glass. */
const APART = 40;

/** Takes out single dark or bright pixels. A stroke's pixel has a dark neighbour, so strokes stay as they are. */
export function dropSpecks({ width, height, data }: Raster): Raster {
  const clean = data.slice();
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const value = data[at]!;
      const left = data[at - 1]!;
      // Nearly every pixel is like its neighbour, and needs no further look.
      if (value - left <= APART && left - value <= APART) continue;
      clean[at] = withinNeighbours(data, at, width, value);
    }
  return { width, height, data: clean };
}

function withinNeighbours(data: Uint8Array, at: number, width: number, value: number): number {
  let [darkest, brightest] = [255, 0];
  for (const row of [at - width, at, at + width])
    for (let other = row - 1; other <= row + 1; other += 1) {
      if (other === at) continue;
      darkest = Math.min(darkest, data[other]!);
      brightest = Math.max(brightest, data[other]!);
    }
  if (value < darkest - APART) return darkest;
  return value > brightest + APART ? brightest : value;
}
