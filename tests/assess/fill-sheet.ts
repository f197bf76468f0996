import type { PublishedStandard } from "../../schemas/published-standard.ts";
import type { FilledLine, FilledSheet, Filling } from "../../src/assess/filled-sheet.ts";
import { planColumns } from "../../src/publish/scoring/columns.ts";
import { scoringSheet } from "../../src/publish/scoring/scoring-sheet.ts";
import { writeWorkbook } from "../../src/publish/xlsx/write-workbook.ts";

/** What is filled in, by the id of the line. */
export type Fillings = Readonly<Record<string, string | number | null>>;

/** The scoring workbook with these values typed into its cells; no formula is computed, as when nobody has opened it. */
export function fillWorkbook(standard: PublishedStandard, fillings: Fillings): Uint8Array {
  const sheet = scoringSheet(standard);
  const column = planColumns(standard).at("value");
  const rows = sheet.rows.map((row) => {
    const filling = fillings[String(row[0]?.value)];
    return filling === undefined ? row : row.map((cell, at) => (at === column ? { ...cell, value: filling } : cell));
  });
  return writeWorkbook({ sheets: [{ ...sheet, rows }] });
}

const line = (id: string, value: Filling): FilledLine => ({
  place: id,
  kind: null,
  id,
  number: null,
  criterion: null,
  value,
  remark: null,
});

/** The same values as a sheet that was read. */
export const filledSheet = (fillings: Readonly<Record<string, Filling>>, textNumbers = false): FilledSheet => ({
  standard: null,
  subject: null,
  assessor: null,
  date: null,
  textNumbers,
  lines: Object.entries(fillings).map(([id, value]) => line(id, value)),
});
