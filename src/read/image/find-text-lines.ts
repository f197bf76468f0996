import type { Component } from "./find-components.ts";
import type { PixelBox } from "./raster.ts";

/** A stretch of text in one line; `em` is about the size of its characters, in pixels. */
export interface TextStrip extends PixelBox {
  readonly em: number;
}

/** A piece lower than this (em) is part of a character: 二, 三, 言, a colon. */
const PART = 0.5;
/** The parts of one character stand in this height (em). */
const CHARACTER = 1.15;
/** Lines that touch are cut where a strip is higher than this (em). */
const TWO_LINES = 1.7;
/** Ink that stands this far apart (em) is read apart. */
const APART = 1.2;

interface Band {
  readonly y0: number;
  readonly y1: number;
  readonly pieces: readonly Component[];
}

/** Finds the lines of text among the pieces of ink of one cell, or of a page outside of its tables. */
export function findTextLines(pieces: readonly Component[]): TextStrip[] {
  return findBands(pieces)
    .flatMap(splitBand)
    .flatMap((band) => {
      const em = sizeOf(band.pieces);
      return splitAcross(band.pieces, APART * em).map((part) => ({ ...extentOf(part), y0: band.y0, y1: band.y1, em }));
    });
}

/** Pieces whose heights overlap stand in one band; parts of one character, too. */
function findBands(pieces: readonly Component[]): Band[] {
  const bands: Band[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y0 - b.y0)) {
    const open = bands.at(-1);
    if (open && piece.y0 < open.y1)
      bands[bands.length - 1] = { y0: open.y0, y1: Math.max(open.y1, piece.y1), pieces: append(open.pieces, piece) };
    else bands.push({ y0: piece.y0, y1: piece.y1, pieces: [piece] });
  }
  return joinParts(bands, sizeOf(pieces));
}

const append = (pieces: readonly Component[], piece: Component): Component[] => {
  const list = pieces as Component[];
  list.push(piece);
  return list;
};

function joinParts(bands: readonly Band[], em: number): Band[] {
  const joined: Band[] = [];
  for (const band of bands) {
    const open = joined.at(-1);
    const isPart =
      open && Math.min(open.y1 - open.y0, band.y1 - band.y0) < PART * em && band.y1 - open.y0 < CHARACTER * em;
    if (isPart) joined[joined.length - 1] = { y0: open.y0, y1: band.y1, pieces: [...open.pieces, ...band.pieces] };
    else joined.push(band);
  }
  return joined;
}

/** The size of most characters: larger than three in four of the pieces, for many characters fall to pieces. */
function sizeOf(pieces: readonly Component[]): number {
  const sizes = pieces.map((piece) => Math.max(piece.x1 - piece.x0, piece.y1 - piece.y0)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length * 0.75)] ?? 0;
}

/** Cuts a band that holds several lines where fewest pieces stand. */
function splitBand(band: Band): Band[] {
  const em = sizeOf(band.pieces);
  if (band.pieces.length < 2 || band.y1 - band.y0 <= TWO_LINES * em) return [band];
  const cut = emptiestRow(band, em);
  const above = band.pieces.filter((piece) => piece.y0 + piece.y1 < 2 * cut);
  const below = band.pieces.filter((piece) => piece.y0 + piece.y1 >= 2 * cut);
  if (above.length === 0 || below.length === 0) return [band];
  return [above, below].flatMap((pieces) => {
    const { y0, y1 } = extentOf(pieces);
    return y1 - y0 < band.y1 - band.y0 ? splitBand({ y0, y1, pieces }) : [{ y0, y1, pieces }];
  });
}

function emptiestRow({ y0, y1, pieces }: Band, em: number): number {
  const filled = new Float32Array(y1 - y0);
  for (const piece of pieces) for (let y = piece.y0; y < piece.y1; y += 1) filled[y - y0]! += piece.x1 - piece.x0;
  let best = Math.round(em / 2);
  for (let row = best; row < y1 - y0 - em / 2; row += 1) if (filled[row]! < filled[best]!) best = row;
  return y0 + best;
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
  return {
    x0: Math.min(...pieces.map((piece) => piece.x0)),
    y0: Math.min(...pieces.map((piece) => piece.y0)),
    x1: Math.max(...pieces.map((piece) => piece.x1)),
    y1: Math.max(...pieces.map((piece) => piece.y1)),
  };
}
