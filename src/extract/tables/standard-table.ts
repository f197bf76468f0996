import type { Standard, StandardItem } from "../../../schemas/standard.ts";
import { isBlank, isFilled, isSameCell, type Slot, textOf } from "./grid.ts";
import {
  type CategoryGroup,
  groupCategories,
  type PointedRow,
  pointRow,
  readLabel,
  restorePoints,
} from "./group-categories.ts";
import { mendLines } from "./mend-lines.ts";
import { type MergedTable, mergeTables } from "./merged-table.ts";
import { findNotes, findStatedTotal } from "./notes.ts";
import { findPassMark } from "./pass-mark.ts";
import { readNumberCell, readTotal } from "./points.ts";
import { restoreNumbers } from "./restore-numbers.ts";
import { findStandardColumns, type StandardColumns } from "./standard-columns.ts";
import { createItem, createRule, findCriterionNumber, type RowContext } from "./standard-item.ts";
import { readStandardLines, type StandardLine, type StandardRow } from "./standard-rows.ts";
import type { TableGroup } from "./table-groups.ts";

/** What a standard's table says, without the names that its place gives it. */
export type StandardContent = Omit<Standard, "title" | "attachment" | "trial" | "evidence">;

/** Reads a table of criteria, with or without points. */
export function readStandardTable(group: TableGroup): StandardContent {
  const table = mergeTables(group);
  const columns = findStandardColumns(table);
  const lines = mendLines(readStandardLines(table, columns));
  const items = lines.flatMap((line) => (line.kind === "item" ? [line.row] : []));
  const rows = (table.spanned ? items : inheritCriteria(items)).map(pointRow);
  const notes = [
    ...lines.flatMap((line) => (line.kind === "note" ? [textOf(line.note)] : [])),
    ...findNotes(group.after),
  ];
  const total = findTotal(lines) ?? headerTotal(table, columns) ?? findStatedTotal(group.after, notes);
  const groups = restorePoints(groupCategories(lines, rows), rows, total);
  const inherited = table.spanned ? rows : inheritUnits(rows, groups);
  const kept = groups.filter((one) => one.name !== null && (one.kind === "scored" || one.kind === "deduction"));
  return {
    items: createItems(inherited, groups),
    categories: uniqueCategories(kept),
    total,
    passMark: findPassMark(notes, total),
    bonus: createRules(inherited, groups, "bonus"),
    veto: createRules(inherited, groups, "veto"),
    notes,
  };
}

function uniqueCategories(groups: readonly CategoryGroup[]): Standard["categories"] {
  const names = new Set<string>();
  return groups.flatMap(({ name, points }) => (names.has(name!) || !names.add(name!) ? [] : [{ name: name!, points }]));
}

function findTotal(lines: readonly StandardLine[]): number | null {
  for (const line of lines) {
    if (line.kind !== "total") continue;
    const values = [line.row.points, ...line.cells].map(textOf);
    const printed = values.map(readTotal).find((value) => value !== null);
    if (printed !== undefined) return printed;
    const inside = /(\d{1,4}(?:\.\d)?)\s*分?[）)]?$/u.exec(values.find((text) => /\d/u.test(text)) ?? "");
    if (inside) return Number(inside[1]);
  }
  return null;
}

/** `标准分（100分）` heads the column of points. */
function headerTotal({ headings }: MergedTable, { points }: StandardColumns): number | null {
  const match = points === null ? null : /[（(]\s*(?:满分|总分|共)?\s*(\d{2,4})\s*分?\s*[）)]/u.exec(headings[points]!);
  return match ? Number(match[1]) : null;
}

function createItems(rows: readonly PointedRow[], groups: readonly CategoryGroup[]): StandardItem[] {
  const placed = groups
    .filter(({ kind }) => kind === "scored" || kind === "deduction")
    .flatMap((group) => {
      const own = rows.slice(group.start, group.end);
      const subcategories = findSubcategories(own.map(({ row }) => row));
      return own.map((row, at) => ({ row, category: group.name, subcategory: subcategories[at]! }));
    })
    .filter(({ row }) => isFilled(row.row.criterion) || isFilled(row.row.scoring));
  const isNumbered = hasNumberedCriteria(placed.map(({ row }) => row.row));
  const numbers = restoreNumbers(placed.map(({ row }) => printedNumber(row.row, isNumbered)));
  return placed
    .map(({ row, category, subcategory }, at) =>
      createItem(row, { number: numbers[at]!, category, subcategory, isNumbered }),
    )
    .filter((item) => item.evidence.length > 0);
}

/** A second-level heading belongs to the rows below it, up to the next. */
function findSubcategories(rows: readonly StandardRow[]): (string | null)[] {
  let current: Slot | null = null;
  return rows.map((row) => {
    if (isFilled(row.subcategory)) current = row.subcategory;
    return current && !isSameCell(current, row.category) ? readLabel(current).name : null;
  });
}

/** Criteria carry the rows' numbers where no column does: most begin with a number, and these rise. */
function hasNumberedCriteria(rows: readonly StandardRow[]): boolean {
  if (rows.some((row) => isFilled(row.number))) return false;
  const numbers = rows.flatMap((row) => findCriterionNumber(row.criterion) ?? []);
  const steps = numbers.filter((numbering, at) => at > 0 && numbering.value === numbers[at - 1]!.value + 1).length;
  return numbers.length >= Math.max(2, rows.length * 0.6) && steps >= (numbers.length - 1) * 0.4;
}

function printedNumber(row: StandardRow, isNumbered: boolean): number | string | null {
  if (!isNumbered) return readNumberCell(textOf(row.number));
  const numbering = findCriterionNumber(row.criterion);
  if (!numbering) return null;
  return numbering.style === "digit" ? numbering.value : numbering.number;
}

function createRules(rows: readonly PointedRow[], groups: readonly CategoryGroup[], kind: "bonus" | "veto") {
  return groups
    .filter((group) => group.kind === kind)
    .flatMap((group) => {
      const own = rows.slice(group.start, group.end);
      const isNumbered = own.length > 1 && hasNumberedCriteria(own.map(({ row }) => row));
      const context: RowContext = { number: 0, category: group.name, subcategory: null, isNumbered };
      const rules = own
        .flatMap((row) => createRule(row, context, kind) ?? [])
        .filter((rule) => rule.evidence.length > 0);
      const [only] = rules;
      const whole = kind === "bonus" && rules.length === 1 && only!.maxPoints === null ? group.points : null;
      return whole === null ? rules : [{ ...only!, maxPoints: whole }];
    });
}

/** Without spans a blank criterion beside a rule or points of its own is merged with the one above. */
function inheritCriteria(rows: readonly StandardRow[]): StandardRow[] {
  const filled: StandardRow[] = [];
  for (const row of rows) {
    const above = filled.at(-1);
    const isMerged = isBlank(row.criterion) && isBlank(row.number) && isBlank(row.category) && isFilled(row.scoring);
    filled.push(above && isMerged ? { ...row, criterion: above.criterion, number: above.number } : row);
  }
  return filled;
}

/**
 * Without spans a blank cell in the column of those who must do it is a merged one: every row has somebody. It goes on
 * within a category only; blank cells in the other unit columns are blank.
 */
function inheritUnits(rows: readonly PointedRow[], groups: readonly CategoryGroup[]): PointedRow[] {
  const primary = primaryUnit(rows.map(({ row }) => row));
  if (primary < 0) return [...rows];
  return groups.flatMap((group) => {
    let last: Slot | null = null;
    return rows.slice(group.start, group.end).map(({ row, points }) => {
      const unit = row.units[primary]!;
      if (isFilled(unit.slot)) last = unit.slot;
      const units = last ? row.units.with(primary, { ...unit, slot: last }) : row.units;
      return { row: { ...row, units }, points };
    });
  });
}

/** The column of who leads, else of who is responsible. */
function primaryUnit(rows: readonly StandardRow[]): number {
  const roles = rows[0]?.units.map(({ role }) => role) ?? [];
  return roles.includes("lead") ? roles.indexOf("lead") : roles.indexOf("responsible");
}
