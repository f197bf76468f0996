import { findNumbering } from "../../core/numbering.ts";
import type { Run } from "../../core/source-block.ts";
import { endsWide, startsWide } from "../../core/tidy.ts";
import type { CellLine } from "./measure-cells.ts";

/** A cell's text with the places of its characters. */
export interface CellText {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** What a typesetter may not part (GB/T 15834-2011 §5.1): opening marks, one character or word, closing marks. */
const UNIT = /^[（《〈“‘「『【([]*(?:[\p{Script=Latin}\d.,%:/+_-]+|.)[，。、；：！？）》〉”’」』】,.;:!?)\]…]*/u;
const SENTENCE_END = /[。；！？;!?][”’）)]?$/u;
/** Room for this much more than the next unit (em) and the line was ended, not wrapped. */
const SPARE = 0.6;
/** A first line indented by two characters opens a paragraph (em). */
const PARAGRAPH_INDENT = 1.5;

/**
 * Joins a cell's lines: a wrapped line goes on without a break (between Latin words with a space), a line
 * that was ended gets `\n`.
 */
export function joinCellLines(lines: readonly CellLine[]): CellText {
  let text = "";
  const runs: Run[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before) text += isEnded(lines, index) ? "\n" : spaceBetween(before.text, line.text);
    const shift = text.length;
    for (const span of line.spans)
      runs.push({ start: span.start + shift, end: span.end + shift, page: line.page, bbox: span.box });
    text += line.text;
  });
  return { text, runs };
}

/** Whether the line before number `index` was ended by the writer. */
function isEnded(lines: readonly CellLine[], index: number): boolean {
  const before = lines[index - 1]!;
  const line = lines[index]!;
  if (!isFull(before, line.text)) return true;
  if (!SENTENCE_END.test(before.text)) return false;
  if (line.indent > PARAGRAPH_INDENT * line.size && lines[0]!.indent > PARAGRAPH_INDENT * line.size) return true;
  // A full line may be a whole entry: then the entries' numbers stand at line starts from the first line on.
  const style = findNumbering(line.text)?.style;
  return style !== undefined && style === findNumbering(lines[0]!.text)?.style;
}

/** Whether the next line's first unit would not have fitted behind the line. */
export const isFull = (line: CellLine, next: string): boolean =>
  line.room < widthOf(UNIT.exec(next)?.[0] ?? "", line.size) + SPARE * line.size;

const widthOf = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + (character > "\u2000" ? size : size / 2), 0);

function spaceBetween(before: string, after: string): string {
  if (endsWide(before) || startsWide(after)) return "";
  // A long number is cut anywhere in a narrow column; two words are not.
  return /\d$/.test(before) && /^\d/.test(after) ? "" : " ";
}
