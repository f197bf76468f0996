import { findStrokes, type Stroke } from "./find-strokes.ts";
import { type Raster, transpose } from "./raster.ts";

/** The ruled lines of a picture: `across` as they are, `down` with rows and columns exchanged. */
export interface PictureRulings {
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
}

/** In points. A character's stroke is shorter, save in the largest titles. */
const LONG = 26;
/** A shorter line counts only where both its ends stand on others. */
const SHORT = 6;
const GAP = 1;
const THICKEST = 3.2;
const TOUCH = 2.5;
/** Of a line's places this share must be as thin as a line: text over many columns is not. */
const THIN_SHARE = 0.85;
const MOST_SLOPE = 0.02;

/** Finds the straight thin lines of a deskewed page; `scale` is pixels a point. */
export function findRulings(ink: Raster, scale: number): PictureRulings {
  const turned = transpose(ink);
  const across = findLong(ink, scale);
  const down = findLong(turned, scale);
  const shortDown = findShort(turned, scale, across);
  const shortAcross = findShort(ink, scale, [...down, ...shortDown]);
  return { across: [...across, ...shortAcross], down: [...down, ...shortDown] };
}

function findLong(ink: Raster, scale: number): Stroke[] {
  const strokes = findStrokes(ink, LONG * scale, Math.round(GAP * scale));
  return strokes.filter((stroke) => isThin(ink, stroke, THICKEST * scale));
}

function findShort(ink: Raster, scale: number, crossing: readonly Stroke[]): Stroke[] {
  const strokes = findStrokes(ink, SHORT * scale, Math.round(GAP * scale));
  return strokes.filter(
    (stroke) =>
      stroke.to - stroke.from < LONG * scale &&
      [stroke.from, stroke.to].every((end) => crossing.some((other) => standsOn(stroke, end, other, scale))) &&
      isThin(ink, stroke, THICKEST * scale),
  );
}

const standsOn = (stroke: Stroke, end: number, other: Stroke, scale: number): boolean =>
  Math.abs(placeAt(other, stroke.at) - end) <= TOUCH * scale &&
  other.from - TOUCH * scale <= stroke.at &&
  stroke.at <= other.to + TOUCH * scale;

/** A stroke's row at a column. */
export const placeAt = ({ from, to, at, slope }: Stroke, along: number): number =>
  at + slope * (along - (from + to) / 2);

function isThin(ink: Raster, stroke: Stroke, thickest: number): boolean {
  if (Math.abs(stroke.slope) > MOST_SLOPE) return false;
  let [thin, seen] = [0, 0];
  const step = Math.max(1, Math.floor((stroke.to - stroke.from) / 200));
  for (let x = stroke.from; x < stroke.to; x += step) {
    const { top, bottom } = findExtent(ink, x, placeAt(stroke, x), Math.ceil(thickest));
    seen += 1;
    if (bottom > top && bottom - top <= thickest) thin += 1;
  }
  return thin >= THIN_SHARE * seen;
}

/** The dark run down column `x` that holds row `near` or begins `away` rows from it: `[top, bottom)`, empty where none is. */
export function findExtent(
  ink: Raster,
  x: number,
  near: number,
  reach: number,
  away = 1,
): { top: number; bottom: number } {
  const isDark = (y: number): boolean => y >= 0 && y < ink.height && ink.data[y * ink.width + x] === 1;
  const row = Math.round(near);
  let start = row;
  for (let step = 1; !isDark(start); step += 1) {
    if (step > 2 * away) return { top: row, bottom: row };
    start = row + (step % 2 === 1 ? -1 : 1) * Math.ceil(step / 2);
  }
  let [top, bottom] = [start, start + 1];
  while (start - top <= 2 * reach && isDark(top - 1)) top -= 1;
  while (bottom - start <= 2 * reach && isDark(bottom)) bottom += 1;
  return { top, bottom };
}
