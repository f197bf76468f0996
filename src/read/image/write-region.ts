import { createGlyph, type Glyph } from "../layout/page-content.ts";
import type { TextStrip } from "./find-text-lines.ts";
import { mendMarks } from "./mend-marks.ts";
import { placeCharacters } from "./place-characters.ts";
import type { Raster } from "./raster.ts";
import type { StripCharacter, StripTexts } from "./read-strips.ts";
import { SCALE } from "./straighten.ts";

/** The characters of a cell, or of a page outside of its tables; `doubtful` counts the unsure and the unread. */
export interface WrittenRegion {
  readonly glyphs: readonly Glyph[];
  readonly doubtful: number;
}

/** A letter or a digit below this probability is doubtful; marks are always less sure, and say less. */
const DOUBTFUL = 0.65;
/** Below this a character is no reading at all: a missing one is better than a wrong one. */
const UNREADABLE = 0.25;
/** A hyphen printed wider than this (em) is a dash. */
const DASH = 0.55;

/** Turns what the model read into glyphs in points. Marks are mended over line ends: brackets close lines below. */
export function writeRegion(ink: Raster, strips: readonly TextStrip[], read: StripTexts): WrittenRegion {
  const lines = strips.map((strip) => (read.get(strip) ?? []).filter(({ sure }) => sure >= UNREADABLE));
  const texts = mendMarks(lines.flat().map(({ text }) => text));
  let start = 0;
  const glyphs = strips.flatMap((strip, index) => {
    const line = lines[index]!;
    start += line.length;
    return placeStrip(ink, strip, line, texts.slice(start - line.length, start));
  });
  return { glyphs, doubtful: strips.reduce((sum, strip) => sum + countDoubtful(strip, read.get(strip)), 0) };
}

function countDoubtful(strip: TextStrip, characters: readonly StripCharacter[] | undefined): number {
  if (characters === undefined) return Math.ceil((strip.x1 - strip.x0) / strip.em);
  return characters.filter(({ text, sure }) => sure < DOUBTFUL && /[\p{L}\p{N}]/u.test(text)).length;
}

function placeStrip(
  ink: Raster,
  strip: TextStrip,
  characters: readonly StripCharacter[],
  texts: readonly string[],
): Glyph[] {
  if (characters.length === 0) return [];
  const found = characters.map(({ middle }, index) => ({ text: texts[index]!, middle }));
  const { em, places } = placeCharacters(ink, strip, found);
  const middle = (strip.y0 + strip.y1) / 2;
  const [y0, y1] = [(middle - em / 2) / SCALE, (middle + em / 2) / SCALE];
  return places.map(({ from, to, inked }, index) => {
    const text = texts[index] === "-" && inked > DASH * em ? "—" : texts[index]!;
    return createGlyph(text, "across", em / SCALE, [from / SCALE, y0, to / SCALE, y1]);
  });
}
