import { foldWidth } from "../../core/fold-width.ts";
import { findNumberedPlaces } from "./numbered-places.ts";
import { dropSiteFront } from "./run-on-ends.ts";
import { endedParagraph, isRosterLine } from "./spaced-breaks.ts";

const SPACES = /[ \u3000\u00a0\t]+/gu;
const WIDE = /[ \u3000\u00a0\t]{2,}/gu;
const FEWEST_CHAPTERS = 2;
const FEWEST_PARTS = 3;
const SPACED_SHARE = 0.8;
const MOST_AHEAD = 30;
/** Of long words and of lines of many words only so much is looked at, or the work would be quadratic. */
const LONGEST_SHOWN = 100;
const MOST_SHOWN = 40;
const LONGEST_INSIDE = 300;
const PAIRS: Readonly<Record<string, string>> = { "（": "）", "(": "）", "《": "》", "【": "】", "〔": "〕" };

const PAGE_NUMBER = /\s[—–-]{1,2}\s*\d{1,3}\s*[—–-]{1,2}(?=\s|$)/gu;
/** `某 县 财 政 局`: a signing body set as wide as the one above it. */
const WIDE_SET_BODY =
  /(?<!\S)(?:\p{Script=Han}[ \u3000]+){3,20}?(?:[局部厅室]|府(?![ \u3000]+办)|委(?![ \u3000]+[员办])|员[ \u3000]+会)(?!\S)/gu;
const DOCUMENT_NUMBER = /〔\d{4}〕 {0,2}\d{1,4} {0,2}号/gu;
const LONG_WORD = 15;
const WIDTH_RANK = 0.8;

/**
 * Gives a page that stands on one line its paragraphs back, where the line ends have become spaces (`…的通知 某发〔2022〕6号
 * 各镇： 现将…。 一、总体要求 坚持…`). Null where its chapters do not begin behind spaces.
 */
export function splitSpacedText(text: string): string[] | null {
  const places = findNumberedPlaces(text, () => 0).filter(({ level }) => level < 3);
  const chapters = places.filter(({ level }) => level === 1).length;
  if (chapters < FEWEST_CHAPTERS && places.length - chapters < FEWEST_PARTS) return null;
  const behind = (space: RegExp) =>
    places.filter(({ at }) => at === 0 || space.test(text.slice(Math.max(0, at - 2), at)));
  if (behind(/\s$/u).length < places.length * SPACED_SHARE) return null;
  // Where the indent of two characters has stayed before each paragraph, a single space is only a space.
  const indented = behind(/\s\s$/u).length >= places.length * SPACED_SHARE;
  const plain = text.replace(PAGE_NUMBER, " ").replace(WIDE_SET_BODY, closeUp).replace(DOCUMENT_NUMBER, closeUp);
  const words = dropSiteFront(plain.trim()).split(indented ? WIDE : SPACES);
  return joinWords(words.filter(Boolean));
}

function joinWords(words: readonly string[]): string[] {
  const width = findWidth(words);
  const heads = words.map((word) => foldWidth(word.slice(0, LONGEST_SHOWN)));
  const ahead = heads.map(closeUp);
  const lines: string[] = [];
  const nesting = createNesting();
  for (let first = 0, at = 0; at < words.length; at++) {
    nesting.read(words[at]!);
    const line = heads.slice(first, at + 1 - first > MOST_SHOWN ? first + 2 : at).join(" ");
    const word = foldWidth(words[at]!.slice(-LONGEST_SHOWN));
    const next = ahead.slice(at + 1, at + 1 + MOST_AHEAD);
    const gap = { line: `${line} ${word}`.trim(), word, next, inside: nesting.isInside(), width };
    if (next.length > 0 && !endedParagraph(gap)) continue;
    lines.push(joinLine(words.slice(first, at + 1), width !== null && !isRosterLine(gap.line)));
    first = at + 1;
    nesting.reset();
  }
  return lines;
}

/** A wrap between two Chinese characters was nothing; the space between a roster's name and post is kept. */
const joinLine = (words: readonly string[], wrapped: boolean): string =>
  wrapped ? words.join(" ").replace(/(?<=[^\x00-\xff]) (?=[^\x00-\xff])/gu, "") : words.join(" ");

const closeUp = (text: string): string => text.replace(/\s+/gu, "");

/** Follows brackets, those of either width alike; one that is not closed for long was never opened. */
function createNesting() {
  let closing: string[] = [];
  let length = 0;
  return {
    read(word: string): void {
      for (const character of word) {
        if (PAIRS[character]) closing.push(PAIRS[character]);
        else if ((character === ")" ? "）" : character) === closing.at(-1)) closing.pop();
        length = closing.length === 0 ? 0 : length + 1;
        if (length > LONGEST_INSIDE) closing = [];
      }
    },
    isInside: (): boolean => closing.length > 0,
    reset(): void {
      closing = [];
      length = 0;
    },
  };
}

/** The length of a full line, where most long ones stop in mid-sentence: the file's lines were wrapped. */
function findWidth(words: readonly string[]): number | null {
  const long = words.filter((word) => word.length >= LONG_WORD);
  const open = long.filter((word) => !/[。；：！？”》）)]$/u.test(word));
  if (open.length * 2 <= long.length) return null;
  return long.map((word) => word.length).toSorted((a, b) => a - b)[Math.floor(long.length * WIDTH_RANK)]!;
}
