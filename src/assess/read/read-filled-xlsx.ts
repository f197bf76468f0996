import { STANDARD_MARK, SUBJECT_LABELS } from "../../core/sheet-columns.ts";
import { AssessError } from "../assess-error.ts";
import type { FilledSheet, Filling } from "../filled-sheet.ts";
import { readTableLines } from "./table-lines.ts";
import { openWorkbook, type SheetCells } from "./xlsx/open-workbook.ts";

/** A filled workbook: every sheet with the headings of a scoring sheet. Numbers that stand as text are not taken for numbers. */
export function readFilledXlsx(bytes: Uint8Array): FilledSheet[] {
  const sheets = openWorkbook(bytes);
  const filled = sheets.flatMap((sheet) => readSheet(sheet, sheets.length > 1));
  if (filled.length === 0) throw new AssessError("not-a-filled-sheet");
  return filled;
}

function readSheet({ name, rows }: SheetCells, several: boolean): FilledSheet[] {
  const placeOf = (row: number) => (several ? `${name} 第${row + 1}行` : `第${row + 1}行`);
  const lines = readTableLines({ rows, placeOf });
  if (!lines) return [];
  return [
    {
      standard: findStandard(rows),
      subject: beside(rows, SUBJECT_LABELS.subject),
      assessor: beside(rows, SUBJECT_LABELS.assessor),
      date: dateOf(beside(rows, SUBJECT_LABELS.date)),
      textNumbers: false,
      lines,
    },
  ];
}

/** `#standard-0a1b2c3d4e` in the first cell. */
function findStandard(rows: SheetCells["rows"]): string | null {
  const first = rows[0]?.[0];
  return typeof first === "string" && first.startsWith(STANDARD_MARK) ? first.slice(STANDARD_MARK.length) : null;
}

/** What was written in the first cell with anything in it behind a label, before the next label. */
function beside(rows: SheetCells["rows"], label: string): string | null {
  const row = rows.slice(0, 6).find((cells) => cells.includes(label));
  const behind = row?.slice(row.indexOf(label) + 1).find((cell) => cell !== null && cell !== "");
  return behind === undefined || isLabel(behind) ? null : String(behind);
}

/** Spreadsheets keep a date as its days since 1899-12-30 (ECMA-376 Part 1 §18.17.4.1). */
const dateOf = (text: string | null): string | null =>
  text !== null && /^[1-9]\d{4}$/u.test(text)
    ? new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10)
    : text;

const isLabel = (cell: Filling): boolean => (Object.values(SUBJECT_LABELS) as Filling[]).includes(cell);
