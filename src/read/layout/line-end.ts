import { findNumbering } from "../../core/numbering.ts";
import type { CellLine } from "./measure-cells.ts";

/** What a typesetter may not part (GB/T 15834-2011 §5.1): opening marks, one character or word, closing marks. */
const UNIT = /^[（《〈“‘「『【([]*(?:[\p{Script=Latin}\d.,%:/+_-]+|.)[，。、；：！？）》〉”’」』】,.;:!?)\]…]*/u;
const SENTENCE_END = /[。；！？;!?][”’）)]?$/u;
/** Room for this much more than the next unit (em) and the line was ended, not wrapped. */
const SPARE = 0.6;
/** A first line indented by two characters opens a paragraph (em). */
const PARAGRAPH_INDENT = 1.5;

/** Whether the line before number `index` was ended by the writer. */
export function isEnded(lines: readonly CellLine[], index: number): boolean {
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
