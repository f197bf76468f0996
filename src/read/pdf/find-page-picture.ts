import type { OperatorList } from "./walk-operators.ts";

/** A scan fills its page, or most of it. */
const MOST_OF_PAGE = 0.5;

/**
 * Whether pictures fill most of a page of `area` square points. pdf.js leaves pictures out of the list that are not
 * to be decoded; what is left of one is the matrix that would have placed it, with nothing drawn.
 */
export function hasPagePicture(
  { fnArray, argsArray }: OperatorList,
  codes: Readonly<Record<string, number>>,
  area: number,
): boolean {
  const saved: number[] = [];
  let scale = 1;
  let filled = 0;
  fnArray.forEach((code, index) => {
    if (code === codes.save) saved.push(scale);
    if (code === codes.transform) scale *= scaleOf(argsArray[index]);
    if (code !== codes.restore) return;
    if (index > 0 && fnArray[index - 1] === codes.transform) filled += scale;
    scale = saved.pop() ?? 1;
  });
  return filled >= MOST_OF_PAGE * area;
}

/** How many times larger a matrix makes an area. */
function scaleOf(matrix: unknown): number {
  const [a, b, c, d] = matrix as ArrayLike<number> & Iterable<number>;
  return Math.abs(a! * d! - b! * c!);
}
