import type { Role } from "../../../schemas/responsibility.ts";
import type { MergedTable } from "./merged-table.ts";
import { findNumberColumn, findUnitColumns } from "./standard-columns.ts";

/** Which column of a task table holds what; null where none does. */
export interface AssignmentColumns {
  readonly number: number | null;
  readonly category: number | null;
  readonly task: number | null;
  readonly measures: number | null;
  readonly due: number | null;
  readonly units: readonly { readonly role: Role; readonly column: number }[];
}

/** A column in which every fifth cell repeats the one above is a heading over several rows. */
const GROUPED = 0.2;
const SHORTEST_PROSE = 8;

export function findAssignmentColumns(table: MergedTable): AssignmentColumns {
  const number = findNumberColumn(table);
  const units = findUnitColumns(table);
  const due = table.hints.indexOf("due");
  const taken = new Set([number, due, ...units.map(({ column }) => column)]);
  const texts = table.hints.flatMap((hint, column) =>
    taken.has(column) ||
    ["ignored", "points", "number", "methods"].includes(hint) ||
    table.profiles[column]!.filled === 0
      ? []
      : [column],
  );
  const task = findTask(table, texts);
  return {
    number,
    units,
    due: due < 0 ? null : due,
    task,
    category: texts.find((column) => task !== null && column < task) ?? null,
    measures: texts.find((column) => task !== null && column > task && isProse(table, column)) ?? null,
  };
}

/** A column of measures has a heading of that sort, or text of some length: not units of measure or yearly figures. */
const isProse = ({ hints, profiles }: MergedTable, column: number): boolean =>
  ["measures", "content", "criterion", "task"].includes(hints[column]!) ||
  profiles[column]!.meanLength >= SHORTEST_PROSE;

/** By its heading (任务, 事项); else the first column that does not head several rows. */
function findTask({ hints, profiles }: MergedTable, texts: readonly number[]): number | null {
  const named = texts.filter((column) => hints[column] === "task");
  const isHeading = (column: number): boolean => hints[column] === "category" || profiles[column]!.grouped >= GROUPED;
  if (named.length > 1) return isHeading(named[0]!) ? named[1]! : named[0]!;
  if (named.length === 1) return named[0]!;
  const [first, second] = texts;
  if (first === undefined || second === undefined) return first ?? null;
  return isHeading(first) && profiles[first]!.grouped > 0 ? second : first;
}
