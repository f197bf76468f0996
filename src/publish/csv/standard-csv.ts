import type { PublishedStandard } from "../../../schemas/published-standard.ts";
import { COLUMNS } from "../../core/sheet-columns.ts";
import { LINE_COLUMNS, standardLines } from "../standard/standard-table.ts";
import { writeCsv } from "./write-csv.ts";

/** A standard as CSV: a line for each row, bonus and veto, with empty columns 得分 and 备注 to fill in. */
export const standardCsv = (standard: PublishedStandard): string =>
  writeCsv([
    LINE_COLUMNS.map((column) => COLUMNS[column]),
    ...standardLines(standard).map((line) => LINE_COLUMNS.map((column) => line[column])),
  ]);
