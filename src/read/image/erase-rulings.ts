import { findExtent, placeAt } from "./find-rulings.ts";
import type { Stroke } from "./find-strokes.ts";
import { type PixelBox, type Raster, transpose } from "./raster.ts";

/** A line's grey edge goes with it (points). */
const HALO = 0.4;
const THICKEST = 3.2;
/** A line of a bent page leaves its straight course by this many pixels. */
const STRAY = 3;

/**
 * Draws white over ruled lines. Where a line runs through a character the dark run is thicker than a line:
 * there it stays. `ink` is the grey picture's.
 */
export function eraseRulings(
  grey: Raster,
  ink: Raster,
  across: readonly Stroke[],
  down: readonly Stroke[],
  scale: number,
): Raster {
  const level = eraseAcross(grey, ink, across, scale);
  return down.length === 0 ? level : transpose(eraseAcross(transpose(level), transpose(ink), down, scale));
}

function eraseAcross(grey: Raster, ink: Raster, strokes: readonly Stroke[], scale: number): Raster {
  const erased = { ...grey, data: grey.data.slice() };
  const halo = Math.max(1, Math.round(HALO * scale));
  const thickest = THICKEST * scale;
  for (const stroke of strokes)
    for (let x = Math.max(0, stroke.from - halo); x < Math.min(grey.width, stroke.to + halo); x += 1) {
      const { top, bottom } = findExtent(ink, x, placeAt(stroke, x), Math.ceil(thickest), STRAY);
      if (bottom - top > thickest) continue;
      for (let y = Math.max(0, top - halo); y < Math.min(grey.height, bottom + halo); y += 1)
        erased.data[y * grey.width + x] = 255;
    }
  return erased;
}

/** A piece wholly within this distance of a line (points) is what was left of the line, where two cross. */
const REMNANT = 1.6;

/** Whether a piece of ink is the remnant of an erased line. */
export function isRemnant(piece: PixelBox, across: readonly Stroke[], down: readonly Stroke[], scale: number): boolean {
  const reach = REMNANT * scale;
  const { x0, y0, x1, y1 } = piece;
  return (
    across.some((stroke) => liesOn(stroke, x0, x1, y0, y1, reach)) ||
    down.some((stroke) => liesOn(stroke, y0, y1, x0, x1, reach))
  );
}

function liesOn(stroke: Stroke, from: number, to: number, top: number, bottom: number, reach: number): boolean {
  const row = placeAt(stroke, (from + to) / 2);
  return stroke.from - reach <= from && to <= stroke.to + reach && row - reach <= top && bottom <= row + reach;
}

/** Draws white over pieces of ink. */
export function erasePieces(grey: Raster, pieces: readonly PixelBox[]): Raster {
  const erased = { ...grey, data: grey.data.slice() };
  for (const { x0, y0, x1, y1 } of pieces)
    for (let y = Math.max(0, y0 - 1); y < Math.min(grey.height, y1 + 1); y += 1)
      erased.data.fill(255, y * grey.width + Math.max(0, x0 - 1), y * grey.width + Math.min(grey.width, x1 + 1));
  return erased;
}
