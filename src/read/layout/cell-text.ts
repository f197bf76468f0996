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

function spaceBetween(before: string, after: string): string {
  if (endsWide(before) || startsWide(after)) return "";
  // A long number is cut anywhere in a narrow column; two words are not.
  return /\d$/.test(before) && /^\d/.test(after) ? "" : " ";
}
