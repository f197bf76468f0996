import { HEADER_WORD } from "./header-words.ts";
import { FORM_FEED, isBlank, isPageNumber, type TextLine } from "./text-line.ts";

/** A row whose cells have lines of their own, put together into one text; `end` is the first line behind it. */
export interface StackedRow {
  readonly text: string;
  readonly tabs: number;
  readonly end: number;
}

interface Taken {
  readonly texts: readonly string[];
  readonly end: number;
}

const MOST_ROW_LINES = 80;
const MOST_BLANKS = 3;
/** A browser's innerText puts four blank lines between rows whose cells hold paragraphs, one between paragraphs. */
const ROW_BLANKS = 3;
/** So many lines of a cell between two tabs need no further proof. */
const MANY_LINES = 3;
const LONGEST_LAST_LINE = 24;
const LONGEST_HEADER_LINE = 20;
const NUMBER = String.raw`\s*(?:[一二三四五六七八九十]{1,3}、?|[（(]?[\d０-９一二三四五六七八九十]{1,3}[）)]?[.．、]?)\s*`;
const NUMBERED = new RegExp(`^${NUMBER}\t`, "u");
/** What alone on a line can only be a row's first cell. */
const FIRST_CELL = new RegExp(`^(?:${NUMBER}|\\s*[合总小共]\\s*[计分]\\s*)$`, "u");
const SERIAL_HEADER = /^\s*序\s*号(?:\t|\s*$)/u;
const TOTAL = /^(?:.{0,6}\t)?\s*(?:合|总|小|共)\s*(?:计|分)\s*(?:\t|$)/u;
const BELOW_TABLE = /^\s*(?:说明|备注|注|附件|附表|附录|表)\s*(?:[：:\d０-９一二三四五六七八九十]|$)/u;
const CHAPTER = /^\s*[一二三四五六七八九十]{1,3}、\S/u;
const SENTENCE = /[。；：:，！？]|\d\s*[年月日]/u;
const ITEM = /^\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])/u;

/**
 * Takes a row that a page's text export has spread over lines: a cell's paragraphs stand on lines of their own between
 * the tabs (`1⇥督查⇥5⇥`, `text`, ``, `text`, `⇥县水利局`). The count of tabs, `full` in a whole row, tells where the row
 * ends. Null where the row stands in one line, the tabs do not come out even, or nothing shows that the cells have
 * paragraphs (in a blank form such a line is a label). `proven` where the table has had such a row.
 */
export function takeStackedRow(
  lines: readonly TextLine[],
  at: number,
  full: number,
  proven: boolean,
): StackedRow | null {
  if (!lines[at]!.text.includes("\t") && !opensBelow(lines, at, proven)) return null;
  const taken = takeLines(lines, at, full, proven);
  if (taken === null) return null;
  const open = taken.texts.at(-1)!.endsWith("\t") && !TOTAL.test(taken.texts[0]!);
  const last = open ? takeLastCell(lines, taken.end, proven || taken.stacked) : { texts: [], end: taken.end };
  if (!taken.stacked && last.texts.length === 0) return null;
  return { text: joinLines([...taken.texts, ...last.texts]), tabs: full, end: last.end };
}

/** Takes a header whose words stand each on a line of its own between lone tabs, up to the row with the first number. */
export function takeStackedHeader(lines: readonly TextLine[], at: number): StackedRow | null {
  const first = lines[at]!.text;
  if (!HEADER_WORD.test(first) || !isHeaderLine(first) || !leadsWithTab(lines, at + 1)) return null;
  const texts = [first];
  let blanks = 0;
  let end = at + 1;
  for (; end < Math.min(lines.length, at + MOST_ROW_LINES); end++) {
    const line = lines[end]!;
    const ended = FIRST_CELL.test(line.text) ? leadsWithTab(lines, end + 1) : blanks >= ROW_BLANKS && !isGap(line);
    if (ended && texts.length > 1) break;
    blanks = isGap(line) ? blanks + 1 : 0;
    if (!isHeaderLine(line.text)) return null;
    if (blanks === 0) texts.push(line.text);
  }
  const text = joinLines(texts);
  return countTabs(text) > 1 && end < lines.length ? { text, tabs: countTabs(text), end } : null;
}

/** A header's word without a tab of its own, or the lone tab between two words. */
const isHeaderLine = (text: string): boolean =>
  text.trim() === "" || (!text.includes("\t") && !SENTENCE.test(text) && text.trim().length <= LONGEST_HEADER_LINE);

/** Whether the next line with text begins with a tab: what stands above it is the row's first cell. */
function leadsWithTab(lines: readonly TextLine[], start: number): boolean {
  const next = lines.slice(start, start + MOST_BLANKS).find((line) => !isGap(line));
  return next?.text.startsWith("\t") ?? false;
}

const opensBelow = (lines: readonly TextLine[], at: number, proven: boolean): boolean =>
  proven && !SENTENCE.test(lines[at]!.text) && !BELOW_TABLE.test(lines[at]!.text) && leadsWithTab(lines, at + 1);

/** The lines from the row's first to the one that has its last tab. */
function takeLines(
  lines: readonly TextLine[],
  at: number,
  full: number,
  proven: boolean,
): (Taken & { stacked: boolean }) | null {
  const texts = [lines[at]!.text];
  let tabs = countTabs(texts[0]!);
  let blanks = 0;
  let gaps = 0;
  let end = at + 1;
  for (; tabs < full; end++) {
    const line = lines[end];
    if (line === undefined || end - at > MOST_ROW_LINES || blanks > MOST_BLANKS) return null;
    blanks = isGap(line) ? blanks + 1 : 0;
    gaps += Math.min(1, blanks);
    if (blanks > 0) continue;
    if (BELOW_TABLE.test(line.text) || NUMBERED.test(line.text)) return null;
    tabs += countTabs(line.text);
    texts.push(line.text);
  }
  return tabs === full ? { texts, end, stacked: isStacked(texts, gaps, proven) } : null;
}

/** A cell whose text begins and ends beside its tabs, or a numbered row with a cell of more lines than a wrap gives. */
function isStacked(texts: readonly string[], gaps: number, proven: boolean): boolean {
  const inside = texts.filter((text) => !text.includes("\t")).length;
  const opened = texts.slice(0, -1).some((text) => text.endsWith("\t"));
  const closed = texts.slice(1).some((text) => text.startsWith("\t"));
  const sure = proven || NUMBERED.test(texts[0]!);
  return inside > 0 && ((opened && closed) || (sure && (opened || closed || gaps > 0 || inside >= MANY_LINES)));
}

/**
 * The lines of a last cell that begins below its tab. They go up to the next row; in a blank form such a line is a
 * label, so only a numbered row or a table of such rows proves them.
 */
function takeLastCell(lines: readonly TextLine[], start: number, proven: boolean): Taken {
  const texts: string[] = [];
  const none = { texts: [], end: start };
  let end = start;
  let blanks = 0;
  for (let at = start; at < Math.min(lines.length, start + MOST_ROW_LINES); at++) {
    const line = lines[at]!;
    if (line.text.includes("\t") && !SERIAL_HEADER.test(line.text)) {
      return proven || NUMBERED.test(line.text) ? { texts, end: texts.length > 0 ? at : start } : none;
    }
    blanks = isGap(line) ? blanks + 1 : 0;
    if (blanks >= ROW_BLANKS) return proven ? { texts, end } : none;
    if (blanks > 0 && !proven && texts.length === 0) return none;
    if (blanks > 0) continue;
    if (FIRST_CELL.test(line.text) && leadsWithTab(lines, at + 1)) return { texts, end };
    if (BELOW_TABLE.test(line.text) || CHAPTER.test(line.text) || SERIAL_HEADER.test(line.text)) break;
    texts.push(line.text);
    end = at + 1;
  }
  return proven ? takeToTableEnd(lines, start) : none;
}

/** Where no row follows: the line directly below the tab, then short lines and numbered items. */
function takeToTableEnd(lines: readonly TextLine[], start: number): Taken {
  const texts: string[] = [];
  let end = start;
  for (let at = start; at < lines.length && at - end <= 1; at++) {
    const { text } = lines[at]!;
    if (isGap(lines[at]!)) {
      if (at === start) break;
      continue;
    }
    const cell = text.trim().length <= LONGEST_LAST_LINE && !SENTENCE.test(text);
    if (BELOW_TABLE.test(text) || CHAPTER.test(text) || !(cell || at === start || ITEM.test(text))) break;
    texts.push(text);
    end = at + 1;
  }
  return { texts, end };
}

/** Lines of one row as one text: the line ends between them are those of the cells, none stands beside a tab. */
const joinLines = (texts: readonly string[]): string => texts.join("\n").split("\t").map(trimLines).join("\t");

const trimLines = (cell: string): string =>
  cell
    .split("\n")
    .flatMap((line) => line.trim() || [])
    .join("\n");

const countTabs = (text: string): number => text.split("\t").length - 1;

const isGap = (line: TextLine): boolean =>
  !line.text.includes("\t") && (isBlank(line) || line.text === FORM_FEED || isPageNumber(line.text));
