import type { Box } from "../../../schemas/evidence.ts";

/** How a line of text runs: `across` left to right, `down` and `up` for vertical and turned text. */
export type Flow = "across" | "down" | "up";

/**
 * One drawn character. `box` is its em box in points from the page's top left; `start` and `end` are its
 * extent along its flow, `middle` the centre of its em box across the flow (growing to the next line).
 */
export interface Glyph {
  readonly text: string;
  readonly flow: Flow;
  readonly start: number;
  readonly end: number;
  readonly middle: number;
  readonly size: number;
  readonly box: Box;
}

/** A straight line or the edge of a drawn rectangle, across (`y0 = y1`) or down (`x0 = x1`) the page. */
export type Ruling = Box;

/** What a page shows, in no particular order; all that the layout needs from PDF, OFD or a recognised scan. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

/** Makes a glyph from its em box. */
export function createGlyph(text: string, flow: Flow, size: number, box: Box): Glyph {
  const [x0, y0, x1, y1] = box;
  if (flow === "across") return { text, flow, start: x0, end: x1, middle: (y0 + y1) / 2, size, box };
  // Vertical columns stand from right to left; text turned to read upwards, from left to right.
  if (flow === "down") return { text, flow, start: y0, end: y1, middle: -(x0 + x1) / 2, size, box };
  return { text, flow, start: -y1, end: -y0, middle: (x0 + x1) / 2, size, box };
}
