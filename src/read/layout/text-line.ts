import type { Box } from "../../../schemas/evidence.ts";

/** A stretch of evenly wide characters and its box: any part of it can be cut out by counting characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

/** A line of text on a page; `size` is the font size of most of its characters, in points. */
export interface TextLine {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  readonly box: Box;
  readonly spans: readonly Span[];
}

/** The smallest box around both. */
export const around = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];
