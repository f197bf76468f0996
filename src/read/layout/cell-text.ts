import type { Run } from "../../core/source-block.ts";
import { endsWide, startsWide } from "../../core/tidy.ts";
import type { CellLine } from "./measure-cells.ts";

/** A cell's text with the places of its characters. */
export interface CellText {
  readonly text: string;
  readonly runs: readonly Run[];
}

/**
 * Joins a cell's lines: a wrapped line goes on without a break (between Latin words with a space), a line that
 * begins an entry (`starts`) stands after `\n`.
 */
export function joinCellLines(lines: readonly CellLine[], starts: ReadonlySet<number>): CellText {
  let text = "";
  const runs: Run[] = [];
  lines.forEach((line, index) => {
    if (index > 0) text += starts.has(index) ? "\n" : spaceBetween(text, line.text);
    const shift = text.length;
    for (const { start, end, box } of line.spans)
      runs.push({ start: start + shift, end: end + shift, page: line.page, bbox: box });
    text += line.text;
  });
  return { text, runs };
}

/** A number is cut anywhere in a narrow column (`0` / `.5分`, `90` / `%以上`, `2023-` / `2025年`); two words are not. */
const isCutNumber = (before: string, after: string): boolean =>
  (/\d$/u.test(before) && /^[\d.．%％‰—–~～-]/u.test(after)) || (/\d[.．—–~～-]$/u.test(before) && /^\d/u.test(after));

function spaceBetween(before: string, after: string): string {
  if (endsWide(before) || startsWide(after)) return "";
  return isCutNumber(before, after) ? "" : " ";
}
