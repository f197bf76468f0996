import type { Box } from "../../../schemas/evidence.ts";
import { apply, type Matrix, type Point } from "../layout/matrix.ts";
import type { Ruling } from "../layout/page-content.ts";

/** Path data as pdf.js writes it (its `DrawOPS`): an operator, then the coordinates of so many points. */
export const MOVE = 0;
export const LINE = 1;
export const CURVE = 2;
const QUADRATIC = 3;
export const CLOSE = 4;
const POINTS: Readonly<Record<number, number>> = { [MOVE]: 1, [LINE]: 1, [CURVE]: 3, [QUADRATIC]: 2, [CLOSE]: 0 };

/** A wider stroke (points) paints an area: it is no ruling. */
export const WIDEST_STROKE = 6;
/** A filled or stroked shape this thin (points) is a line. */
const THICKEST = 3;
/** A line that leaves its direction by more than this (points) is no ruling. */
const STRAIGHT = 1;
/** A dot's sides differ by less (factor): it may be of a dotted line across or down. */
const SQUARE = 1.6;
/** Shorter pieces (points) are ornament or corner squares, which merging does not need. */
const SHORTEST = 0.1;

/** One sub-path in page space; `curved` ones hold no rulings. */
interface Outline {
  readonly points: Point[];
  closed: boolean;
  curved: boolean;
}

/** The rulings that stroking a path draws: each straight piece across or down the page. */
export function strokeRulings(data: ArrayLike<number>, ctm: Matrix): Ruling[] {
  return readOutlines(data, ctm).flatMap(({ points, closed, curved }) => {
    if (curved) return [];
    const ends = closed ? [...points, points[0]!] : points;
    return ends.slice(1).flatMap((end, index) => straight(boxAround([ends[index]!, end])));
  });
}

/** The rulings that filling a path draws: a thin shape is a line along its middle. */
export function fillRulings(data: ArrayLike<number>, ctm: Matrix): Ruling[] {
  return readOutlines(data, ctm).flatMap(({ points, curved }) => {
    if (curved || points.length < 2) return [];
    const [x0, y0, x1, y1] = boxAround(points);
    const [width, height] = [x1 - x0, y1 - y0];
    if (Math.min(width, height) > THICKEST) return [];
    const across = straight([x0, (y0 + y1) / 2, x1, (y0 + y1) / 2]);
    const down = straight([(x0 + x1) / 2, y0, (x0 + x1) / 2, y1]);
    if (Math.max(width, height) < SQUARE * Math.min(width, height)) return [...across, ...down];
    return width >= height ? across : down;
  });
}

function straight(box: Box): Ruling[] {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  return Math.min(width, height) <= STRAIGHT && Math.max(width, height) >= SHORTEST ? [box] : [];
}

function readOutlines(data: ArrayLike<number>, ctm: Matrix): Outline[] {
  const outlines: Outline[] = [];
  for (let at = 0; at < data.length; ) {
    const operator = data[at]!;
    const count = POINTS[operator];
    if (count === undefined) return outlines;
    if (operator === MOVE || outlines.length === 0) outlines.push({ points: [], closed: false, curved: false });
    const open = outlines.at(-1)!;
    if (operator === CLOSE) open.closed = true;
    else if (operator === MOVE || operator === LINE) open.points.push(apply(ctm, data[at + 1]!, data[at + 2]!));
    else open.curved = true;
    at += 1 + 2 * count;
  }
  return outlines.filter((outline) => outline.points.length > 1);
}

function boxAround(points: readonly Point[]): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
