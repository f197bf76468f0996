import type { TextStrip } from "./find-text-lines.ts";
import type { StripCharacter, StripTexts } from "./read-strips.ts";

/** How well a page was read. */
export interface Judgement {
  /** How many letters and digits the model was unsure of, or had no time to read. */
  readonly doubtful: number;
  /** How sure it was of letters and digits on average, 0 to 1; null where there is too little ink to tell. */
  readonly certainty: number | null;
}

/** A letter or a digit below this probability is doubtful; marks are always less sure, and say less. */
const DOUBTFUL = 0.65;
/** Fewer pieces of ink do not tell which way a page lies. */
const ENOUGH_PIECES = 60;
/** A character has two or three pieces on average, and hardly ever more than this. */
const MOST_PIECES = 8;

/** Judges what was read of a page's strips; `pieces` counts its pieces of ink, most of which a page on its side hides. */
export function judgeReading(strips: readonly TextStrip[], read: StripTexts, pieces: number): Judgement {
  const letters = [...read.values()].flat().filter(isLetter);
  const unsure = letters.filter(({ sure }) => sure < DOUBTFUL).length;
  const unread = strips.filter((strip) => !read.has(strip)).reduce((sum, strip) => sum + countRoom(strip), 0);
  const sum = letters.reduce((sure, letter) => sure + letter.sure, 0);
  const certainty = pieces < ENOUGH_PIECES ? null : sum / Math.max(letters.length, pieces / MOST_PIECES);
  return { doubtful: unsure + unread, certainty };
}

/** Whether a character is a letter or a digit. */
export const isLetter = ({ text }: Pick<StripCharacter, "text">): boolean => /[\p{L}\p{N}]/u.test(text);

const countRoom = ({ x0, x1, em }: TextStrip): number => Math.ceil((x1 - x0) / em);
