import type { Block } from "../../../../schemas/block.ts";

/** A paragraph, or a table with its cells by row; what the text view shows one below the other. */
export type SourceItem =
  | { readonly kind: "paragraph"; readonly block: Block }
  | { readonly kind: "table"; readonly rows: readonly (readonly Block[])[] };

/** Consecutive cells of one table come together. */
export function listSourceItems(blocks: readonly Block[]): SourceItem[] {
  const items: SourceItem[] = [];
  let cells: Block[] = [];
  const endTable = () => {
    if (cells.length > 0) items.push({ kind: "table", rows: rowsOf(cells) });
    cells = [];
  };
  for (const block of blocks) {
    if (cells.length > 0 && block.cell?.table !== cells[0]!.cell!.table) endTable();
    if (block.cell) cells.push(block);
    else items.push({ kind: "paragraph", block });
  }
  endTable();
  return items;
}

/** Rows by number, each with its cells from left to right; an empty row stays, since cells may span it. */
function rowsOf(cells: readonly Block[]): Block[][] {
  const byRow = Map.groupBy(cells, ({ cell }) => cell!.row);
  const last = Math.max(...byRow.keys());
  const first = Math.min(...byRow.keys());
  return Array.from({ length: last - first + 1 }, (_, index) =>
    (byRow.get(first + index) ?? []).toSorted((a, b) => a.cell!.column - b.cell!.column),
  );
}

/** A stretch of the text that is mounted as one; `height` is a guess in pixels. */
export interface SourceChunk {
  readonly items: readonly SourceItem[];
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly height: number;
}

const CHUNK_HEIGHT = 1600;
const LINE = 30;
const ROW_CHARACTERS = 34;

/** Cuts the text into stretches of about a screen and a half; a table is not cut. */
export function chunkItems(items: readonly SourceItem[]): SourceChunk[] {
  const chunks: SourceChunk[] = [];
  let part: SourceItem[] = [];
  let height = 0;
  const end = () => {
    if (part.length > 0) chunks.push({ items: part, height, ...blocksOf(part) });
    part = [];
    height = 0;
  };
  for (const item of items) {
    part.push(item);
    height += heightOf(item);
    if (height >= CHUNK_HEIGHT) end();
  }
  end();
  return chunks;
}

const linesOf = ({ text }: Block): number => Math.ceil((text.length + 2) / ROW_CHARACTERS);

function heightOf(item: SourceItem): number {
  if (item.kind === "paragraph") return linesOf(item.block) * LINE + 8;
  return item.rows.reduce((sum, row) => sum + Math.max(1, ...row.map((cell) => linesOf(cell) * 2)) * 22, 0);
}

function blocksOf(items: readonly SourceItem[]): Pick<SourceChunk, "firstBlock" | "lastBlock"> {
  const ids = items.flatMap((item) =>
    item.kind === "paragraph" ? [item.block.id] : item.rows.flat().map(({ id }) => id),
  );
  return { firstBlock: ids[0]!, lastBlock: ids.at(-1)! };
}
