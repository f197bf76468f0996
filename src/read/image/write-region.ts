import { createGlyph, type Glyph } from "../layout/page-content.ts";
import type { TextStrip } from "./find-text-lines.ts";
import { type MeasuredStrip, measureStrip } from "./measure-strip.ts";
import { mendMarks } from "./mend-marks.ts";
import { placeCharacters } from "./place-characters.ts";
import type { Raster } from "./raster.ts";
import type { StripTexts } from "./read-strips.ts";
import { SCALE } from "./straighten.ts";

/** The strips of a cell, or of a page outside of its tables, which begins at `left` (pixels). */
export interface TextRegion {
  readonly left: number;
  readonly strips: readonly TextStrip[];
}

/** A strip's characters, mended and measured. */
export interface WrittenStrip extends MeasuredStrip {
  readonly texts: readonly string[];
  readonly left: number;
  /** The middle of the line, in pixels. */
  readonly middle: number;
}

/** Below this probability a character is no reading at all: a missing one is better than a wrong one. */
const UNREADABLE = 0.25;
/** A hyphen printed wider than this (em) is a dash. */
const DASH = 0.55;

/** Takes what the model read of a region. Marks are mended over line ends: brackets close lines below. */
export function writeRegion(ink: Raster, { left, strips }: TextRegion, read: StripTexts): WrittenStrip[] {
  const lines = strips.map((strip) => (read.get(strip) ?? []).filter(({ sure }) => sure >= UNREADABLE));
  const texts = mendMarks(lines.flat().map(({ text }) => text));
  let start = 0;
  return strips.flatMap((strip, index) => {
    const line = lines[index]!;
    const own = texts.slice(start, start + line.length);
    start += line.length;
    if (line.length === 0) return [];
    const found = line.map(({ middle }, at) => ({ text: own[at]!, middle }));
    return [{ ...measureStrip(ink, strip, found), texts: own, left, middle: (strip.y0 + strip.y1) / 2 }];
  });
}

/** Places a strip's characters on the page, in points; `em` is their size in pixels. */
export function placeStrip({ texts, inked, left, middle }: WrittenStrip, em: number): Glyph[] {
  const [y0, y1] = [(middle - em / 2) / SCALE, (middle + em / 2) / SCALE];
  return placeCharacters(texts, inked, em, left).map(({ from, to }, index) => {
    const width = inked[index]!.to - inked[index]!.from;
    const text = texts[index] === "-" && width > DASH * em ? "—" : texts[index]!;
    return createGlyph(text, "across", em / SCALE, [from / SCALE, y0, to / SCALE, y1]);
  });
}
