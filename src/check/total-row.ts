import type { Evidence } from "../../schemas/evidence.ts";
import type { Facts } from "../../schemas/plan.ts";
import type { Cell, Table } from "../core/document.ts";
import type { Outline } from "../core/outline.ts";
import { locate } from "../core/passage.ts";
import { squash, tidy } from "../core/tidy.ts";
import { rowsOf } from "./table-rows.ts";

/** A number in a table's 合计 row, with what stands above it. */
export interface TotalCell {
  readonly title: string;
  readonly column: string;
  readonly stated: number;
  /** The cells between the heading and the 合计 row, top down; null for one that holds no number. */
  readonly above: readonly (number | null)[];
  readonly evidence: Evidence;
}

const TOTAL = /^(?:合计|总计|共计)(?:分值|得分|数)?$/u;
const SUBTOTAL = /小计|合计|总计|共计/u;

/** The numbers of a plain table's last 合计 row. Tables with subtotals, and standards, are left out. */
export function totalCells(facts: Facts, outline: Outline): TotalCell[] {
  const rows = rowsOf(outline);
  return facts.lists.flatMap((list) => {
    const table = rows.tableOf(list.evidence);
    return table ? readTotalRow(table, list.title) : [];
  });
}

/** Columns of plain tables whose every cell is a number, with what they add up to; a column of row numbers is none. */
export function columnTotals(facts: Facts, outline: Outline): (TotalCell & { readonly sum: number })[] {
  return totalCells(facts, outline).flatMap((total) => {
    const known = total.above.filter((value) => value !== null);
    if (known.length < 2 || known.length < total.above.length || isRowNumbers(known)) return [];
    return [{ ...total, sum: Math.round(known.reduce((sum, value) => sum + value, 0) * 1000) / 1000 }];
  });
}

export const isRowNumbers = (values: readonly (number | null)[]): boolean =>
  values.every((value, index) => value === index + 1);

function readTotalRow(table: Table, title: string): TotalCell[] {
  const marks = table.cells.filter((cell) => SUBTOTAL.test(squash(cell.block.text)) && cell.row > 0);
  const mark = marks[0];
  if (marks.length !== 1 || !mark || !TOTAL.test(squash(mark.block.text)) || mark.row !== table.rowCount - 1) return [];
  return table.cells.flatMap((cell) => {
    const stated = cell.row === mark.row ? numberIn(cell) : null;
    return stated === null ? [] : [{ ...readColumn(table, cell), title, stated, evidence: evidenceOfCell(cell) }];
  });
}

function readColumn(table: Table, total: Cell): Pick<TotalCell, "column" | "above"> {
  const cells = table.cells.filter((cell) => cell.column === total.column && cell.row < total.row);
  const [head, ...body] = cells;
  return { column: tidy(head?.block.text ?? ""), above: body.map(numberIn) };
}

/** `12`, or with the word that counts the rows: `12项`. */
function numberIn(cell: Cell): number | null {
  const text = squash(cell.block.text).normalize("NFKC");
  const match = /^共?(\d{1,9}(?:\.\d{1,4})?)[项个家条户处所座名人]?$/u.exec(text);
  return match ? Number(match[1]) : null;
}

const evidenceOfCell = ({ block }: Cell): Evidence => locate(block, 0, block.text.length);
