import { foldRadicals } from "../../core/fold-radicals.ts";

/** How far a CJK em box reaches above and below the base line, in em. */
export const ASCENT = 0.86;
export const DESCENT = 0.14;
/** A line that leans more than this (sine) is neither across nor down: a watermark, a stamp. */
export const LEANING = 0.1;
/** Control characters, zero-width characters and the byte order mark are drawn as nothing. */
const NOTHING = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff]/gu;
/** Some fonts name a compatibility form where the plain one is drawn (`ﬁ` for fi). */
const LOOKALIKE = /[\uf900-\ufaff\ufb00-\ufb06]/gu;

/** What a viewer shows of a font's text for a character. */
export const cleanText = (text: string): string =>
  foldRadicals(text.replace(NOTHING, "")).replace(LOOKALIKE, (character) => character.normalize("NFKC"));
