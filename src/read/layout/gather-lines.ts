import type { Glyph } from "./page-content.ts";

/** Glyphs of one physical line in reading order, blanks among them. */
export type GlyphLine = readonly Glyph[];

/** The same character drawn again this near (share of its size) is bold print or a shadow, not a second character. */
const OVERPRINT = 0.25;

/**
 * Sorts glyphs into lines by where they stand, whatever order they were drawn in; lines come from the top
 * (vertical text from the right).
 */
export function gatherLines(glyphs: readonly Glyph[]): GlyphLine[] {
  const flows = Map.groupBy(glyphs, (glyph) => glyph.flow);
  return [...flows.values()].flatMap(gatherFlow);
}

function gatherFlow(glyphs: readonly Glyph[]): GlyphLine[] {
  const sorted = [...glyphs].sort((a, b) => a.middle - b.middle);
  const lines: Glyph[][] = [];
  let anchor: Glyph | null = null;
  for (const glyph of sorted) {
    if (anchor && isLevel(anchor, glyph)) lines.at(-1)!.push(glyph);
    else lines.push([glyph]);
    // The largest glyph holds the line, so that a raised or lowered small one does not drag it off.
    if (lines.at(-1)!.length === 1 || glyph.size > anchor!.size) anchor = glyph;
  }
  return lines.map(orderAlong).filter((line) => line.some((glyph) => !isBlank(glyph)));
}

/** A superscript's middle lies 0.21 em above the line's, the next line's a full em below. */
const isLevel = (a: Glyph, b: Glyph): boolean => Math.abs(a.middle - b.middle) < 0.5 * Math.min(a.size, b.size);

export const isBlank = (glyph: Glyph): boolean => glyph.text.trim() === "";

function orderAlong(glyphs: readonly Glyph[]): Glyph[] {
  const sorted = [...glyphs].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((glyph, index) => !isOverprint(sorted, index, glyph));
}

function isOverprint(sorted: readonly Glyph[], index: number, glyph: Glyph): boolean {
  const near = OVERPRINT * (glyph.end - glyph.start);
  for (let i = index - 1; i >= Math.max(0, index - 4) && glyph.start - sorted[i]!.start < near; i -= 1) {
    if (sorted[i]!.text === glyph.text && !isBlank(glyph)) return true;
  }
  return false;
}
