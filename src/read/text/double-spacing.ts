import { isBlank, type TextLine } from "./text-line.ts";

const FEWEST_LINES = 8;
const MOST_CLOSE_LINES = 2;
const WRAPPED_SHARE = 0.5;
const FULL_LINE = 15;
const SENTENCE_END = /[。；：！？”）]\s*$/u;

/**
 * Undoes double spacing: in a stretch where every line has a blank line below it and most long lines stop in
 * mid-sentence, a single blank line says nothing and goes; of a longer run one blank line stays.
 */
export function undoDoubleSpacing(lines: readonly TextLine[]): readonly TextLine[] {
  const kept: TextLine[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = findStretchEnd(lines, start);
    const stretch = lines.slice(start, end);
    kept.push(...(isDoubleSpaced(stretch) ? dropSingleBlanks(stretch) : stretch));
    start = end;
  }
  return kept;
}

/** A stretch ends where three lines stand without a blank between them, and at a table's tabs. */
function findStretchEnd(lines: readonly TextLine[], start: number): number {
  let close = 0;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    close = isBlank(line) ? 0 : close + 1;
    if (close > MOST_CLOSE_LINES || line.text.includes("\t")) return Math.max(start + 1, at - close + 1);
  }
  return lines.length;
}

function isDoubleSpaced(stretch: readonly TextLine[]): boolean {
  const plain = stretch.filter((line) => !isBlank(line));
  const long = plain.filter(({ text }) => text.trim().length >= FULL_LINE);
  const wrapped = long.filter(({ text }) => !SENTENCE_END.test(text));
  return plain.length >= FEWEST_LINES && wrapped.length >= long.length * WRAPPED_SHARE;
}

function dropSingleBlanks(stretch: readonly TextLine[]): TextLine[] {
  let blanks = 0;
  return stretch.filter((line) => {
    blanks = isBlank(line) ? blanks + 1 : 0;
    return blanks === 0 || blanks === 2;
  });
}
