import type { Assignment, AssignmentItem } from "../../../schemas/assignment.ts";
import { findNumbering } from "../../core/numbering.ts";
import type { Outline } from "../../core/outline.ts";
import { evidenceOf } from "../../core/passage.ts";
import { alignRow, type ColumnKind } from "./align-row.ts";
import { type AssignmentColumns, findAssignmentColumns } from "./assignment-columns.ts";
import { classifyGroup } from "./classify-table.ts";
import { readDue, yearOf } from "./due-date.ts";
import { cellsOf, isBlank, isFilled, isSameCell, joinSlots, type Row, type Slot, textOf } from "./grid.ts";
import { readLabel } from "./group-categories.ts";
import { type MergedTable, mergeTables } from "./merged-table.ts";
import { readNumberCell } from "./points.ts";
import { readResponsibilities } from "./read-responsibilities.ts";
import { isHanNumber, isNote, isSubtotalLabel, isTotalLabel } from "./row-words.ts";
import { findTableGroups, type TableGroup } from "./table-groups.ts";
import { loneCell } from "./table-reading.ts";

/** Finds the task tables (任务分解表, 责任分工表): rows with units or due dates and no points. */
export function extractAssignments(outline: Outline): Assignment[] {
  return findTableGroups(outline)
    .filter((group) => classifyGroup(group) === "assignment")
    .flatMap(createAssignment);
}

function createAssignment(group: TableGroup): Assignment[] {
  const items = readItems(mergeTables(group), yearOf(group.title));
  const evidence = group.titleEvidence.length > 0 ? [...group.titleEvidence] : (items[0]?.evidence ?? []);
  if (items.length === 0 || evidence.length === 0) return [];
  return [{ title: group.title, attachment: group.attachment, items, evidence }];
}

function readItems(table: MergedTable, year: number | null): AssignmentItem[] {
  const columns = findAssignmentColumns(table);
  const kinds = kindsOf(table, columns);
  const merged = findMergedColumns(table, columns);
  const dueYear = (columns.due === null ? null : yearOf(table.headings[columns.due]!)) ?? year;
  const above: { category: Slot | null; row: Row | null } = { category: null, row: null };
  return table.body.flatMap((source) => {
    const cells = cellsOf(source);
    const first = cells[0] ? textOf(cells[0]) : "";
    if (first === "" || isTotalLabel(first) || isSubtotalLabel(first) || (isNote(first) && cells.length === 1))
      return [];
    const heading = findHeading(source, cells, columns);
    if (heading) {
      above.category = heading;
      return [];
    }
    const row = table.spanned ? source : inherit(alignRow(source, kinds, null), above.row, merged, columns);
    above.row = row;
    if (columns.category !== null && isFilled(row[columns.category]!)) above.category = row[columns.category]!;
    return createItem(row, columns, above.category, dueYear) ?? [];
  });
}

/** A row of one cell, or `一 | 工业领域`, is the category of the rows below. */
function findHeading(row: Row, cells: readonly Slot[], { number, task }: AssignmentColumns): Slot | null {
  const lone = loneCell(row);
  if (lone && task !== null && (!isSameCell(lone, row[task]!) || isSameCell(lone, row[0]!))) return lone;
  const isNumbered = cells.length === 2 && number !== null && isSameCell(cells[0]!, row[number]!);
  return isNumbered && isHanNumber(textOf(cells[0]!)) ? cells[1]! : null;
}

function kindsOf({ width }: MergedTable, columns: AssignmentColumns): ColumnKind[] {
  const kinds = Array.from({ length: width }, (): ColumnKind => "any");
  if (columns.number !== null) kinds[columns.number] = "number";
  if (columns.task !== null) kinds[columns.task] = "text";
  for (const { column } of columns.units) kinds[column] = "units";
  return kinds;
}

/** So many rows show whether a column has merged cells; one blank among them was left blank. */
const FEWEST_ROWS = 4;

/** The columns whose blank cells are merged with the one above: the task's, and that of those who must do it. */
function findMergedColumns({ body }: MergedTable, { task, units }: AssignmentColumns): (number | null)[] {
  const primary = (units.find(({ role }) => role === "lead") ?? units.find(({ role }) => role === "responsible"))
    ?.column;
  const blanks = primary === undefined ? 0 : body.filter((row) => isBlank(row[primary]!)).length;
  return primary !== undefined && (blanks > 1 || body.length < FEWEST_ROWS) ? [task, primary] : [task];
}

/** Without spans a blank cell of such a column is merged with the one above; a new category has bodies of its own. */
function inherit(row: Row, above: Row | null, merged: readonly (number | null)[], columns: AssignmentColumns): Row {
  if (!above) return row;
  const isNew = columns.category !== null && isFilled(row[columns.category]!);
  const isMerged = (column: number): boolean => merged.includes(column) && (column === columns.task || !isNew);
  return row.map((slot, column) => (isBlank(slot) && isMerged(column) ? above[column]! : slot));
}

function createItem(
  row: Row,
  columns: AssignmentColumns,
  category: Slot | null,
  year: number | null,
): AssignmentItem | null {
  const take = (column: number | null): string => (column === null ? "" : textOf(row[column]!));
  const printed = take(columns.task);
  const numbering = findNumbering(printed);
  const task = numbering?.style === "digit" ? printed.slice(numbering.end) : printed;
  if (task === "") return null;
  const measures =
    columns.measures !== null && !isSameCell(row[columns.measures]!, row[columns.task!]!) ? take(columns.measures) : "";
  const used = [
    columns.number,
    columns.task,
    columns.measures,
    columns.due,
    ...columns.units.map(({ column }) => column),
  ];
  return {
    number: readNumberCell(take(columns.number)) ?? (task === printed ? null : numbering!.value),
    category: category ? readLabel(category).name : null,
    task,
    measures: measures || null,
    responsibilities: columns.units.flatMap(({ role, column }) => readResponsibilities(role, row[column]!)),
    due: readDue(take(columns.due), year),
    evidence: evidenceOf(joinSlots(used.flatMap((column) => (column === null ? [] : [row[column]!])))),
  };
}
