/** A bracket with what it holds: `text.slice(start, end)` has the brackets, `content` has not. */
export interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** Finds the outermost round brackets, full or half width (and 【】 ones); an unclosed bracket is left out. */
export function findBrackets(text: string): Bracket[] {
  const found: Bracket[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (/[（(【〔［]/u.test(character) && depth++ === 0) start = at;
    else if (/[）)】〕］]/u.test(character) && depth > 0 && --depth === 0)
      found.push({ start, end: at + 1, content: text.slice(start + 1, at) });
  }
  return found;
}

/** A sentence of a text, `[start, end)` with its closing mark. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A sentence longer than this (characters) has a bracket that is never closed, or no full stop: any pause ends it. */
const LONGEST_SENTENCE = 2_000;
/** Beyond this it is no text that anyone wrote: it is cut where it stands, so that what reads sentences has an end. */
const LONGEST_STRETCH = 4_000;

/**
 * Cuts a text into sentences at 。！？；and line ends that stand outside brackets and quotes. Together the sentences
 * hold the whole text but stretches of white space.
 * @param marks what ends a sentence, one character
 */
export function splitSentences(text: string, marks = /[。！？；;\n]/u): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let depth = 0;
  const push = (end: number): void => {
    if (text.slice(start, end).trim()) sentences.push({ start, end, text: text.slice(start, end) });
    start = end;
    depth = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (/[（(《“【]/u.test(character)) depth++;
    else if (/[）)》”】]/u.test(character)) depth = Math.max(0, depth - 1);
    else if (marks.test(character) && (depth === 0 || character === "\n")) push(at + 1);
    else if (at - start >= LONGEST_SENTENCE && /[。！？；，、]/u.test(character)) push(at + 1);
    if (at - start >= LONGEST_STRETCH) push(at + 1);
  }
  push(text.length);
  return sentences;
}
