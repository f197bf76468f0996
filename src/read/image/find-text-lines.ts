import type { Component } from "./find-components.ts";
import type { PixelBox } from "./raster.ts";

/** A stretch of text in one line; `em` is about the size of its characters, in pixels. */
export interface TextStrip extends PixelBox {
  readonly em: number;
}

/** A piece lower than this (em) is part of a character: 二, 三, 言, a colon. */
const PART = 0.7;
/** The parts of one character stand in this height (em). */
const CHARACTER = 1.35;
/** Lines that touch are cut where a strip is higher than this (em). */
const TWO_LINES = 1.7;
/** Between two lines stands at most this share of the ink that a row usually has. */
const VALLEY = 0.3;
/** Pieces up to the usual size make up this share of all pieces' sizes. */
const USUAL = 0.6;
/** Of fewer pieces the largest shows the size: they may all be parts of one character. */
const FEW = 12;
/** A piece wider than this (times its height) may be several characters. */
const RUN_TOGETHER = 1.3;
/** Ink that stands this far apart (em) is read apart. */
const APART = 1.2;

interface Band {
  readonly y0: number;
  readonly y1: number;
  readonly pieces: Component[];
}

/** Tells the size of the characters that pieces are made of. */
type Size = (pieces: readonly Component[]) => number;

/**
 * Finds the lines of text among the pieces of ink of one cell, or of a page outside of its tables.
 * @param usual the usual height of the page's characters ({@link findUsualHeight}).
 */
export function findTextLines(pieces: readonly Component[], usual: number): TextStrip[] {
  const sizeOf: Size = (some) => findSize(some, usual);
  return joinParts(findBands(pieces), sizeOf)
    .flatMap((band) => splitBand(band, sizeOf))
    .flatMap(({ y0, y1, pieces: inBand }) => {
      const em = sizeOf(inBand);
      return splitAcross(inBand, APART * em).map((part) => ({ ...extentOf(part), y0, y1, em }));
    });
}

/** Pieces whose heights overlap stand in one band. */
function findBands(pieces: readonly Component[]): Band[] {
  const bands: { y0: number; y1: number; pieces: Component[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y0 - b.y0)) {
    const open = bands.at(-1);
    if (open && piece.y0 < open.y1) {
      open.y1 = Math.max(open.y1, piece.y1);
      open.pieces.push(piece);
    } else bands.push({ y0: piece.y0, y1: piece.y1, pieces: [piece] });
  }
  return bands;
}

/** Joins bands that are parts of the same characters. */
function joinParts(bands: readonly Band[], sizeOf: Size): Band[] {
  const joined: Band[] = [];
  for (const band of bands) {
    const open = joined.at(-1);
    const both = open && [...open.pieces, ...band.pieces];
    if (open && both && isPart(open, band, sizeOf(both)))
      joined[joined.length - 1] = { y0: open.y0, y1: band.y1, pieces: both };
    else joined.push(band);
  }
  return joined;
}

const isPart = (above: Band, below: Band, em: number): boolean =>
  Math.min(above.y1 - above.y0, below.y1 - below.y0) < PART * em && below.y1 - above.y0 < CHARACTER * em;

/** The usual height of a page's characters: small pieces, of which there are many, count for little. */
export const findUsualHeight = (pieces: readonly Component[]): number => findUsual(pieces.map(heightOf));

const heightOf = ({ y0, y1 }: PixelBox): number => y1 - y0;

/** A flat piece may be a 一, as wide as a character, or several characters that run together, and then it is too wide. */
function findSize(pieces: readonly Component[], usual: number): number {
  const sizes = pieces.map((piece) => Math.max(piece.x1 - piece.x0, heightOf(piece)));
  const tallest = pieces.reduce((height, piece) => Math.max(height, heightOf(piece)), 0);
  return Math.min(findUsual(sizes), Math.max(RUN_TOGETHER * tallest, usual));
}

function findUsual(values: readonly number[]): number {
  const sizes = values.toSorted((a, b) => a - b);
  if (sizes.length < FEW) return sizes.at(-1) ?? 0;
  let left = USUAL * sizes.reduce((sum, size) => sum + size, 0);
  for (const size of sizes) {
    left -= size;
    if (left <= 0) return size;
  }
  return 0;
}

/** Cuts a band that holds several lines where fewest pieces stand. */
function splitBand(band: Band, sizeOf: Size): Band[] {
  const em = sizeOf(band.pieces);
  if (band.pieces.length < 2 || band.y1 - band.y0 <= TWO_LINES * em) return [band];
  const cut = findValley(band, em);
  if (cut === null) return [band];
  const above = band.pieces.filter((piece) => piece.y0 + piece.y1 < 2 * cut);
  const below = band.pieces.filter((piece) => piece.y0 + piece.y1 >= 2 * cut);
  if (above.length === 0 || below.length === 0) return [band];
  return [above, below].flatMap((pieces) => {
    const { y0, y1 } = extentOf(pieces);
    return y1 - y0 < band.y1 - band.y0 ? splitBand({ y0, y1, pieces }, sizeOf) : [{ y0, y1, pieces }];
  });
}

/** The middle of the emptiest rows, at least half a character from both edges; null where it is not empty enough. */
function findValley({ y0, y1, pieces }: Band, em: number): number | null {
  const filled = new Float32Array(y1 - y0);
  for (const piece of pieces) for (let y = piece.y0; y < piece.y1; y += 1) filled[y - y0]! += piece.x1 - piece.x0;
  let best = Math.round(em / 2);
  for (let row = best; row < y1 - y0 - em / 2; row += 1) if (filled[row]! < filled[best]!) best = row;
  const usual = filled.reduce((sum, row) => sum + row, 0) / filled.length;
  let end = best;
  while (end + 1 < filled.length && filled[end + 1]! <= filled[best]!) end += 1;
  return filled[best]! <= VALLEY * usual ? y0 + (best + end) / 2 : null;
}

function splitAcross(pieces: readonly Component[], gap: number): Component[][] {
  const parts: Component[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    if (piece.x0 - end > gap) parts.push([piece]);
    else parts.at(-1)!.push(piece);
    end = Math.max(end, piece.x1);
  }
  return parts;
}

function extentOf(pieces: readonly Component[]): PixelBox {
  const extent = { x0: Infinity, y0: Infinity, x1: 0, y1: 0 };
  for (const { x0, y0, x1, y1 } of pieces) {
    extent.x0 = Math.min(extent.x0, x0);
    extent.y0 = Math.min(extent.y0, y0);
    extent.x1 = Math.max(extent.x1, x1);
    extent.y1 = Math.max(extent.y1, y1);
  }
  return extent;
}
