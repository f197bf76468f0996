import { FilledJson, type FilledRow, type FilledVeto } from "../../../schemas/filled-sheet.ts";
import type { LineKind } from "../../core/sheet-columns.ts";
import { AssessError } from "../assess-error.ts";
import type { FilledLine, FilledSheet, Filling } from "../filled-sheet.ts";

/** Reads `{ rows: [{ id | number, points | grade | met, remark }], bonus, vetoes }`, or a list of such sheets. */
export const readFilledJson = (value: unknown): FilledSheet[] => (Array.isArray(value) ? value : [value]).map(readOne);

function readOne(value: unknown): FilledSheet {
  const read = FilledJson.safeParse(value);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw new AssessError("not-a-filled-sheet", `${path.join(".")}: ${message}`);
  }
  const { standard, subject, assessor, date, rows, bonus = [], vetoes = [], veto = [] } = read.data;
  return {
    standard: standard ?? null,
    subject: subject ?? null,
    assessor: assessor ?? null,
    date: date ?? null,
    textNumbers: true,
    lines: [
      ...rows.map((row, at) => lineOf("row", `rows[${at}]`, row, fillingOf(row))),
      ...bonus.map((row, at) => lineOf("bonus", `bonus[${at}]`, row, fillingOf(row))),
      ...[...vetoes, ...veto].map((row, at) => vetoLine(row, `vetoes[${at}]`)),
    ],
  };
}

const fillingOf = ({ points, grade, met, value }: FilledRow): Filling => points ?? grade ?? met ?? value ?? null;

const lineOf = (kind: LineKind, place: string, row: FilledRow, value: Filling): FilledLine => ({
  place,
  kind,
  id: row.id ?? null,
  number: row.number === null || row.number === undefined ? null : String(row.number),
  criterion: null,
  value,
  remark: row.remark ?? null,
});

/** A veto named by itself has happened: `"vetoes": ["否1"]`. */
function vetoLine(veto: FilledVeto, place: string): FilledLine {
  if (typeof veto === "object") return lineOf("veto", place, veto, veto.happened ?? veto.met ?? veto.value ?? null);
  const isId = typeof veto === "string" && veto.startsWith("veto-");
  return lineOf("veto", place, isId ? { id: veto } : { number: veto }, true);
}
