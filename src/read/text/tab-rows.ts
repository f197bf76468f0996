import { cleanCell } from "../cell-text.ts";
import type { TextRow } from "./table-of-rows.ts";

/** A line of a tab table: `tabs` how many it has, `gap` the blank lines above it. A line without a tab is part of a row. */
export interface TabLine {
  readonly text: string;
  readonly tabs: number;
  readonly page: number | null;
  readonly gap: number;
}

const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:[.．、]|$))/u;
const SENTENCE_END = /[。；！？]$/u;
/** A name, not a sentence: a sentence on the line above it is no part of it. */
const LABEL = /^[^。；！？]{1,30}$/u;
/** A row with tabs follows a line without within so many lines. */
const NEAR = 4;
const FORM_BLANKS_SHARE = 0.4;

/**
 * Makes rows of a table's lines. Where cells have line ends, a row is as many lines as have its full count of tabs
 * together; where the lines do not come out even, each line with a tab is a row.
 */
export function joinTabLines(lines: readonly TabLine[]): TextRow[] {
  if (lines.every(({ tabs }) => tabs > 0)) return lines.map(createRow);
  const counted = losesBlanks(lines) ? null : joinByCount(lines, lines[0]!.tabs);
  return (counted ?? joinByLine(lines)).map(createRow);
}

const createRow = ({ text, page, gap }: TabLine): TextRow => ({ cells: text.split("\t").map(cleanCell), page, gap });

function joinByCount(lines: readonly TabLine[], full: number): TabLine[] | null {
  const rows: TabLine[] = [];
  for (const [index, line] of lines.entries()) {
    const above = rows.at(-1);
    const open =
      above !== undefined &&
      (above.tabs < full || (line.tabs === 0 && rows.length > 1 && endsAbove(above, lines, index)));
    if (open) rows[rows.length - 1] = append(above, line);
    else rows.push(line);
    if (rows.at(-1)!.tabs > full) return null;
  }
  return rows.at(-1)!.tabs === full ? rows : null;
}

const append = (above: TabLine, below: TabLine): TabLine => ({
  ...above,
  text: `${above.text}\n${below.text.trimEnd() === "" ? "" : below.text}`,
  tabs: above.tabs + below.tabs,
});

/** Whether a line without tabs is the rest of the row above rather than the beginning of the label below. */
function endsAbove(above: TabLine, lines: readonly TabLine[], index: number): boolean {
  const last = above.text.split("\t").at(-1)!.trim();
  const following =
    lines
      .slice(index + 1, index + 1 + NEAR)
      .find(({ tabs }) => tabs > 0)
      ?.text.split("\t")[0] ?? "";
  if (following.trim() === "" || NUMBERING.test(following.trim())) return true;
  if (SENTENCE_END.test(lines[index]!.text.trim()) && LABEL.test(following.trim())) return true;
  return last !== "" && !SENTENCE_END.test(last) && !NUMBERING.test(lines[index]!.text.trim());
}

/** In a blank form a line without a tab is a label whose blanks were lost; in any other table it is part of a cell. */
function joinByLine(lines: readonly TabLine[]): TabLine[] {
  if (isForm(lines)) return [...lines];
  const rows: TabLine[] = [];
  let label: TabLine | null = null;
  for (const [index, line] of lines.entries()) {
    const above = rows.at(-1);
    if (line.tabs === 0 && label === null && above !== undefined && endsAbove(above, lines, index)) {
      rows[rows.length - 1] = append(above, line);
    } else if (line.tabs === 0) {
      label = label === null ? line : append(label, line);
    } else {
      rows.push(label === null ? line : append(label, line));
      label = null;
    }
  }
  return rows;
}

/** A blank form no line of which ends with a tab has lost its last blanks: its tabs do not count the columns. */
const losesBlanks = (lines: readonly TabLine[]): boolean =>
  isForm(lines) && !lines.some(({ text }) => text.endsWith("\t"));

function isForm(lines: readonly TabLine[]): boolean {
  const rows = lines.filter(({ tabs }) => tabs > 0);
  const blank = rows.filter(({ text }) => text.split("\t").some((cell) => cell.trim() === ""));
  return blank.length >= rows.length * FORM_BLANKS_SHARE && !rows.some(({ text }) => /^\s*\d/.test(text));
}
