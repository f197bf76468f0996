import { isBlank, type TextLine } from "./text-line.ts";

const SPACED_SHARE = 0.85;
const WRAPPED_SHARE = 0.5;
const FULL_LINE = 15;
const FEWEST_LINES = 10;
const SENTENCE_END = /[。；：！？”）]\s*$/u;

/**
 * Undoes double spacing: where nearly every line has one blank line below it and most long lines stop in mid-sentence,
 * a single blank line says nothing and goes; of a longer run one blank line stays.
 */
export function undoDoubleSpacing(lines: readonly TextLine[]): readonly TextLine[] {
  if (!isDoubleSpaced(lines)) return lines;
  const kept: TextLine[] = [];
  let blanks = 0;
  for (const line of lines) {
    blanks = isBlank(line) ? blanks + 1 : 0;
    if (blanks === 0 || blanks === 2) kept.push(line);
  }
  return kept;
}

function isDoubleSpaced(lines: readonly TextLine[]): boolean {
  const plain = lines.flatMap((line, at) => (isBlank(line) || line.text.includes("\t") ? [] : [at]));
  const spaced = plain.filter((at) => at + 1 === lines.length || isBlank(lines[at + 1]!));
  const long = plain.filter((at) => lines[at]!.text.trim().length >= FULL_LINE);
  const wrapped = long.filter((at) => !SENTENCE_END.test(lines[at]!.text));
  return (
    plain.length >= FEWEST_LINES &&
    spaced.length >= plain.length * SPACED_SHARE &&
    wrapped.length >= long.length * WRAPPED_SHARE
  );
}
