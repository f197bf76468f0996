import type { PublishedStandard } from "../../../schemas/published-standard.ts";
import { LOOKS } from "../sheets/looks.ts";
import { type StandardLine, standardLines } from "../standard/standard-table.ts";
import { cellName } from "../xlsx/references.ts";
import type { Cell, Range, Validation } from "../xlsx/workbook.ts";
import type { ColumnPlan } from "./columns.ts";
import { bonusValidation, entryValidation, vetoValidation } from "./entry-validation.ts";
import { bonusFormula, rowFormula, yesNoFormula } from "./row-formulas.ts";

/** Where the first row of the standard stands, counted from 0: title, who is assessed, the score and the headings come before. */
export const FIRST_LINE = 4;

/** A line of the sheet: what it says, how its cell is counted, and what may be typed into it. */
export interface ScoringLine {
  readonly line: StandardLine;
  readonly row: number;
  readonly formula: string;
  readonly validation: Validation;
}

/** The rows, bonuses and vetoes of a standard from `FIRST_LINE` on, one a line. */
export function scoringLines(standard: PublishedStandard, columns: ColumnPlan): ScoringLine[] {
  const lines = standardLines(standard);
  const column = columns.at("value");
  const placed = <One>(
    ones: readonly One[],
    offset: number,
    make: (one: One, cell: string, range: Range) => Made,
  ): ScoringLine[] =>
    ones.map((one, at) => {
      const row = FIRST_LINE + offset + at;
      const range = { top: row, left: column, bottom: row, right: column };
      return { line: lines[offset + at]!, row, ...make(one, cellName(row, column), range) };
    });
  const { rows, bonus, veto } = standard;
  return [
    ...placed(rows, 0, (row, cell, range) => ({
      formula: rowFormula(row, cell),
      validation: entryValidation(row, range),
    })),
    ...placed(bonus, rows.length, (rule, cell, range) => ({
      formula: bonusFormula(cell, rule.maxPoints),
      validation: bonusValidation(rule, range),
    })),
    ...placed(veto, rows.length + bonus.length, (rule, cell, range) => ({
      formula: yesNoFormula(cell),
      validation: vetoValidation(rule, range),
    })),
  ];
}

type Made = Pick<ScoringLine, "formula" | "validation">;

/** The cells of a line. */
export const lineCells = ({ line, formula }: ScoringLine, { columns }: ColumnPlan): Cell[] =>
  columns.map((column): Cell => {
    switch (column) {
      case "id":
        return { value: line.id, style: LOOKS.hidden };
      case "value":
        return { value: null, style: LOOKS.fill };
      case "counted":
        return { value: null, formula, style: LOOKS.computed };
      case "remark":
        return { value: null, style: LOOKS.remark };
      case "category":
      case "subcategory":
        return { value: line[column], style: LOOKS.label };
      case "number":
      case "points":
        return { value: line[column], style: LOOKS.number };
      default:
        return { value: line[column], style: LOOKS.text };
    }
  });
