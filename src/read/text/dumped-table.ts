import type { SourceCell, SourceTable } from "../../core/source-block.ts";
import { closeUpCharacters } from "../cell-text.ts";
import { type DumpedTable, readDumpedRows } from "./dumped-rows.ts";
import type { Found } from "./finder.ts";
import { HEADER_WORD } from "./header-words.ts";
import { placeLabels } from "./place-labels.ts";
import { createCell } from "./table-of-rows.ts";
import type { TextLine } from "./text-line.ts";

const NOT_HEADER = /[。；：，]/u;
/** `绿色社区创建标准（试行）`: one long word is the title above the header. */
const TITLE = /^\S{9,}$/u;
const MOST_HEADER_LINES = 10;
const LONGEST_HEADER_LINE = 40;
const FEWEST_ROWS = 3;
const POINTS_WORD = /分/u;
const SCORE_WORD = /^(?:自评|自查|考评|实际|评定|最后)?得?\s*分(?:数)?(?:[（(].*)?$|^扣\s*分$|得分/u;
const SERIAL_WORD = /^(?:序|编)号$/;
const STATED_SUM = /[（(]\s*(?:共|计)?\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[）)]$/u;

/**
 * Finds a table of points that a PDF dump has left without markup: header words, then `1`, text lines, points, `2`, …,
 * the words of merged category cells in between. Rows numbered from 1 without a gap, each closed by points, prove it.
 */
export function findDumpedTable(lines: readonly TextLine[], at: number): Found | null {
  const start = findFirstRow(lines, at);
  if (start === null) return null;
  const header = lines.slice(at, start).flatMap((line) => line.text.trim() || []);
  const words = joinHeaderWords(header);
  const columns = findPointColumns(words);
  const dumped = readDumpedRows(lines, start, { lines: new Set(header), hasRemarks: columns.some(isRemark) });
  if (dumped.rows.length < FEWEST_ROWS) return null;
  const leading = words.slice(0, words.length - columns.length);
  return { blocks: [layOut(dumped, leading, columns, lines[at]!.page)], next: dumped.next };
}

/** The line with the number 1, where only header words stand from `at` up to it; a blank line may part them from it. */
function findFirstRow(lines: readonly TextLine[], at: number): number | null {
  if (!HEADER_WORD.test(lines[at]!.text) || TITLE.test(lines[at]!.text.trim())) return null;
  let ended = false;
  for (let here = at; here < Math.min(lines.length, at + MOST_HEADER_LINES); here++) {
    const text = lines[here]!.text.trim();
    if (here > at && /^1(?:[.．、]?\s|$)/.test(text)) return here;
    if (text !== "" && (ended || text.length > LONGEST_HEADER_LINE || NOT_HEADER.test(text))) return null;
    ended ||= text === "";
  }
  return null;
}

/** Header words, one a column; a bracket on a line of its own belongs to the word above: `标准分` `（100分）`. */
function joinHeaderWords(lines: readonly string[]): string[] {
  const words: string[] = [];
  for (const word of lines.flatMap((line) => closeUpCharacters(line).split(/\s+/))) {
    if (/^[（(]/.test(word) && words.length > 0) words.push(`${words.pop()}${word}`);
    else words.push(word);
  }
  return words;
}

/** The header's words from the points on: `分值（分）`, `评分办法`, `得分`. */
function findPointColumns(words: readonly string[]): string[] {
  const points = words.findIndex((word) => POINTS_WORD.test(word));
  return points === -1 ? [] : words.slice(points);
}

const isRemark = (word: string, index: number): boolean => index > 0 && !SCORE_WORD.test(word);

/** Columns: category where there are labels, number, text, then those from the points on. */
function layOut(
  dumped: DumpedTable,
  leading: readonly string[],
  points: readonly string[],
  page: number | null,
): SourceTable {
  const lead = dumped.labels.length > 0 ? 1 : 0;
  const most = Math.max(1, ...dumped.rows.map((row) => row.points.length));
  const columns = [...points, ...Array<string>(Math.max(0, most - points.length)).fill("")];
  const cells = [
    ...layOutHeader(leading, lead, page),
    ...columns.map((word, index) => createCell(word, 0, lead + 2 + index, page)),
    ...layOutRows(dumped, lead, columns),
    ...layOutLabels(dumped),
    ...layOutTotal(dumped, lead, columns.length),
  ];
  return { kind: "table", cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column) };
}

/** The words before the points: with 序号 each has its column, else the last runs over number and text. */
function layOutHeader(words: readonly string[], lead: number, page: number | null): SourceCell[] {
  const serial = words.findIndex((word) => SERIAL_WORD.test(word));
  const others = words.filter((_, index) => index !== serial);
  const text = others.at(-1) ?? "";
  const cells = lead === 1 ? [createCell(others.slice(0, -1).join(""), 0, 0, page)] : [];
  if (serial === -1) return [...cells, createCell(lead === 1 ? text : others.join(""), 0, lead, page, 1, 2)];
  return [
    ...cells,
    createCell(words[serial]!, 0, lead, page),
    createCell(lead === 1 ? text : others.join(""), 0, lead + 1, page),
  ];
}

function layOutRows(dumped: DumpedTable, lead: number, columns: readonly string[]): SourceCell[] {
  return dumped.rows.flatMap(({ number, text, points, remark, page }, index) =>
    [number, closeUpCharacters(text), ...fillColumns(columns, points, remark)].map((cell, column) =>
      createCell(cell, index + 1, lead + column, page),
    ),
  );
}

/** Numbers go to the columns of numbers in their order, the remark to those of text, by its spaces where these fit. */
function fillColumns(columns: readonly string[], points: readonly string[], remark: string): string[] {
  const texts = columns.filter(isRemark).length;
  const pieces = remark.split(/\s+/);
  const remarks = pieces.length === texts ? pieces : [remark];
  const numbers = [...points];
  return columns.map(
    (word, index) => (isRemark(word, index) && remark !== "" ? remarks.shift() : numbers.shift()) ?? "",
  );
}

function layOutLabels({ labels, rows }: DumpedTable): SourceCell[] {
  const groups = placeLabels(
    labels.map(({ before }) => before),
    rows.map(({ points }) => Number(points[0])),
    labels.map(({ text }) => findStatedSum(text)),
  );
  return labels.map(({ text, before, page }, index) => {
    // A label whose rows nothing proves stays at the row that it was drawn before.
    const { start, end } = groups?.[index] ?? { start: Math.min(before, rows.length - 1), end: null };
    return createCell(text, start + 1, 0, page, end === null ? 1 : end - start);
  });
}

const findStatedSum = (label: string): number | null => {
  const stated = STATED_SUM.exec(label)?.[1];
  return stated === undefined ? null : Number(stated);
};

function layOutTotal({ total, rows }: DumpedTable, lead: number, columns: number): SourceCell[] {
  if (total === null) return [];
  const row = rows.length + 1;
  const label = createCell(closeUpCharacters(total.label), row, 0, total.page, 1, lead + 2);
  const points = Array.from({ length: columns }, (_, index) => total.points[index] ?? "");
  return [label, ...points.map((text, index) => createCell(text, row, lead + 2 + index, total.page))];
}
