import type { List } from "../../../schemas/list.ts";
import type { Outline } from "../../core/outline.ts";
import { evidenceOf } from "../../core/passage.ts";
import { classifyGroup } from "./classify-table.ts";
import { cellsOf, isBlank, isFilled, isSameCell, joinSlots, type Row, type Slot, textOf } from "./grid.ts";
import { type MergedTable, mergeTables } from "./merged-table.ts";
import { readPoints } from "./points.ts";
import { isNote, isSubtotalLabel, isTotalLabel } from "./row-words.ts";
import { findTableGroups, type TableGroup } from "./table-groups.ts";

/** Finds the plain tables, such as name lists; total rows and notes are no rows. */
export function extractLists(outline: Outline): List[] {
  return findTableGroups(outline)
    .filter((group) => classifyGroup(group) === "list")
    .flatMap(createList);
}

function createList(group: TableGroup): List[] {
  const table = mergeTables(group);
  const { columns, body } = partHeader(table);
  const data = body.filter(isData);
  const rows = table.spanned ? data : fillDown(data);
  const evidence = [...group.titleEvidence, ...evidenceOf(joinSlots(data.slice(0, 1).flat()))];
  if (rows.length === 0 || evidence.length === 0) return [];
  return [{ title: group.title, columns, rows: rows.map(readCells), evidence }];
}

/** A first row of words over a table without known headings is its header. */
function partHeader(table: MergedTable): { columns: string[]; body: readonly Row[] } {
  if (table.hasHeader) return { columns: [...table.headings], body: table.body };
  const [first, ...rest] = table.body;
  const isHeader =
    first && rest.length > 0 && first.every((slot) => isFilled(slot) && readPoints(textOf(slot)) === null);
  return isHeader ? { columns: first.map(textOf), body: rest } : { columns: [], body: table.body };
}

function isData(row: Row): boolean {
  const cells = cellsOf(row);
  const words = cells.find((slot) => readPoints(textOf(slot)) === null) ?? cells[0];
  if (!words) return false;
  const text = textOf(words);
  return !isTotalLabel(text) && !isSubtotalLabel(text) && !(isNote(text) && cells.length === 1);
}

/** A cell that spans several columns counts for the leftmost. */
const readCells = (row: Row): string[] =>
  row.map((slot, column) => (column > 0 && isSameCell(slot, row[column - 1]!) ? "" : textOf(slot)));

/**
 * Without spans a blank below a filled cell is merged with it in the leading columns, up to the first column that is
 * filled in every row but does not count the rows; blanks further right (备注) are blank.
 */
function fillDown(rows: readonly Row[]): Row[] {
  const full = (column: number): boolean => rows.every((row) => isFilled(row[column]!));
  const width = rows[0]?.length ?? 0;
  const counts = (column: number): boolean =>
    rows.filter((row) => readPoints(textOf(row[column]!)) !== null).length > rows.length / 2;
  let end = 0;
  while (end < width && !(full(end) && !counts(end))) end++;
  if (end === width) return [...rows];
  const above: Slot[] = [];
  return rows.map((row) =>
    row.map((slot, column) => {
      if (column < end && !counts(column) && isBlank(slot)) return above[column] ?? slot;
      above[column] = slot;
      return slot;
    }),
  );
}
