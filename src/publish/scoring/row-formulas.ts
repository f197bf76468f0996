import type { Entry, PublishedRow } from "../../../schemas/published-standard.ts";
import { NO_WORDS, YES_WORDS } from "../../core/yes-no.ts";
import { quoteText } from "../xlsx/references.ts";

/** What a cell shows where what was filled in cannot be counted. */
export const INVALID = "无效";
const REFUSED = quoteText(INVALID);

const isOneOf = (cell: string, words: readonly string[]): string =>
  `OR(${words.map((word) => `TRIM(${cell})=${quoteText(word)}`).join(",")})`;

const ifFilled = (cell: string, blank: string, counted: string): string => `IF(${cell}="",${blank},${counted})`;
const ifNumber = (cell: string, holds: string, counted: string): string =>
  `IF(ISNUMBER(${cell}),IF(${holds},${counted},${REFUSED}),${REFUSED})`;

/** 是, 否, nothing, or 无效. */
export const yesNoFormula = (cell: string): string =>
  ifFilled(cell, '""', `IF(${isOneOf(cell, YES_WORDS)},"是",IF(${isOneOf(cell, NO_WORDS)},"否",${REFUSED}))`);

/** The points claimed, as far as the bonus's own bound. */
export const bonusFormula = (cell: string, max: number | null): string =>
  ifFilled(cell, '""', ifNumber(cell, `${cell}>=0`, max === null ? cell : `MIN(${cell},${max})`));

/** What is counted of the cell that a row is filled in: the same as `fangan assess` counts. */
export function rowFormula({ entry, grades }: PublishedRow, cell: string): string {
  switch (entry.kind) {
    case "points":
      return ifFilled(cell, '""', ifNumber(cell, `AND(${cell}>=0,${cell}<=${entry.max})`, cell));
    case "grade":
      return ifFilled(cell, '""', gradeFormula(cell, Object.entries(grades ?? {})));
    case "met":
      return yesNoFormula(cell);
    case "deduction":
      return ifFilled(cell, "0", ifNumber(cell, deductionHolds(cell, entry), cell));
  }
}

const deductionHolds = (cell: string, { min }: Entry): string =>
  min === null ? `${cell}<=0` : `AND(${cell}<=0,${cell}>=${min})`;

/** Excel allows 64 levels of functions and 255 characters of text in a formula; no table of a plan comes near either. */
const MOST_GRADES = 60;
const LONGEST_TEXT = 255;

/** One IF in another for each grade. */
const gradeFormula = (cell: string, grades: readonly (readonly [string, number])[]): string =>
  grades
    .filter(([name]) => name.length <= LONGEST_TEXT)
    .slice(0, MOST_GRADES)
    .reduceRight((rest, [name, points]) => `IF(TRIM(${cell})=${quoteText(name)},${points},${rest})`, REFUSED);
