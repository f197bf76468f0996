import type { Raster } from "./raster.ts";

/** Pages lie this crooked in a scanner at most (degrees). */
const MOST = 4;
/** Each pass looks this finely (degrees), around what the pass before found. */
const STEPS = [0.25, 0.05, 0.01];
/** More points say no more. */
const MOST_POINTS = 150_000;
/** Rows are counted this finely: with too few points in a row, chance would decide. */
const ROWS = 1200;

interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly reach: number;
}

/**
 * Finds how far a page's lines lean, in degrees, positive where they fall to the right: at the right angle
 * the ink of text lines and rulings gathers in fewest rows.
 */
export function findSkew(ink: Raster): number {
  const points = samplePoints(ink);
  if (points.xs.length === 0) return 0;
  let best = 0;
  let reach = MOST;
  for (const step of STEPS) {
    best = bestAngle(points, best, reach, step);
    reach = step;
  }
  return Math.abs(best) > MOST - STEPS[0]! ? 0 : Math.round(best * 100) / 100;
}

function bestAngle(points: Points, middle: number, reach: number, step: number): number {
  const count = Math.round(reach / step);
  let best = { angle: middle, score: -1 };
  for (let each = -count; each <= count; each += 1) {
    const angle = middle + each * step;
    const score = gathering(points, angle);
    if (score > best.score) best = { angle, score };
  }
  return best.angle;
}

/** The sum of squared differences between neighbouring rows' ink, seen along the angle. */
function gathering({ xs, ys, reach }: Points, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rows = new Float32Array(Math.ceil(3 * reach));
  for (let i = 0; i < xs.length; i += 1) rows[Math.round(ys[i]! - xs[i]! * slope + reach)]! += 1;
  let score = 0;
  for (let row = 1; row < rows.length; row += 1) score += (rows[row]! - rows[row - 1]!) ** 2;
  return score;
}

function samplePoints({ width, height, data }: Raster): Points {
  const ink = data.reduce((sum, value) => sum + value, 0);
  const every = Math.max(1, Math.ceil(ink / MOST_POINTS));
  const xs = new Float32Array(Math.ceil(ink / every));
  const ys = new Float32Array(xs.length);
  const coarseness = Math.max(1, Math.round(height / ROWS));
  let seen = 0;
  for (let at = 0; at < data.length; at += 1) {
    if (data[at] === 0 || seen++ % every !== 0) continue;
    xs[Math.floor((seen - 1) / every)] = (at % width) / coarseness;
    ys[Math.floor((seen - 1) / every)] = Math.floor(at / width) / coarseness;
  }
  return { xs, ys, reach: Math.ceil((height + width * 0.08) / coarseness) };
}
