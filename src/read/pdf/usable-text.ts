import type { Glyph } from "../layout/page-content.ts";

/** Han, its marks and forms, and what stands among it: ASCII, Latin-1, general punctuation, arrows, signs, ruled blanks. */
const EXPECTED =
  /^[\p{Script=Han}\s\u0020-\u007e\u00a0-\u00ff\u2000-\u206f\u2100-\u27bf\u3000-\u303f\u3200-\u33ff\ufe10-\ufe6f\uff00-\uffef]+$/u;
/** Greek letters and the like are rare in a plan; a font that says nothing of its characters gives little else. */
const MOST_STRANGE = 0.15;

const isDrawn = ({ text }: Glyph): boolean => text.trim() !== "";

/** Whether a page shows any character, be it known or not. */
export const hasText = (glyphs: readonly Glyph[]): boolean => glyphs.some(isDrawn);

/**
 * Whether a page's characters can be read as text. A font without ToUnicode gives private-use characters, U+FFFD, or
 * the numbers of its glyphs, which fall anywhere in Unicode.
 */
export function hasUsableText(glyphs: readonly Glyph[]): boolean {
  const drawn = glyphs.filter(isDrawn);
  const strange = drawn.filter((glyph) => !EXPECTED.test(glyph.text) || glyph.text.includes("\ufffd"));
  return drawn.length > 0 && strange.length <= MOST_STRANGE * drawn.length;
}
