import { blankQuantities } from "./blank-quantities.ts";
import { cutText } from "./cut-text.ts";
import { foldNames } from "./fold-names.ts";
import { foldText } from "./fold-text.ts";
import { isEmptyWord } from "./plain-words.ts";
import { foldWord } from "./synonyms.ts";

/** A word with content as printed, and the class that it is compared by. */
export interface ContentWord {
  readonly printed: string;
  readonly word: string;
}

const isWord = (token: string): boolean => /^[\p{L}]/u.test(token) && !/^[一二三四五六七八九十两]+$/u.test(token);

/** The words of a text that carry content, in order; numerals and marks are left out. */
export const contentWords = (text: string, ownNames: readonly string[]): ContentWord[] =>
  cutText(foldNames(blankQuantities(foldText(text)), ownNames))
    .filter((token) => isWord(token) && !isEmptyWord(token))
    .map((printed) => ({ printed, word: foldWord(printed) }))
    .filter(({ word }) => !isEmptyWord(word));

/** Neighbouring characters of the content words: they hold where two texts are cut into words differently. */
export function characterPairs(words: readonly ContentWord[]): Set<string> {
  const text = words.map(({ word }) => word).join("");
  const characters = [...text];
  return new Set(characters.slice(1).map((character, at) => characters[at]! + character));
}
