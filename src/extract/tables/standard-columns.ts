import type { Role } from "../../../schemas/responsibility.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { cellsOf, isFilled, isSameCell, type Row, textOf } from "./grid.ts";
import { type Hint, UNIT_HINTS } from "./header-words.ts";
import type { MergedTable } from "./merged-table.ts";
import { isHanNumber } from "./row-words.ts";

/** Which column of a standard holds what; null where none does. */
export interface StandardColumns {
  readonly number: number | null;
  readonly category: number | null;
  readonly subcategory: number | null;
  readonly categoryPoints: number | null;
  readonly criterion: number | null;
  readonly points: number | null;
  readonly scoring: number | null;
  readonly methods: number | null;
  readonly grades: readonly { readonly name: string; readonly column: number }[];
  readonly units: readonly { readonly role: Role; readonly column: number }[];
}

const RULES_OF_SCORING = 0.4;

/** Gives every column its part, by its heading and by what it holds. */
export function findStandardColumns(table: MergedTable): StandardColumns {
  const all = table.hints.map((_, column) => column);
  const number = findNumberColumn(table);
  const { points, categoryPoints } = findPointColumns(table, number);
  const grades = all
    .filter((column) => table.hints[column] === "grade" && column !== points)
    .map((column) => ({ name: table.headings[column]!, column }));
  const methods = all.find((column) => table.hints[column] === "methods" && rulesOf(table, column) < RULES_OF_SCORING);
  const units = findUnitColumns(table);
  const taken = new Set([
    number,
    points,
    categoryPoints,
    methods,
    ...grades.map((g) => g.column),
    ...units.map((u) => u.column),
  ]);
  const texts = all.filter((column) => !taken.has(column) && holdsText(table, column));
  const scoring = findScoring(table, texts);
  const named = findTexts(table, texts, scoring);
  const isCategorys = categoryPoints === null && followsCategory(table, points, named);
  return {
    number,
    points: isCategorys ? null : points,
    categoryPoints: isCategorys ? points : categoryPoints,
    grades,
    methods: methods ?? null,
    units,
    ...named,
  };
}

/** A lone column of points before the criterion, filled where a category begins only: the points are the category's. */
function followsCategory({ body }: MergedTable, points: number | null, { category, criterion }: Texts): boolean {
  if (points === null || category === null || criterion === null || points > criterion) return false;
  const begins = (at: number, column: number): boolean => {
    const slot = body[at]![column]!;
    return isFilled(slot) && !(at > 0 && isSameCell(slot, body[at - 1]![column]!));
  };
  const rows = body.map((row, at) => ({
    own: begins(at, points),
    its: begins(at, category),
    demand: isFilled(row[criterion]!),
  }));
  return rows.every(({ own, its }) => its || !own) && rows.filter(({ its, demand }) => demand && !its).length > 1;
}

const rulesOf = (table: MergedTable, column: number): number => table.profiles[column]!.rules;

/** The column that counts the rows; where the header is out of step with the rows, only its content tells. */
export function findNumberColumn({ hints, profiles }: MergedTable): number | null {
  const named = hints.indexOf("number");
  if (named >= 0) return named;
  const counting = profiles.findIndex(
    (profile, column) => profile.counting && !["points", "grade"].includes(hints[column]!),
  );
  return counting >= 0 && counting < hints.length - 1 ? counting : null;
}

/** Of two columns of points (总分, 分值) the one before the criterion, else the one whose cells are merged, is the category's. */
function findPointColumns(
  { hints, headings, profiles }: MergedTable,
  number: number | null,
): { points: number | null; categoryPoints: number | null } {
  const columns = hints.flatMap((hint, column) => (hint === "points" && profiles[column]!.numeric > 0 ? [column] : []));
  const unnamed = headings.findIndex(
    (heading, column) => heading === "" && column !== number && isNumeric(profiles[column]!),
  );
  const [first, second] = columns.length > 0 ? columns : [unnamed < 0 ? undefined : unnamed];
  if (first === undefined || second === undefined) return { points: first ?? null, categoryPoints: null };
  const parted = hints.slice(first, second).some((hint) => hint === "criterion" || hint === "content");
  const isLeft = parted || profiles[first]!.merged >= profiles[second]!.merged;
  return isLeft ? { points: second, categoryPoints: first } : { points: first, categoryPoints: second };
}

const isNumeric = (profile: ColumnProfile): boolean => profile.filled > 0.5 && profile.numeric > 0.8;

export const findUnitColumns = ({ hints }: MergedTable): { role: Role; column: number }[] =>
  hints.flatMap((hint, column) => (UNIT_HINTS.includes(hint) ? [{ role: hint as Role, column }] : []));

function holdsText({ hints, profiles }: MergedTable, column: number): boolean {
  const { filled, numeric } = profiles[column]!;
  if (["ignored", "due", "points", "number", "grade"].includes(hints[column]!) || numeric >= 0.8) return false;
  return filled > (hints[column] === "other" ? 0.04 : 0);
}

/** The demand is the criterion, the rule that gives or takes points is the scoring, whatever the headings say. */
function findScoring(table: MergedTable, texts: readonly number[]): number | null {
  if (texts.length < 2) return null;
  const named = texts.filter((column) => table.hints[column] === "scoring");
  if (named.length === 1) return named[0]!;
  const candidates = named.length > 1 ? named : texts.slice(1).filter((column) => isScoring(table, texts, column));
  return candidates.reduce<number | null>(
    (best, column) => (best === null || rulesOf(table, column) >= rulesOf(table, best) ? column : best),
    null,
  );
}

/** A column of rules, to the left of which the demands stand row by row. */
const isScoring = (table: MergedTable, texts: readonly number[], column: number): boolean =>
  rulesOf(table, column) >= RULES_OF_SCORING &&
  texts.some((other) => other < column && table.profiles[other]!.grouped < 0.3);

/** A column right of the criterion says how it is judged, if its heading is of this sort; 数据来源 is not. */
const EXPLAINS: readonly Hint[] = ["criterion", "content", "measures", "scoring"];

/** Rows `一 | 组织保障 | 15` head the rows below them, so that a column before the criterion is a second level. */
export const isHeadingRow = (row: Row, number: number | null): boolean =>
  number !== null && isHanNumber(textOf(row[number]!)) && cellsOf(row).length <= 4;

function hasHeadingRows(table: MergedTable): boolean {
  const number = findNumberColumn(table);
  return table.body.filter((row) => isHeadingRow(row, number)).length > 1;
}

type Texts = Pick<StandardColumns, "category" | "subcategory" | "criterion" | "scoring">;

function findTexts(table: MergedTable, texts: readonly number[], scoring: number | null): Texts {
  const rest = texts.filter((column) => column !== scoring);
  const hinted = (...hints: string[]) => rest.findLast((column) => hints.includes(table.hints[column]!));
  const demand = rest.findLast((column) => table.hints[column] === "scoring" && scoring !== null && column < scoring);
  const criterion = demand ?? hinted("criterion", "content") ?? hinted("scoring", "task") ?? rest.at(-1) ?? null;
  const before = rest.filter((column) => criterion !== null && column < criterion);
  const [category, subcategory] = hasHeadingRows(table) ? [undefined, before[0]] : before;
  const right = rest.find(
    (column) => criterion !== null && column > criterion && EXPLAINS.includes(table.hints[column]!),
  );
  return {
    category: category ?? null,
    subcategory: subcategory ?? null,
    criterion,
    scoring: scoring ?? right ?? null,
  };
}
