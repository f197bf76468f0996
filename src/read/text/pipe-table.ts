import { cleanCell } from "../cell-text.ts";
import type { Found } from "./finder.ts";
import { isPipeRow, isPipeRule, removeInlineMarks } from "./markdown.ts";
import { mendRows } from "./mend-rows.ts";
import { createTable, MOST_COLUMNS, type TextRow } from "./table-of-rows.ts";
import { FORM_FEED, isBlank, isPageNumber, type TextLine } from "./text-line.ts";

const FEWEST_ROWS = 2;
const MOST_GAP = 4;

/** Finds a Markdown pipe table; it goes on over blank lines with the same number of columns, its header not repeated. */
export function findPipeTable(lines: readonly TextLine[], at: number): Found | null {
  if (!isPipeRow(lines[at]!.text)) return null;
  const rows: TextRow[] = [];
  const header = lines[at]!.text;
  let next = at;
  let gap = 0;
  for (let here = at; here < lines.length && gap <= MOST_GAP; here++) {
    const { text, page } = lines[here]!;
    if (isPipeRow(text)) {
      const cells = splitCells(text);
      if (cells.length > MOST_COLUMNS || (gap > 0 && isOtherTable(lines, here, header, rows))) break;
      if (!isPipeRule(text) && !(gap > 0 && rows.length > 1 && text === header)) rows.push({ cells, page, gap });
      next = here + 1;
      gap = 0;
    } else if (isBlank(lines[here]!) || text === FORM_FEED || isPageNumber(text)) gap++;
    else break;
  }
  return rows.length < FEWEST_ROWS ? null : { blocks: [createTable(mendRows(rows))], next };
}

function isOtherTable(lines: readonly TextLine[], at: number, header: string, rows: readonly TextRow[]): boolean {
  const { text } = lines[at]!;
  const headed = lines[at + 1] !== undefined && isPipeRule(lines[at + 1]!.text);
  return (headed && text !== header) || splitCells(text).length !== rows[0]?.cells.length;
}

const splitCells = (text: string): string[] =>
  text
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cleanCell(removeInlineMarks(cell)));
