import { foldMarks, foldWidth } from "../../core/fold-width.ts";

/** Half-width digits and full-width Chinese marks; the length stays, so offsets hold in the printed text. */
export const foldText = (text: string): string => foldMarks(foldWidth(text));

/** `1）`, `（一）`, `2.`, `③` at the start of a text, or `1)` after a mark: it counts, it demands nothing. */
const NUMBERING =
  /(^|[。；;：:，,\s])(?:[（(]\d{1,2}[）)]|\d{1,2}[）)]|\d{1,2}[.、．](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])/gu;
/** `（5分）`, `（计 3 分）`: the points of the row, which `points` holds. */
const POINTS_BRACKET = /[（(](?:共|计|满分|分值)?\d+(?:\.\d+)?分[）)]/gu;
const SIGN = /[\p{L}\p{N}%‰℃+×≥≤<>=/-]/u;

/**
 * What stays of a text when width, white space, punctuation, numbering and a bracket of points are taken off:
 * texts of equal keys say the same in the same words.
 */
export function identityKey(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[—–~～]+/gu, "-")
    .replace(/\s+/gu, " ");
  const bare = plain.replace(NUMBERING, "$1").replace(/\s+/gu, "").replace(POINTS_BRACKET, "");
  return [...bare].filter((character, at, all) => SIGN.test(character) || isPoint(all, at)).join("");
}

/** The point of `1.5`. */
const isPoint = (characters: readonly string[], at: number): boolean =>
  characters[at] === "." && /\d/u.test(characters[at - 1] ?? "") && /\d/u.test(characters[at + 1] ?? "");
