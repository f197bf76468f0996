import type { SourceCell, SourceTable } from "../../core/source-block.ts";
import { findEdges } from "../table-edges.ts";
import type { Flow, FlowRow, FlowTable } from "./flow.ts";
import type { CellShape } from "./row-shape.ts";

/** A cell as it lies in its row, from `left` to `right` in twips. */
interface LaidCell {
  readonly content: Flow;
  readonly left: number;
  readonly right: number;
  readonly vertical: CellShape["vertical"];
}

interface GridCell extends LaidCell {
  readonly start: number;
  readonly end: number;
}

/** Width of a column where a row does not state it, in twips. */
const UNKNOWN_WIDTH = 1000;

/**
 * Lays a table on one grid: each row has its own cells and edges, so columns are the edges of all rows, and a cell
 * spans those between its own. Places that a short row leaves free get empty cells.
 */
export function layTable(table: FlowTable, textOf: (cell: Flow) => string): SourceTable {
  const rows = placeRows(alignEnds(table.rows.map(layRow)));
  const width = rows.reduce((widest, row) => Math.max(widest, row.at(-1)?.end ?? 0), 0);
  const cells: SourceCell[] = [];
  let above = new Map<number, number>();
  for (const [row, placed] of rows.entries()) {
    const merged = new Map<number, number>();
    for (const cell of fillGaps(placed, width)) {
      const upper = cell.vertical === "continue" ? above.get(cell.start) : undefined;
      const continued = upper !== undefined && cells[upper]!.colSpan === cell.end - cell.start ? upper : null;
      if (continued !== null) cells[continued] = { ...cells[continued]!, rowSpan: row - cells[continued]!.row + 1 };
      else cells.push(createCell(cell, row, textOf));
      if (cell.vertical !== null) merged.set(cell.start, continued ?? cells.length - 1);
    }
    above = merged;
  }
  return { kind: "table", cells };
}

const createCell = ({ content, start, end }: GridCell, row: number, textOf: (cell: Flow) => string): SourceCell => ({
  text: textOf(content),
  row,
  column: start,
  rowSpan: 1,
  colSpan: end - start,
  page: null,
  runs: [],
});

/** What stands in a cell that continues the one on its left is not shown. */
function layRow({ cells, shape }: FlowRow): LaidCell[] {
  const edges = [...(shape?.edges ?? [0])];
  while (edges.length <= cells.length) edges.push(edges.at(-1)! + UNKNOWN_WIDTH);
  const laid: LaidCell[] = [];
  for (const [index, content] of cells.entries()) {
    const cell = shape?.cells[index];
    const [left, right] = [edges[index]!, edges[index + 1]!];
    const before = laid.at(-1);
    if (before && cell?.continuesLeft) laid[laid.length - 1] = { ...before, right };
    else laid.push({ content, left, right, vertical: cell?.vertical ?? null });
  }
  return laid;
}

/** No column of characters is as narrow as this, in twips (5 mm). */
const RAGGED = 300;

/** Rows that begin or end a little beside the others do so by hand, not for a column of their own. */
function alignEnds(rows: readonly (readonly LaidCell[])[]): LaidCell[][] {
  const leftmost = rows.reduce((least, row) => Math.min(least, row[0]?.left ?? least), Number.POSITIVE_INFINITY);
  const rightmost = rows.reduce((most, row) => Math.max(most, row.at(-1)?.right ?? most), Number.NEGATIVE_INFINITY);
  return rows.map((row) =>
    row.map((cell, index) => ({
      ...cell,
      left: index === 0 && cell.left - leftmost < RAGGED ? leftmost : cell.left,
      right: index === row.length - 1 && rightmost - cell.right < RAGGED ? rightmost : cell.right,
    })),
  );
}

/** Turns distances into columns. */
function placeRows(rows: readonly (readonly LaidCell[])[]): GridCell[][] {
  const all = rows.flat().flatMap((cell) => [cell.left, cell.right]);
  const distances = [...new Set(all)].sort((one, other) => one - other);
  const lines = new Map(distances.map((distance, index) => [distance, index]));
  const spans = rows.map((row) =>
    row.map((cell) => ({ ...cell, start: lines.get(cell.left)!, end: lines.get(cell.right)! })),
  );
  const widths = distances.slice(1).map((distance, index) => distance - distances[index]!);
  const edgeOf = findEdges(spans, widths);
  return spans.map((row) => row.map((cell) => ({ ...cell, start: edgeOf(cell.start), end: edgeOf(cell.end) })));
}

const EMPTY: Omit<GridCell, "start" | "end"> = { content: [], left: 0, right: 0, vertical: null };

function fillGaps(row: readonly GridCell[], width: number): GridCell[] {
  const start = row[0]?.start ?? 0;
  const end = row.at(-1)?.end ?? 0;
  const before = start > 0 ? [{ ...EMPTY, start: 0, end: start }] : [];
  const after = end < width ? [{ ...EMPTY, start: end, end: width }] : [];
  return [...before, ...row, ...after];
}
