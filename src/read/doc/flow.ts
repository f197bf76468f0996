import type { Paragraph } from "./paragraphs.ts";
import { type RowShape, readRowShape } from "./row-shape.ts";

/** A document, or a cell, in reading order. */
export type Flow = readonly (Paragraph | FlowTable)[];

export interface FlowTable {
  readonly rows: readonly FlowRow[];
}

/** A row: its cells' content, and how the file says they lie (null where it does not). */
export interface FlowRow {
  readonly cells: readonly Flow[];
  readonly shape: RowShape | null;
}

export const isTable = (block: Paragraph | FlowTable): block is FlowTable => "rows" in block;

/** Tables in tables beyond it are read as one. */
const DEEPEST = 8;

interface OpenTable {
  readonly rows: FlowRow[];
  cells: Flow[];
  blocks: (Paragraph | FlowTable)[];
}

/**
 * Builds tables from paragraphs that say how many tables they stand in, and end cells and rows (MS-DOC 2.4.3).
 * @param write What becomes of a paragraph; called in reading order.
 */
export function buildFlow(paragraphs: readonly Paragraph[], write: (paragraph: Paragraph) => Flow): Flow {
  const flow: (Paragraph | FlowTable)[] = [];
  const open: OpenTable[] = [];
  const close = () => {
    const table = open.pop()!;
    endRow(table, null);
    if (table.rows.length > 0) (open.at(-1)?.blocks ?? flow).push({ rows: table.rows });
  };
  for (const paragraph of paragraphs) {
    const depth = depthOf(paragraph);
    while (open.length > depth) close();
    while (open.length < depth) open.push({ rows: [], cells: [], blocks: [] });
    const table = open.at(-1);
    if (!table) flow.push(...write(paragraph));
    else if (paragraph.properties.endsRow) endRow(table, paragraph);
    else {
      table.blocks.push(...write(paragraph));
      if (paragraph.endsCell) endCell(table);
    }
  }
  while (open.length > 0) close();
  return flow;
}

/** A cell's mark stands in a table even where its properties are lost. */
const depthOf = ({ endsCell, properties }: Paragraph): number =>
  Math.min(DEEPEST, Math.max(properties.depth, endsCell ? 1 : 0));

function endCell(table: OpenTable): void {
  table.cells.push(table.blocks);
  table.blocks = [];
}

/** A row whose mark is deleted is gone (tracked changes are accepted). */
function endRow(table: OpenTable, mark: Paragraph | null): void {
  if (table.blocks.length > 0) endCell(table);
  const { cells } = table;
  table.cells = [];
  if (cells.length === 0 || mark?.isDeleted) return;
  table.rows.push({ cells, shape: mark === null ? null : readRowShape(mark.properties.modifiers) });
}
