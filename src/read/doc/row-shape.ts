import type { Modifier } from "./modifiers.ts";

/** How a cell is joined with its neighbours. */
export interface CellShape {
  readonly continuesLeft: boolean;
  /** null: not merged with the cells above and below. */
  readonly vertical: "restart" | "continue" | null;
}

/** A row's cells: cell `n` lies between `edges[n]` and `edges[n + 1]`, in twips. */
export interface RowShape {
  readonly edges: readonly number[];
  readonly cells: readonly CellShape[];
}

interface Draft {
  edges: number[];
  cells: { horizontal: number; vertical: number }[];
}

type Apply = (draft: Draft, operand: DataView) => void;

/** MS-DOC 2.6.3: the modifiers that make a row's cells; a later one changes what earlier ones have made. */
const APPLY: ReadonlyMap<number, Apply> = new Map<number, Apply>([
  [0xd608, defineTable],
  [0x7621, insertCells],
  [0x5622, deleteCells],
  [0x7623, setWidths],
  [0x5624, mergeCells],
  [0x5625, splitCells],
  [0xd62b, mergeDown],
]);

/** Size of a cell's description (MS-DOC 2.9.319 `TC80`), and the most cells that a row may have. */
const CELL_SIZE = 20;
const MOST_CELLS = 64;

/** Values of `TCGRF.horzMerge` and `vertMerge`. */
const FIRST = 1;
const FURTHER = 2;
const CONTINUES = 1;
const RESTARTS = 3;

/** Reads a row's shape from the modifiers of the mark behind it; null where they do not define its cells. */
export function readRowShape(modifiers: readonly Modifier[]): RowShape | null {
  const draft: Draft = { edges: [], cells: [] };
  for (const { code, operand } of modifiers) APPLY.get(code)?.(draft, operand);
  if (draft.cells.length === 0) return null;
  return { edges: rising(draft.edges), cells: draft.cells.map((_, index) => createCell(draft, index)) };
}

/** `TDefTableOperand` (MS-DOC 2.9.328): the number of cells, their edges, then what is known of each cell. */
function defineTable(draft: Draft, operand: DataView): void {
  if (operand.byteLength < 3) return;
  const count = Math.min(operand.getUint8(2), MOST_CELLS);
  const described = 3 + 2 * (operand.getUint8(2) + 1);
  if (described > operand.byteLength) return;
  draft.edges = Array.from({ length: count + 1 }, (_, index) => operand.getInt16(3 + 2 * index, true));
  draft.cells = Array.from({ length: count }, (_, index) => {
    const at = described + CELL_SIZE * index;
    const flags = at + 2 > operand.byteLength ? 0 : operand.getUint16(at, true);
    return { horizontal: flags & 3, vertical: (flags >> 5) & 3 };
  });
}

function insertCells(draft: Draft, operand: DataView): void {
  const [first, count, width] = [operand.getUint8(0), operand.getUint8(1), operand.getUint16(2, true)];
  if (draft.edges.length === 0 || draft.cells.length + count > MOST_CELLS) return;
  const at = Math.min(first, draft.cells.length);
  const start = draft.edges[at]!;
  const inserted = Array.from({ length: count }, (_, index) => start + width * (index + 1));
  const moved = draft.edges.slice(at + 1).map((edge) => edge + width * count);
  draft.edges = [...draft.edges.slice(0, at + 1), ...inserted, ...moved];
  draft.cells.splice(at, 0, ...inserted.map(() => ({ horizontal: 0, vertical: 0 })));
}

function deleteCells(draft: Draft, operand: DataView): void {
  const [first, end] = cellRange(draft, operand);
  const width = draft.edges[end]! - draft.edges[first]!;
  draft.edges = [...draft.edges.slice(0, first + 1), ...draft.edges.slice(end + 1).map((edge) => edge - width)];
  draft.cells.splice(first, end - first);
}

function setWidths(draft: Draft, operand: DataView): void {
  const [first, end] = cellRange(draft, operand);
  for (let index = first; index < end; index++) {
    const change = operand.getUint16(2, true) - (draft.edges[index + 1]! - draft.edges[index]!);
    draft.edges = draft.edges.map((edge, at) => (at > index ? edge + change : edge));
  }
}

function mergeCells(draft: Draft, operand: DataView): void {
  const [first, end] = cellRange(draft, operand);
  for (let index = first; index < end; index++) draft.cells[index]!.horizontal = index === first ? FIRST : FURTHER;
}

function splitCells(draft: Draft, operand: DataView): void {
  const [first, end] = cellRange(draft, operand);
  for (let index = first; index < end; index++) draft.cells[index]!.horizontal = 0;
}

/** `VertMergeOperand` (MS-DOC 2.9.347): a count, the cell, and its `vertMerge`. */
function mergeDown(draft: Draft, operand: DataView): void {
  const cell = operand.byteLength < 3 ? undefined : draft.cells[operand.getUint8(1)];
  if (cell) cell.vertical = operand.getUint8(2) & 3;
}

/** `ItcFirstLim`, kept within the row. */
function cellRange(draft: Draft, operand: DataView): readonly [number, number] {
  const end = Math.min(operand.getUint8(1), draft.cells.length);
  return [Math.min(operand.getUint8(0), end), end];
}

/**
 * Which of the two flags begins a group is not agreed on (fFirstMerged and fMerged in Word 97's own description, the
 * other way round in MS-DOC 2.9.317), so the flag of a group's first cell is the one that begins groups.
 */
function createCell(draft: Draft, index: number): CellShape {
  const { horizontal, vertical } = draft.cells[index]!;
  let first = index;
  while (first > 0 && draft.cells[first - 1]!.horizontal !== 0) first--;
  const continuesLeft = horizontal !== 0 && first < index && horizontal !== draft.cells[first]!.horizontal;
  return {
    continuesLeft,
    vertical: vertical === CONTINUES ? "continue" : vertical === RESTARTS ? "restart" : null,
  };
}

/** A cell without width would stand nowhere. */
function rising(edges: readonly number[]): number[] {
  const risen: number[] = [];
  for (const edge of edges) risen.push(Math.max(edge, (risen.at(-1) ?? Number.NEGATIVE_INFINITY) + 1));
  return risen;
}
