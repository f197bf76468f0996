import { closeUpCharacters } from "../cell-text.ts";

const WIDE_GAP = /[ \u3000\u00a0]{2,}|\t/;

/**
 * Splits a line of `width` parts at white space, or null where it has not as many. The space inside a name
 * (`刘　敏`, `索  镇`) is no gap where the line without it has the right number of parts.
 */
export function splitParts(line: string, width: number): string[] | null {
  const text = line.trim();
  const ways = [text.split(/\s+/), text.split(WIDE_GAP).map(closeUpCharacters), closeUpCharacters(text).split(/\s+/)];
  return ways.find((parts) => parts.length === width) ?? null;
}

/** Splits a header into its words: `姓　名　　单位` → `姓名`, `单位`. */
export const splitHeader = (line: string): string[] =>
  line
    .trim()
    .split(WIDE_GAP)
    .flatMap((part) => closeUpCharacters(part).split(/\s+/));
