import type { PublishedStandard } from "../../../schemas/published-standard.ts";
import { NOT_A_LINE, STANDARD_MARK, SUBJECT_LABELS } from "../../core/sheet-columns.ts";
import { LOOKS } from "../sheets/looks.ts";
import { rowHeight } from "../sheets/row-height.ts";
import { cellName } from "../xlsx/references.ts";
import type { Cell, CellStyle, Condition, Range, Sheet } from "../xlsx/workbook.ts";
import { type ColumnPlan, planColumns } from "./columns.ts";
import { mergeRuns } from "./merge-runs.ts";
import { INVALID } from "./row-formulas.ts";
import { FIRST_LINE, lineCells, type ScoringLine, scoringLines } from "./scoring-lines.ts";
import { spread } from "./spread.ts";
import { RESULT_WORDS, type SumLine, type Sums, sumLines } from "./sums.ts";

/**
 * The sheet that an assessor fills in: merged categories, a cell for each row with what may be typed, what is counted of it, sums by
 * category and in all, bonuses and vetoes, and the result, which also stands on top. The first column holds the ids, hidden.
 */
export function scoringSheet(standard: PublishedStandard): Sheet {
  const columns = planColumns(standard);
  const lines = scoringLines(standard, columns);
  const sumsAt = FIRST_LINE + lines.length;
  const sums = sumLines(standard, columns.at("counted"), sumsAt);
  const head = headRows(standard, columns, sums, sumsAt);
  const tail = [
    ...sums.lines.map((line) => sumRow(line, columns)),
    ...standard.notes.map((note) => noteRow(note, columns)),
  ];
  return {
    name: standard.title,
    columns: columns.widths.map((width, at) => ({ width, hidden: at === 0 })),
    rows: [
      ...head.map(({ cells }) => cells),
      ...lines.map((line) => lineCells(line, columns)),
      ...tail.map(({ cells }) => cells),
    ],
    heights: heightsOf(lines, columns, standard.notes, sumsAt + sums.lines.length),
    merges: [
      ...head.flatMap(({ merges }, row) => merges.map(([left, right]) => ({ top: row, left, bottom: row, right }))),
      ...columnMerges(lines, columns),
      ...tail.flatMap(({ merges }, at) =>
        merges.map(([left, right]) => ({ top: sumsAt + at, left, bottom: sumsAt + at, right })),
      ),
    ],
    validations: lines.map(({ validation }) => validation),
    conditions: conditionsOf(columns, lines, sumsAt + sums.result),
    frozen: { rows: FIRST_LINE, columns: 0 },
    repeated: { first: FIRST_LINE - 1, last: FIRST_LINE - 1 },
  };
}

/** A row with the spans of columns that are merged in it. */
interface MergedRow {
  readonly cells: Cell[];
  readonly merges: readonly (readonly [number, number])[];
}

/** Title, who is assessed, the score, the headings. */
function headRows(standard: PublishedStandard, columns: ColumnPlan, sums: Sums, sumsAt: number): MergedRow[] {
  const last = columns.columns.length - 1;
  const mark = (value: string): Cell => ({ value, style: LOOKS.hidden });
  const pointTo = (line: number): Cell => ({
    value: null,
    formula: cellName(sumsAt + line, columns.at("counted")),
    style: LOOKS.result,
  });
  const { subject, assessor, date } = SUBJECT_LABELS;
  const blank: Cell = { value: null, style: LOOKS.aboutFill };
  return [
    spread(mark(`${STANDARD_MARK}${standard.id}`), last, [[1, last, { value: standard.title, style: LOOKS.title }]]),
    labelled(mark(NOT_A_LINE), columns, [subject, assessor, date], [blank, blank, blank]),
    labelled(
      mark(NOT_A_LINE),
      columns,
      [`${sums.lines[sums.score]!.label}：`, "合格线：", "结果："],
      [pointTo(sums.score), { value: standard.passMark ?? "未规定", style: LOOKS.sum }, pointTo(sums.result)],
    ),
    { cells: columns.headings.map((value): Cell => ({ value, style: LOOKS.heading })), merges: [] },
  ];
}

/** Three labels, each with its cell, over the width of the sheet. */
function labelled(mark: Cell, columns: ColumnPlan, labels: readonly string[], cells: readonly Cell[]): MergedRow {
  const [points, counted, remark] = [columns.at("points"), columns.at("counted"), columns.at("remark")];
  const label = (at: number): Cell => ({ value: labels[at]!, style: LOOKS.aboutLabel });
  return spread(mark, remark, [
    [1, 1, label(0)],
    [2, points - 1, cells[0]!],
    [points, points, label(1)],
    [points + 1, counted - 1, cells[1]!],
    [counted, counted, label(2)],
    [remark, remark, cells[2]!],
  ]);
}

function sumRow({ label, max, formula, value }: SumLine, columns: ColumnPlan): MergedRow {
  const [points, counted, remark] = [columns.at("points"), columns.at("counted"), columns.at("remark")];
  const style: CellStyle = LOOKS.sum;
  const sum: Cell = formula === null ? { value, style } : { value, formula, style };
  return spread({ value: NOT_A_LINE, style: LOOKS.hidden }, remark, [
    [1, points - 1, { value: label, style: { ...style, horizontal: "right" } }],
    [points, points, { value: max, style }],
    [points + 1, counted - 1, { value: null, style }],
    [counted, counted, sum],
    [remark, remark, { value: null, style }],
  ]);
}

const noteRow = (note: string, columns: ColumnPlan): MergedRow => {
  const last = columns.columns.length - 1;
  return spread({ value: NOT_A_LINE, style: LOOKS.hidden }, last, [[1, last, { value: note, style: LOOKS.note }]]);
};

/** Categories, and second-level categories within one category. */
function columnMerges(lines: readonly ScoringLine[], columns: ColumnPlan): Range[] {
  const keys = lines.map(({ line }) => (line.category === null ? null : String(line.category)));
  const subkeys = lines.map(({ line }) =>
    line.subcategory === null ? null : JSON.stringify([line.category, line.subcategory]),
  );
  return [
    ...mergeRuns(keys, FIRST_LINE, columns.at("category")),
    ...(columns.at("subcategory") < 0 ? [] : mergeRuns(subkeys, FIRST_LINE, columns.at("subcategory"))),
  ];
}

function heightsOf(
  lines: readonly ScoringLine[],
  columns: ColumnPlan,
  notes: readonly string[],
  notesAt: number,
): Map<number, number> {
  const shown = columns.columns.flatMap((column, at) =>
    column === "id" || column === "counted" || column === "category" ? [] : [{ column, width: columns.widths[at]! }],
  );
  const width = columns.widths.slice(1).reduce((sum, one) => sum + one, 0);
  return new Map([
    ...HEAD_HEIGHTS.map((height, row): [number, number] => [row, height]),
    ...lines.map(({ line, row }): [number, number] => [
      row,
      rowHeight(shown.map((one) => ({ text: line[one.column], width: one.width }))),
    ]),
    ...notes.map((text, at): [number, number] => [notesAt + at, rowHeight([{ text, width }])]),
  ]);
}

/** Title, who is assessed, the score, the headings. */
const HEAD_HEIGHTS = [36, 24, 26, 34];

/** What cannot be counted is red; the result is green, red or amber. */
function conditionsOf(columns: ColumnPlan, lines: readonly ScoringLine[], resultRow: number): Condition[] {
  const [value, counted, remark] = [columns.at("value"), columns.at("counted"), columns.at("remark")];
  const filled = { top: FIRST_LINE, left: value, bottom: FIRST_LINE + Math.max(1, lines.length) - 1, right: counted };
  const results: Range[] = [
    { top: resultRow, left: counted, bottom: resultRow, right: counted },
    { top: 2, left: remark, bottom: 2, right: remark },
  ];
  const invalid = `$${cellName(FIRST_LINE, counted)}="${INVALID}"`;
  return [
    { range: filled, formula: invalid, style: { bold: true, color: "9C0006", fill: "FFC7CE" } },
    ...results.flatMap((range) =>
      RESULT_COLOURS.map(([result, style]) => ({
        range,
        formula: `${cellName(range.top, range.left)}="${RESULT_WORDS[result]}"`,
        style,
      })),
    ),
  ];
}

const RESULT_COLOURS = [
  ["pass", { color: "006100", fill: "C6EFCE" }],
  ["fail", { color: "9C0006", fill: "FFC7CE" }],
  ["incomplete", { color: "7F4F00", fill: "FFEB9C" }],
] as const;
