import type { Box } from "../../../schemas/evidence.ts";
import { dropSpecks } from "./drop-specks.ts";
import { findInk } from "./find-ink.ts";
import { findSkew } from "./find-skew.ts";
import type { Raster } from "./raster.ts";
import { resample } from "./resample.ts";

/** Pixels a point in a straightened page: 200 dpi. */
export const SCALE = 200 / 72;
/** What lies this deep between paper and print is ink. */
export const INK = 0.3;
/** So are ruled lines, even thin and grey ones. */
export const LINE_INK = 0.25;
/** Smaller leanings (degrees) are left. */
const LEVEL = 0.02;

/** A page made level; `placeBack` gives the place on the page as it was of a box on the level one, in points. */
export interface LevelPage {
  readonly grey: Raster;
  readonly placeBack: (box: Box) => Box;
  readonly degrees: number;
}

/** Turns a page level around its middle and brings it to SCALE, in one go. */
export function straighten(picture: Raster, width: number, height: number): LevelPage {
  const grey = dropSpecks(picture);
  const skew = findSkew(findInk(grey, INK));
  const degrees = Math.abs(skew) < LEVEL ? 0 : skew;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [kx, ky] = [grey.width / (width * SCALE), grey.height / (height * SCALE)];
  const [columns, rows] = [Math.round(width * SCALE), Math.round(height * SCALE)];
  const [cx, cy] = [columns / 2, rows / 2];
  const level = resample(grey, columns, rows, [
    cos * kx,
    sin * ky,
    -sin * kx,
    cos * ky,
    (cx - cos * cx + sin * cy) * kx,
    (cy - sin * cx - cos * cy) * ky,
  ]);
  return { grey: level, degrees, placeBack: (box) => turnBox(box, cos, sin, width / 2, height / 2) };
}

function turnBox([x0, y0, x1, y1]: Box, cos: number, sin: number, cx: number, cy: number): Box {
  const [x, y] = [(x0 + x1) / 2 - cx, (y0 + y1) / 2 - cy];
  const [w, h] = [(x1 - x0) / 2, (y1 - y0) / 2];
  const [X, Y] = [cx + cos * x - sin * y, cy + sin * x + cos * y];
  const [W, H] = [cos * w + Math.abs(sin) * h, cos * h + Math.abs(sin) * w];
  return [X - W, Y - H, X + W, Y + H];
}
