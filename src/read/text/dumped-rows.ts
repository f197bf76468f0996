import { isPageNumber, type TextLine } from "./text-line.ts";

/** A numbered row of a table whose text was dumped without markup: `points` the numbers behind its text, `remark` what follows them. */
export interface DumpedRow {
  readonly number: string;
  readonly text: string;
  readonly points: readonly string[];
  readonly remark: string;
  readonly page: number | null;
}

/** A category's words, drawn when `before` rows had been drawn. */
export interface DumpedLabel {
  readonly text: string;
  readonly before: number;
  readonly page: number | null;
}

export interface DumpedTable {
  readonly rows: readonly DumpedRow[];
  readonly labels: readonly DumpedLabel[];
  readonly total: { readonly label: string; readonly points: readonly string[]; readonly page: number | null } | null;
  readonly next: number;
}

const POINTS = /^\d{1,3}(?:\.\d{1,2})?(?:\s+\d{1,3}(?:\.\d{1,2})?){0,8}$/;
const TEXT_AND_POINTS = /^(.*\S)\s+(\d{1,3}(?:\.\d{1,2})?)$/;
const TEXT_POINTS_REMARK = /^(.*\S)\s+(\d{1,3}(?:\.\d{1,2})?)\s+(\S.*)$/;
const POINTS_AND_REMARK = /^(\d{1,3}(?:\.\d{1,2})?)\s+(\S.*)$/;
const TOTAL = /^((?:合\s*计|总\s*计|共\s*计|总\s*分)[^\d\s]{0,6})\s*((?:\d{1,4}(?:\.\d{1,2})?\s*){1,9})$/u;
const NO_LABEL = /[。；]|^(?:说明|备注|注|附件|要求)\s*[：:]?/u;
const NUMBERED = /^[（(]?([一二三四五六七八九十]{1,3})(?:[）)]、?|[、．.])/u;
const HAN_DIGITS = "一二三四五六七八九十";
const LONGEST_LINE = 300;
const LONGEST_LABEL_LINE = 25;
const MOST_LABEL_LINES = 10;
const MOST_TEXT_LINES = 40;

/** What the header says of the rows: its lines, which a page may draw again, and whether text follows the points. */
export interface DumpedHeader {
  readonly lines: ReadonlySet<string>;
  readonly hasRemarks: boolean;
}

/**
 * Reads rows `1 text… points`, `2 text… points`, … from the line with the number 1 on. A row is closed by its points;
 * short lines between a closed row and the next number are a category's words.
 */
export function readDumpedRows(lines: readonly TextLine[], start: number, header: DumpedHeader): DumpedTable {
  const rows: DumpedRow[] = [];
  const labels: DumpedLabel[] = [];
  let total: DumpedTable["total"] = null;
  let next = start;
  let loose: string[] = [];
  for (let at = start; at < lines.length && total === null; at++) {
    const { page, ...line } = lines[at]!;
    const text = line.text.trim();
    if (text === "" || isPageNumber(text) || header.lines.has(text)) continue;
    const ended = TOTAL.exec(text);
    const opened = ended ? null : openRow(text, rows.length + 1);
    const row = opened ? closeRow(lines, at, opened.text, header.hasRemarks) : null;
    if (!row && !ended) {
      if (opened || !isLabelLine(text) || !isInTurn(text, labels.length)) break;
      if (loose.push(text) > MOST_LABEL_LINES) break;
      continue;
    }
    const words = [...loose, opened?.label ?? ""].join("");
    if (words !== "") labels.push({ text: words, before: rows.length, page });
    if (ended) total = { label: ended[1]!, points: ended[2]!.trim().split(/\s+/), page };
    if (row) rows.push({ ...row.values, number: String(rows.length + 1), page });
    next = (row?.last ?? at) + 1;
    at = next - 1;
    loose = [];
  }
  return { rows, labels, total, next };
}

/** `4`, `4 执法力量…`, `建立机制 4 执法力量…`: the row's number, alone or with what stands round it on its line. */
function openRow(text: string, number: number): { label: string; text: string } | null {
  const [label = "", ...rest] = text.split(/\s+/);
  if (isNumber(label, number)) return { label: "", text: text.slice(label.length).trim() };
  if (rest.length < 2 || !isNumber(rest[0]!, number) || !isLabelLine(label)) return null;
  return { label, text: rest.slice(1).join(" ") };
}

const isNumber = (word: string, number: number): boolean => word.replace(/[.．、]$/, "") === String(number);

type RowValues = Pick<DumpedRow, "text" | "points" | "remark">;

/** Takes lines until the points stand alone on a line, at a line's end, or before a remark; null where they never do. */
function closeRow(
  lines: readonly TextLine[],
  start: number,
  first: string,
  hasRemarks: boolean,
): { values: RowValues; last: number } | null {
  let text = "";
  for (let at = start; at < Math.min(lines.length, start + MOST_TEXT_LINES); at++) {
    const line = at === start ? first : lines[at]!.text.trim();
    if (line.length > LONGEST_LINE) return null;
    if (line === "" || isPageNumber(line)) continue;
    const values = findClose(text, line, hasRemarks);
    if (values) return { values, last: at };
    text = joinWrapped(text, line);
  }
  return null;
}

function findClose(above: string, line: string, hasRemarks: boolean): RowValues | null {
  if (above !== "" && POINTS.test(line)) return { text: above, points: line.split(/\s+/), remark: "" };
  const ended = TEXT_AND_POINTS.exec(line);
  if (ended) return { text: joinWrapped(above, ended[1]!), points: [ended[2]!], remark: "" };
  if (!hasRemarks) return null;
  const led = above === "" ? null : POINTS_AND_REMARK.exec(line);
  if (led) return { text: above, points: [led[1]!], remark: led[2]! };
  const whole = TEXT_POINTS_REMARK.exec(line);
  return whole ? { text: joinWrapped(above, whole[1]!), points: [whole[2]!], remark: whole[3]! } : null;
}

const isLabelLine = (text: string): boolean => text.length <= LONGEST_LABEL_LINE && !NO_LABEL.test(text);

/** `二、服务功能` names the second category; with another number it is a chapter that follows the table. */
function isInTurn(text: string, labels: number): boolean {
  const number = NUMBERED.exec(text)?.[1];
  return number === undefined || number === HAN_DIGITS[labels];
}

/** A wrap between two Latin words was a space, any other was nothing. */
export const joinWrapped = (above: string, below: string): string =>
  /[A-Za-z,.]$/.test(above) && /^[A-Za-z]/.test(below) ? `${above} ${below}` : above + below;
