import { cutSearchWords } from "../core/words.ts";
import { cleanText } from "./clean-text.ts";

/** PostgreSQL's bounds: 2046 bytes a word, 1 MB a document. */
const LONGEST_WORD = 100;
const MOST_BYTES = 700_000;

const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word) && word.length <= LONGEST_WORD;

/** The distinct words of a text, full-width letters and capitals folded (`ＡＰＰ` → `app`). */
export function searchWords(texts: Iterable<string>): string[] {
  const words = new Set<string>();
  let bytes = 0;
  for (const text of texts)
    for (const word of cutSearchWords(cleanText(text).normalize("NFKC").toLowerCase())) {
      if (!isWord(word) || words.has(word)) continue;
      bytes += Buffer.byteLength(word) + 8;
      if (bytes > MOST_BYTES) return [...words];
      words.add(word);
    }
  return [...words];
}

/** `searchWords`, here or in another process. */
export type CutSearchWords = (texts: readonly string[]) => Promise<readonly string[]>;

export const cutHere: CutSearchWords = async (texts) => searchWords(texts);

/** A `tsquery` of words that must all be there (`'人民' & '政府'`), null where the text has no word. */
export async function searchQuery(text: string, cut: CutSearchWords): Promise<string | null> {
  const words = await cut([text]);
  if (words.length === 0) return null;
  return words.map((word) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`).join(" & ");
}
