import { cutWords } from "../../core/words.ts";

/** How many texts are remembered: cutting is the dear part, and rows come back in many comparisons. */
const MOST_KNOWN = 20_000;
const known = new Map<string, readonly string[]>();

/** Numerals stay whole, marks and white space stand alone, the rest is left to the dictionary. */
const PIECES = /\d+(?:[.,]\d+)*%?|[\p{Script=Han}]+|[A-Za-z]+|\s+|./gsu;
const LONGEST_PIECE = 5_000;

/** Cuts text into tokens: words, whole numerals, marks; the tokens joined are the text. */
export function cutText(text: string): readonly string[] {
  const found = known.get(text);
  if (found) return found;
  const tokens = (text.match(PIECES) ?? []).flatMap(cutPiece);
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? "");
  known.set(text, tokens);
  return tokens;
}

function cutPiece(piece: string): readonly string[] {
  if (piece.length < 3 || !/^\p{Script=Han}/u.test(piece)) return [piece];
  if (piece.length > LONGEST_PIECE) return [...piece];
  const words = cutWords(piece);
  return words.join("") === piece ? words : [...piece];
}
