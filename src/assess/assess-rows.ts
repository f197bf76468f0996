import type { AssessedCategory, AssessedRow, AssessmentMessage } from "../../schemas/assessment.ts";
import type { PublishedRow } from "../../schemas/published-standard.ts";
import { brief, countFilling, isBlank } from "./count-filling.ts";
import type { FilledLine } from "./filled-sheet.ts";
import { assessmentMessage } from "./sentences.ts";
import { sumOf } from "./sum.ts";

/** What a row was given, and what is to be said of it. */
export function assessRow(
  row: PublishedRow,
  line: FilledLine | null,
  textNumbers: boolean,
): { row: AssessedRow; messages: AssessmentMessage[] } {
  const value = line?.value ?? null;
  const { status, points, met, problem } = countFilling(row, value, textNumbers);
  const { id, number, category, subcategory, criterion, decisive, entry } = row;
  const assessed = {
    id,
    number,
    category,
    subcategory,
    criterion,
    decisive,
    kind: entry.kind,
    max: entry.max,
    status,
    points,
    met,
  };
  return {
    row: { ...assessed, entered: isBlank(value) ? null : brief(value), remark: line?.remark ?? null },
    messages: problem
      ? [assessmentMessage(problem.code, "error", line?.place ?? null, { number, ...problem.facts })]
      : status === "missing"
        ? [missingMessage(row, line)]
        : [],
  };
}

const missingMessage = ({ number, criterion, scoring }: PublishedRow, line: FilledLine | null): AssessmentMessage =>
  assessmentMessage("row-missing", "warning", line?.place ?? null, {
    number,
    criterion: brief(criterion ?? scoring ?? ""),
  });

/** Rows by category, in order; rows of one name are one category wherever they stand. */
export const assessCategories = (rows: readonly AssessedRow[]): AssessedCategory[] =>
  [...Map.groupBy(rows, ({ category }) => category)].map(([name, members]) => ({
    name,
    rows: members.length,
    assessed: members.filter(({ status }) => status === "assessed").length,
    met: members.filter(({ met }) => met === true).length,
    max: sumOf(members.filter(givesPoints).map(({ max }) => max)),
    points: sumOf(members.filter(hasPoints).map(({ points }) => points)),
  }));

const givesPoints = ({ kind }: AssessedRow): boolean => kind === "points" || kind === "grade";
export const hasPoints = (row: AssessedRow): boolean => givesPoints(row) || row.kind === "deduction";
