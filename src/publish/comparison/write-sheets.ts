import type { Comparison } from "../../../schemas/comparison.ts";
import type { Matrix } from "../../../schemas/matrix.ts";
import type { CellStyle, Sheet, Cell as SheetCell } from "../xlsx/workbook.ts";
import { writeWorkbook } from "../xlsx/write-workbook.ts";
import { DIRECTION, LOCAL, TEMPLATE } from "./labels.ts";
import { matrixTables } from "./matrix-tables.ts";
import { comparisonTables, type ReportTable } from "./report-tables.ts";
import { nameOf } from "./summary-section.ts";

/** Writes comparisons, and the matrix of their plans, as XLSX: a sheet a section, the rows of all comparisons below each other. */
export function writeComparisonSheets(comparisons: readonly Comparison[], matrix: Matrix | null): Uint8Array {
  const tables = [
    ...(matrix ? matrixTables(matrix) : []),
    ...(comparisons.length > 0 ? [overview(comparisons), ...joinTables(comparisons)] : []),
  ];
  return writeWorkbook({ sheets: tables.map(writeSheet) });
}

/** Which plans, and how much of each template is kept. */
const overview = (comparisons: readonly Comparison[]): ReportTable => ({
  title: { zh: "概况", en: "Overview" },
  columns: [TEMPLATE, LOCAL, { zh: "覆盖率", en: "coverage" }, DIRECTION.stricter, DIRECTION.looser],
  rows: comparisons.map(({ template, local, summary }) => [
    nameOf(template),
    nameOf(local),
    summary.coverage,
    summary.stricter,
    summary.looser,
  ]),
});

/** The tables of one section below each other; with the names of the two plans in front where there are several pairs. */
function joinTables(comparisons: readonly Comparison[]): ReportTable[] {
  const isOne = comparisons.length === 1;
  const all = comparisons.map((comparison) => ({
    names: isOne ? [] : [nameOf(comparison.template), nameOf(comparison.local)],
    tables: comparisonTables(comparison),
  }));
  return (all[0]?.tables ?? []).map(({ title, columns }, at) => ({
    title,
    columns: [...(isOne ? [] : [TEMPLATE, LOCAL]), ...columns],
    rows: all.flatMap(({ names, tables }) => tables[at]!.rows.map((cells) => [...names, ...cells])),
  }));
}

const HEAD: CellStyle = { bold: true, fill: "E9EDF2", border: true, wrap: true, vertical: "center" };
const BODY: CellStyle = { border: true, wrap: true, vertical: "top" };

function writeSheet({ title, columns, rows }: ReportTable): Sheet {
  const head = columns.map(({ zh, en }): SheetCell => ({ value: en === "" ? zh : `${zh} ${en}`, style: HEAD }));
  const body = rows.map((cells) =>
    cells.map((value): SheetCell => ({ value: value === "" ? null : value, style: BODY })),
  );
  return {
    name: title.zh,
    rows: [head, ...body],
    columns: columns.map(({ zh }, at) => ({ width: widthOf([zh, ...rows.map((cells) => cells[at] ?? null)]) })),
    frozen: { rows: 1, columns: 0 },
    repeated: { first: 0, last: 0 },
    ...(rows.length > 0 ? { filter: { top: 0, left: 0, bottom: rows.length, right: columns.length - 1 } } : {}),
  };
}

const LEAST = 8;
const MOST = 50;

/** Wide enough for the longest line, a Chinese character being two wide. */
const widthOf = (values: readonly (string | number | null)[]): number =>
  values.reduce<number>((width, value) => {
    const length = String(value ?? "").slice(0, MOST).length * (typeof value === "string" ? 2 : 1) + 2;
    return Math.min(MOST, Math.max(width, length));
  }, LEAST);
