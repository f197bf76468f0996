import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { ReadableTable } from "../readable/readable.ts";
import { xmlText } from "./xml-text.ts";

/** The width between the margins of A4, in twentieths of a point. */
const WIDTH = 9306;
/** Half points: 小五. */
const SIZE = 18;

/** Writes a table whose heading comes again on each page; equal neighbours of merged columns are one cell. */
export function writeTable({ columns, rows, merged, widths }: ReadableTable): Table {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / sum) * WIDTH));
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((text, at) => cell(text, columnWidths[at]!, { head: true, span: 1 })),
  });
  const spans = spansOf(rows, merged);
  const body = rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        children: row.flatMap((text, column) => {
          const span = spans[column]?.[at] ?? 1;
          return span === 0 ? [] : [cell(text, columnWidths[column]!, { head: false, span })];
        }),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths,
    rows: [head, ...body],
  });
}

const cell = (text: string, width: number, { head, span }: { head: boolean; span: number }): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    ...(span > 1 ? { rowSpan: span } : {}),
    ...(head ? { shading: { fill: "E3E8F0" } } : {}),
    children: text.split("\n").map(
      (line) =>
        new Paragraph({
          ...(head ? { alignment: AlignmentType.CENTER } : {}),
          children: [new TextRun({ text: xmlText(line), size: SIZE, bold: head })],
        }),
    ),
  });

/**
 * How many rows the cell of each merged column covers: 0 where one above covers it. A run ends where a merged column to the left
 * changes, and an empty text stands alone.
 */
function spansOf(rows: readonly (readonly string[])[], merged: readonly number[]): Readonly<Record<number, number[]>> {
  return Object.fromEntries(
    merged.map((column) => {
      const keyOf = (row: readonly string[]): string =>
        row[column] === "" ? "" : JSON.stringify(merged.filter((at) => at <= column).map((at) => row[at]));
      const spans = rows.map(() => 1);
      for (let at = 1, first = 0; at < rows.length; at++) {
        const key = keyOf(rows[at]!);
        if (key === "" || key !== keyOf(rows[first]!)) first = at;
        else {
          spans[at] = 0;
          spans[first]!++;
        }
      }
      return [column, spans];
    }),
  );
}
