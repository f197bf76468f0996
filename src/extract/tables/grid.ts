import type { Cell, Table } from "../../core/document.ts";
import { EMPTY, joinPassages, type Passage, passageOf, wholeBlock } from "../../core/passage.ts";
import { tidy } from "../../core/tidy.ts";

/** One place of a row: the text of the cell that covers it, `EMPTY` where that cell is blank. */
export type Slot = Passage;
export type Row = readonly Slot[];

/** A table with its spans expanded: a merged cell stands in every place that it covers. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly width: number;
  /** Whether the source states which cells are merged downwards; if so, a blank cell is blank. */
  readonly spanned: boolean;
}

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;

/** Expands a table; rows beyond 20,000 and columns beyond 60 are left out, because spans may lie. */
export function createGrid(table: Table): Grid {
  const height = Math.min(table.rowCount, MOST_ROWS);
  const width = Math.min(table.columnCount, MOST_COLUMNS);
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, (): Slot => EMPTY));
  for (const cell of table.cells) fill(rows, cell);
  return { rows, width, spanned: table.cells.some((cell) => cell.rowSpan > 1) };
}

function fill(rows: Slot[][], cell: Cell): void {
  if (!cell.block.text.trim()) return;
  const slot = wholeBlock(cell.block);
  for (const row of rows.slice(cell.row, cell.row + cell.rowSpan)) {
    const end = Math.min(row.length, cell.column + cell.colSpan);
    for (let column = cell.column; column < end; column++) row[column] = slot;
  }
}

export const isBlank = (slot: Slot): boolean => slot.pieces.length === 0;
export const isFilled = (slot: Slot): boolean => slot.pieces.length > 0;

/** A slot's text with wrapped lines joined. */
export const textOf = (slot: Slot): string => tidy(slot.text);

/** Whether two slots are covered by one cell. */
export const isSameCell = (a: Slot, b: Slot): boolean =>
  isFilled(a) && isFilled(b) && a.pieces[0]!.block === b.pieces[0]!.block;

/** The cells of a row that hold text, each once, in reading order. */
export const cellsOf = (row: Row): Slot[] =>
  row.filter((slot, at) => isFilled(slot) && !(at > 0 && isSameCell(slot, row[at - 1]!)));

/** Several slots as one passage, a cell that stands in more than one of them once. */
export function joinSlots(slots: readonly Slot[]): Passage {
  const seen = new Set<number>();
  const pieces = slots.flatMap((slot) => slot.pieces).filter(({ block }) => !seen.has(block.id) && seen.add(block.id));
  return passageOf(pieces);
}

/** A cell's text and what a page break put into another row. */
export const appendSlot = (above: Slot, below: Slot): Slot => joinPassages([above, below]);
