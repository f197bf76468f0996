import type { Role } from "../../../schemas/responsibility.ts";
import { EMPTY } from "../../core/passage.ts";
import { alignRow, type ColumnKind } from "./align-row.ts";
import { cellsOf, isBlank, isFilled, isSameCell, type Row, type Slot, textOf } from "./grid.ts";
import type { MergedTable } from "./merged-table.ts";
import { readPoints } from "./points.ts";
import { isHanNumber, isNote, isNoteMark, isSubtotalLabel, isTotalLabel, kindOfCategory } from "./row-words.ts";
import type { StandardColumns } from "./standard-columns.ts";
import { loneCell } from "./table-reading.ts";

/** A row of a standard by what its cells are for; a blank cell is EMPTY. */
export interface StandardRow {
  readonly number: Slot;
  readonly category: Slot;
  readonly subcategory: Slot;
  readonly categoryPoints: Slot;
  readonly criterion: Slot;
  readonly points: Slot;
  readonly scoring: Slot;
  readonly methods: Slot;
  readonly grades: readonly { readonly name: string; readonly slot: Slot }[];
  readonly units: readonly { readonly role: Role; readonly slot: Slot }[];
}

/** What a row of the table is. A `label` names a category and holds nothing else; `fragment` is text that a page break cut off. */
export type StandardLine =
  | { readonly kind: "item" | "fragment"; readonly row: StandardRow }
  | { readonly kind: "label"; readonly label: Slot; readonly points: Slot }
  | { readonly kind: "total"; readonly row: StandardRow; readonly cells: readonly Slot[] }
  | { readonly kind: "subtotal"; readonly points: number | null }
  | { readonly kind: "note"; readonly note: Slot };

/** Reads the rows of a standard, slipped cells put back under their columns. */
export function readStandardLines(table: MergedTable, columns: StandardColumns): StandardLine[] {
  const kinds = kindsOf(table, columns);
  const dense = isDense(table, columns);
  const lines: StandardLine[] = [];
  let expected: number | null = null;
  let isScored = true;
  for (const source of table.body) {
    const row = table.spanned || isClosing(source) || loneCell(source) ? source : alignRow(source, kinds, expected);
    const line = readLine(row, columns, dense && isScored);
    if (!line) continue;
    lines.push(line);
    const label = labelOf(line);
    if (label) isScored = kindOfCategory(textOf(label)) === "scored";
    if (line.kind === "item") expected = (readPoints(textOf(line.row.number)) ?? expected ?? 0) + 1;
  }
  return lines;
}

const labelOf = (line: StandardLine): Slot | null => {
  if (line.kind === "label") return line.label;
  return line.kind === "item" && isFilled(line.row.category) ? line.row.category : null;
};

function kindsOf({ width }: MergedTable, columns: StandardColumns): ColumnKind[] {
  const kinds = Array.from({ length: width }, (): ColumnKind => "any");
  const set = (column: number | null, kind: ColumnKind): void => {
    if (column !== null) kinds[column] = kind;
  };
  set(columns.number, "number");
  set(columns.category, "label");
  set(columns.subcategory, "label");
  set(columns.categoryPoints, "points");
  set(columns.criterion, "text");
  set(columns.points, "points");
  set(columns.scoring, "rule");
  set(columns.methods, "methods");
  for (const { column } of columns.grades) set(column, "points");
  for (const { column } of columns.units) set(column, "units");
  return kinds;
}

/** Whether nearly every row has a number or points of its own, so that a row without them is no item. */
function isDense({ profiles }: MergedTable, { number, points }: StandardColumns): boolean {
  return [number, points].some((column) => column !== null && profiles[column]!.filled >= 0.6);
}

const isClosing = (row: Row): boolean => {
  const [first] = cellsOf(row);
  const text = first ? textOf(first) : "";
  return isTotalLabel(text) || isSubtotalLabel(text) || isNote(text) || isNoteMark(text);
};

function readLine(source: Row, columns: StandardColumns, dense: boolean): StandardLine | null {
  const cells = cellsOf(source);
  const first = cells[0] && textOf(cells[0]);
  if (first === undefined) return null;
  if (isSubtotalLabel(first)) return { kind: "subtotal", points: firstPoints(cells) };
  if (isTotalLabel(first)) return { kind: "total", row: readRow(source, columns), cells };
  if (isNote(first) && cells.length === 1) return { kind: "note", note: cells[0]! };
  if (isNoteMark(first) && cells.length === 2) return { kind: "note", note: cells[1]! };
  const row = withLabelOfNumber(readRow(source, columns));
  const label = findLabel(row, cells, dense);
  if (label) return label;
  const bare =
    isBlank(row.number) && isBlank(row.points) && isBlank(row.category) && row.grades.every((g) => isBlank(g.slot));
  return { kind: dense && bare && isBlank(row.subcategory) ? "fragment" : "item", row };
}

const firstPoints = (cells: readonly Slot[]): number | null =>
  cells.map((cell) => readPoints(textOf(cell))).find((points) => points !== null) ?? null;

/** Takes each column's cell; one that spans several columns counts for the leftmost, but a criterion's for the criterion. */
function readRow(source: Row, columns: StandardColumns): StandardRow {
  const take = (column: number | null): Slot => {
    if (column === null) return EMPTY;
    const slot = source[column]!;
    return column > 0 && isSameCell(slot, source[column - 1]!) ? EMPTY : slot;
  };
  const [subcategory, criterion] = [take(columns.subcategory), take(columns.criterion)];
  const isOver = columns.criterion !== null && isSameCell(subcategory, source[columns.criterion]!);
  return {
    number: take(columns.number),
    category: take(columns.category),
    subcategory: isOver ? EMPTY : subcategory,
    categoryPoints: take(columns.categoryPoints),
    criterion: isOver ? subcategory : criterion,
    points: take(columns.points),
    scoring: take(columns.scoring),
    methods: take(columns.methods),
    grades: columns.grades.map(({ name, column }) => ({ name, slot: take(column) })),
    units: columns.units.map(({ role, column }) => ({ role, slot: take(column) })),
  };
}

/** `加分项` or `二、宣传发动` in the number's place is the category. */
function withLabelOfNumber(row: StandardRow): StandardRow {
  const text = textOf(row.number);
  const isLabel = kindOfCategory(text) !== "scored" || (/\p{Script=Han}{2}/u.test(text) && isBlank(row.category));
  return isLabel && text !== "" ? { ...row, number: EMPTY, category: row.number } : row;
}

/** A row with a category's name and at most its points: a heading over its rows, or the middle of a merged cell. */
function findLabel(row: StandardRow, cells: readonly Slot[], dense: boolean): StandardLine | null {
  if (isHanNumber(textOf(row.number)) && cells.length <= 4 && isBlank(row.scoring)) {
    const [named] = [row.category, row.subcategory, row.criterion].filter(isFilled);
    if (named) return { kind: "label", label: named, points: row.points };
  }
  const texts = cells.filter((slot) => readPoints(textOf(slot)) === null);
  const [label] = texts;
  const points = cells.find((slot) => readPoints(textOf(slot)) !== null) ?? EMPTY;
  if (!label || texts.length > 1 || cells.length > 2 || textOf(label).length > 40 || /[。；]$/u.test(textOf(label)))
    return null;
  if (isFilled(row.category)) return isBlank(row.criterion) ? { kind: "label", label, points } : null;
  const displaced = dense && isFilled(row.categoryPoints) && isFilled(row.criterion) && isBlank(row.points);
  return displaced ? { kind: "label", label, points: row.categoryPoints } : null;
}
