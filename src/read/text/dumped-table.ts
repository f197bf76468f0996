import type { SourceCell, SourceTable } from "../../core/source-block.ts";
import { closeUpCharacters } from "../cell-text.ts";
import { type DumpedTable, readDumpedRows } from "./dumped-rows.ts";
import type { Found } from "./finder.ts";
import { placeLabels } from "./place-labels.ts";
import { createCell } from "./table-of-rows.ts";
import type { TextLine } from "./text-line.ts";

const HEADER_WORD =
  /序\s*号|编\s*号|内\s*容|项\s*目|标\s*准|指\s*标|要\s*求|分\s*值|分\s*数|得\s*分|评\s*分|细\s*则|类\s*别|任\s*务/u;
const NOT_HEADER = /[。；：，]/u;
/** `绿色社区创建标准（试行）`: one long word is the title above the header. */
const TITLE = /^\S{9,}$/u;
const MOST_HEADER_LINES = 10;
const LONGEST_HEADER_LINE = 40;
const FEWEST_ROWS = 3;
const POINTS_WORD = /分/u;
const STATED_SUM = /[（(]\s*(?:共|计)?\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[）)]$/u;

/**
 * Finds a table of points that a PDF dump has left without markup: header words, then `1`, text lines, points, `2`, …,
 * the words of merged category cells in between. Rows numbered from 1 without a gap, each closed by points, prove it.
 */
export function findDumpedTable(lines: readonly TextLine[], at: number): Found | null {
  const start = findFirstRow(lines, at);
  if (start === null) return null;
  const header = lines.slice(at, start).map((line) => line.text.trim());
  const dumped = readDumpedRows(lines, start, new Set(header));
  if (dumped.rows.length < FEWEST_ROWS) return null;
  return { blocks: [layOut(dumped, joinHeaderWords(header), lines[at]!.page)], next: dumped.next };
}

/** The line with the number 1, where only header words stand from `at` up to it. */
function findFirstRow(lines: readonly TextLine[], at: number): number | null {
  if (!HEADER_WORD.test(lines[at]!.text) || TITLE.test(lines[at]!.text.trim())) return null;
  for (let here = at; here < Math.min(lines.length, at + MOST_HEADER_LINES); here++) {
    const text = lines[here]!.text.trim();
    if (here > at && /^1(?:[.．、]?\s|$)/.test(text)) return here;
    if (text === "" || text.length > LONGEST_HEADER_LINE || NOT_HEADER.test(text)) return null;
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

/** Columns: category where there are labels, number, text, one for each number of points, those the header has besides. */
function layOut(dumped: DumpedTable, words: readonly string[], page: number | null): SourceTable {
  const lead = dumped.labels.length > 0 ? 1 : 0;
  const pointsWord = words.findIndex((word) => POINTS_WORD.test(word));
  const before = pointsWord === -1 ? words.length : pointsWord;
  const pointColumns = Math.max(1, words.length - before, ...dumped.rows.map((row) => row.points.length));
  const width = lead + 2 + pointColumns;
  const cells = [
    ...layOutHeader(words, before, lead + 2, page),
    ...layOutRows(dumped, lead, width),
    ...layOutTotal(dumped, lead, width),
  ];
  return { kind: "table", cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column) };
}

/** Words before the points take the columns before them; a missing word means that the last runs over number and text. */
function layOutHeader(words: readonly string[], before: number, columns: number, page: number | null): SourceCell[] {
  const leading = words.slice(0, Math.min(before, columns));
  const cells = leading.map((word, column) => {
    const last = column === leading.length - 1;
    return createCell(word, 0, column, page, 1, last ? columns - column : 1);
  });
  return [...cells, ...words.slice(before).map((word, index) => createCell(word, 0, columns + index, page))];
}

function layOutRows(dumped: DumpedTable, lead: number, width: number): SourceCell[] {
  const groups = placeLabels(
    dumped.labels.map(({ before }) => before),
    dumped.rows.map(({ points }) => Number(points[0])),
    dumped.labels.map(({ text }) => findStatedSum(text)),
  );
  const rows = dumped.rows.flatMap(({ number, text, points, page }, index) =>
    [number, closeUpCharacters(text), ...points, ...Array<string>(width - lead - 2 - points.length).fill("")].map(
      (cell, column) => createCell(cell, index + 1, lead + column, page),
    ),
  );
  const labels = dumped.labels.map(({ text, before, page }, index) => {
    // A label whose rows nothing proves stays at the row that it was drawn before.
    const { start, end } = groups?.[index] ?? { start: Math.min(before, dumped.rows.length - 1), end: null };
    return createCell(text, start + 1, 0, page, end === null ? 1 : end - start);
  });
  return [...rows, ...labels];
}

const findStatedSum = (label: string): number | null => {
  const stated = STATED_SUM.exec(label)?.[1];
  return stated === undefined ? null : Number(stated);
};

function layOutTotal({ total, rows }: DumpedTable, lead: number, width: number): SourceCell[] {
  if (total === null) return [];
  const row = rows.length + 1;
  const points = [...total.points, ...Array<string>(width).fill("")].slice(0, width - lead - 2);
  const label = createCell(closeUpCharacters(total.label), row, 0, total.page, 1, lead + 2);
  return [label, ...points.map((text, index) => createCell(text, row, lead + 2 + index, total.page))];
}
