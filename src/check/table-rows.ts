import type { Evidence } from "../../schemas/evidence.ts";
import { isTable, type Table, type TextBlock } from "../core/document.ts";
import type { Outline } from "../core/outline.ts";

/** Finds tables and rows from evidence. */
export interface RowIndex {
  /** The cells of the table rows that the evidence lies in, left to right; a paragraph as it is. */
  readonly cellsBeside: (evidence: readonly Evidence[]) => TextBlock[];
  /** The first table that any of the evidence lies in. */
  readonly tableOf: (evidence: readonly Evidence[]) => Table | null;
}

/** Tallest merged cell that is followed down; a taller one stands in its first rows only. */
const MOST_ROWS = 500;

/** Indexes every cell of a document by table and row, merged cells in each of their rows. */
export function rowsOf({ document }: Outline): RowIndex {
  const tables = document.nodes.filter(isTable);
  const rows = new Map<string, TextBlock[]>();
  for (const { block, row, rowSpan } of tables.flatMap(({ cells }) => cells))
    for (let at = row; at < row + Math.min(rowSpan, MOST_ROWS); at++) {
      const key = `${block.cell?.table} ${at}`;
      rows.set(key, rows.get(key) ?? []);
      rows.get(key)!.push(block);
    }
  const tableOf = new Map(tables.flatMap((table) => table.cells.map(({ block }) => [block.id, table] as const)));
  const beside = ({ block: id }: Evidence): TextBlock[] => {
    const block = document.blocks[id];
    if (!block) return [];
    return (block.cell && rows.get(`${block.cell.table} ${block.cell.row}`)) ?? [block];
  };
  return {
    cellsBeside: (evidence) => [...new Set(evidence.flatMap(beside))],
    tableOf: (evidence) => evidence.map(({ block }) => tableOf.get(block)).find((table) => table) ?? null,
  };
}
