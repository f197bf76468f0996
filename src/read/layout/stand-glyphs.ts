import { startsWide } from "../../core/tidy.ts";
import { isBlank } from "./gather-lines.ts";
import { createGlyph, type Glyph } from "./page-content.ts";

/** Vertical writing steps from character to character by about their size (em); the lines of a narrow column by more. */
const STEP = { least: 0.85, most: 1.15 };
/** How far (em) the characters of one column may stand out of it. */
const ASIDE = 0.1;
/** So many characters in a column are vertical writing. */
const FEWEST = 2;

/**
 * Turns what was drawn as upright characters one below the other, each by itself, into vertical text: browsers draw
 * `writing-mode: vertical-rl` so (a category's name down the side of its rows).
 */
export function standGlyphs(glyphs: readonly Glyph[]): readonly Glyph[] {
  const standing = new Set<Glyph>();
  let column: Glyph[] = [];
  for (const glyph of glyphs) {
    if (isBlank(glyph)) continue;
    const last = column.at(-1);
    if (last && isUnder(last, glyph)) column.push(glyph);
    else column = [glyph];
    if (column.length >= FEWEST) for (const each of column.length === FEWEST ? column : [glyph]) standing.add(each);
  }
  if (standing.size === 0) return glyphs;
  return glyphs.map((glyph) => (standing.has(glyph) ? createGlyph(glyph.text, "down", glyph.size, glyph.box) : glyph));
}

function isUnder(last: Glyph, glyph: Glyph): boolean {
  const step = glyph.box[1] - last.box[1];
  return (
    last.flow === "across" &&
    glyph.flow === "across" &&
    startsWide(last.text) &&
    startsWide(glyph.text) &&
    Math.abs(glyph.size - last.size) < ASIDE * last.size &&
    Math.abs(glyph.box[0] - last.box[0]) < ASIDE * last.size &&
    step > STEP.least * last.size &&
    step < STEP.most * last.size
  );
}
