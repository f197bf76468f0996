import { LEANING } from "../drawing/drawn-text.ts";
import type { Matrix, Point } from "../layout/matrix.ts";
import type { Flow } from "../layout/page-content.ts";

/** A direction without a place. */
export const turn = (matrix: Matrix, [x, y]: Point): Point => [
  matrix[0] * x + matrix[2] * y,
  matrix[1] * x + matrix[3] * y,
];

/**
 * How text runs on the page: `base` is the way along a character's foot, `way` from the first character to the last.
 * Upright characters below each other run down. Null where they lean or stand on their heads.
 */
export function findFlow(base: Point, way: Point): Flow | null {
  const [across, down] = unit(base);
  if (Math.abs(down) < LEANING) return across < 0 ? null : Math.abs(way[1]) > Math.abs(way[0]) ? "down" : "across";
  if (Math.abs(across) > LEANING) return null;
  return down > 0 ? "down" : "up";
}

const unit = ([x, y]: Point): Point => {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
};
