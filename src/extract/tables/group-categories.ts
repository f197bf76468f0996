import { findNumbering } from "../../core/numbering.ts";
import { tidy } from "../../core/tidy.ts";
import { isFilled, type Slot, textOf } from "./grid.ts";
import { cutLabelPoints, cutPoints, isEqual, readPoints, sumOf } from "./points.ts";
import { kindOfCategory, type RowKind } from "./row-words.ts";
import type { StandardLine, StandardRow } from "./standard-rows.ts";

/** A category and its rows, `[start, end)` of the items. `points` null where none are stated. */
export interface CategoryGroup {
  readonly name: string | null;
  readonly kind: RowKind;
  readonly points: number | null;
  readonly label: Slot | null;
  readonly start: number;
  readonly end: number;
}

interface Label {
  readonly name: string;
  readonly points: number | null;
  readonly slot: Slot;
  /** How many items stand above it, or above the row that it stands in. */
  readonly at: number;
  readonly alone: boolean;
}

/** An item's row and the points that it alone states. */
export interface PointedRow {
  readonly row: StandardRow;
  readonly points: number | null;
}

/** `A1.组织管理`, `B2组织管理`, `C、组织管理`: how indicator systems number their levels; `A类指标`, `N95口罩` are names. */
const LETTERED = /^[A-Z](?:\d{1,2})?[\s.．、:：-]+(?=\p{Script=Han})|^[A-D]\d{1,2}(?=\p{Script=Han})/u;

/** `一、建立健全机制 (10分)` → the bare name and 10. */
export function readLabel(slot: Slot): { name: string; points: number | null } {
  const { text, points } = cutLabelPoints(textOf(slot));
  const part = /^第[一二三四五六七八九十]{1,3}[部章]分?[\s、：:]*/u.exec(text)?.[0].length ?? 0;
  const numbering = findNumbering(text);
  const code = LETTERED.exec(text)?.[0].length ?? 0;
  const start = part || code || (numbering && numbering.style !== "decimal-path" ? numbering.end : 0);
  const name = tidy(text.slice(start).replace(/[：:]$/u, ""));
  return { name: name || tidy(text), points };
}

/** Parts the items into categories; a label that slipped into a row of its own is put where the points prove it. */
export function groupCategories(lines: readonly StandardLine[], rows: readonly PointedRow[]): CategoryGroup[] {
  const labels = findLabels(lines);
  const starts = placeStarts(labels, rows);
  const groups = labels.map((label, at): CategoryGroup => {
    const [start, end] = [starts[at]!, starts[at + 1] ?? rows.length];
    return {
      name: label.name,
      kind: kindOfCategory(label.name),
      points: label.points ?? columnPoints(rows.slice(start, end)),
      label: label.slot,
      start,
      end,
    };
  });
  const first = starts[0] ?? rows.length;
  if (first === 0) return groups;
  return [{ name: null, kind: "scored", points: null, label: null, start: 0, end: first }, ...groups];
}

function findLabels(lines: readonly StandardLine[]): Label[] {
  const labels: Label[] = [];
  let items = 0;
  const add = (slot: Slot, alone: boolean, own: number | null): void => {
    const { name, points } = readLabel(slot);
    const last = labels.at(-1);
    if (last?.name === name && !(alone && last.alone)) return;
    labels.push({ name, points: points ?? own, slot, at: items, alone });
  };
  for (const line of lines) {
    if (line.kind === "label") add(line.label, true, readPoints(textOf(line.points)));
    const last = labels.at(-1);
    if (line.kind === "subtotal" && last && last.points === null)
      labels[labels.length - 1] = { ...last, points: line.points };
    if (line.kind !== "item") continue;
    if (isFilled(line.row.category)) add(line.row.category, false, null);
    items++;
  }
  return labels;
}

/** The category's points from a column of their own (总分), on whichever of its rows they stand. */
function columnPoints(rows: readonly PointedRow[]): number | null {
  const filled = rows.find(({ row }) => isFilled(row.categoryPoints));
  return filled ? readPoints(textOf(filled.row.categoryPoints)) : null;
}

/**
 * Where each label's rows begin. A label in a row of its own heads the rows below it, unless the points prove that the
 * rows above it are its own too: then it was drawn half-way down a merged cell.
 */
function placeStarts(labels: readonly Label[], rows: readonly PointedRow[]): number[] {
  const sums = [0];
  for (const { points } of rows) sums.push(sums.at(-1)! + (points ?? 0));
  const isCentred = (labels[0]?.at ?? 0) > 0;
  const starts: number[] = [];
  labels.forEach((label, at) => {
    if (!isCentred && !label.alone) starts.push(label.at);
    else starts.push(findStart(labels, at, starts, sums, isCentred));
  });
  return proveStarts(labels, isCentred ? proveBackwards(labels, starts, sums) : starts, sums);
}

/**
 * Where one category's items miss its points, those below it are found from the table's end: of two that both miss
 * theirs, the lower begins where its items reach its points.
 */
function proveBackwards(labels: readonly Label[], starts: readonly number[], sums: readonly number[]): number[] {
  const proved = [...starts];
  const misses = (at: number): boolean => {
    const points = labels[at]!.points;
    const sum = sums[proved[at + 1] ?? sums.length - 1]! - sums[proved[at]!]!;
    return points !== null && !isEqual(sum, points);
  };
  for (let at = labels.length - 1; at > 0; at--) {
    const { points, at: row } = labels[at]!;
    if (points === null || !misses(at) || !misses(at - 1)) continue;
    const first = sums[proved[at + 1] ?? sums.length - 1]! - points;
    proved[at] = indexOfSum(sums, first, labels[at - 1]!.at + 1, row) ?? proved[at]!;
  }
  return proved;
}

/** Moves a boundary between two categories that both miss their points to where both have them. */
function proveStarts(labels: readonly Label[], starts: readonly number[], sums: readonly number[]): number[] {
  const proved = [...starts];
  for (let at = 1; at < labels.length; at++) {
    const [above, own] = [labels[at - 1]!.points, labels[at]!.points];
    if (above === null || own === null) continue;
    const [from, to] = [proved[at - 1]!, proved[at + 1] ?? sums.length - 1];
    const isWhole = isEqual(sums[to]! - sums[from]!, above + own);
    const edge = isWhole ? indexOfSum(sums, sums[from]! + above, from + 1, to - 1) : null;
    if (edge !== null && !isEqual(sums[proved[at]!]!, sums[edge]!)) proved[at] = edge;
  }
  return proved;
}

function findStart(
  labels: readonly Label[],
  at: number,
  starts: readonly number[],
  sums: readonly number[],
  isCentred: boolean,
): number {
  const label = labels[at]!;
  const above = labels[at - 1];
  const from = above ? above.at + (above.alone ? 0 : 1) : 0;
  if (above && above.points !== null) {
    const end = indexOfSum(sums, sums[starts[at - 1]!]! + above.points, Math.max(from, starts[at - 1]! + 1), label.at);
    if (end !== null) return end;
  }
  if (!above && isCentred && proves(labels, sums)) return 0;
  const next = labels[at + 1];
  const end = next && (next.alone || isCentred) ? null : (next?.at ?? sums.length - 1);
  if (label.points === null || end === null) return label.at;
  return indexOfSum(sums, sums[end]! - label.points, from, label.at) ?? label.at;
}

/** The rows above the first label are its own if they and some rows below add up to its points. */
function proves(labels: readonly Label[], sums: readonly number[]): boolean {
  const [first, second] = labels;
  return first!.points !== null && indexOfSum(sums, first!.points, first!.at, second?.at ?? sums.length - 1) !== null;
}

function indexOfSum(sums: readonly number[], sum: number, from: number, to: number): number | null {
  for (let at = from; at <= to && at < sums.length; at++) if (isEqual(sums[at]!, sum)) return at;
  return null;
}

/** The one category without stated points has what the total leaves, if its items add up to that. */
export function restorePoints(
  groups: readonly CategoryGroup[],
  rows: readonly PointedRow[],
  total: number | null,
): CategoryGroup[] {
  const scored = groups.filter((group) => group.kind === "scored" && group.name !== null);
  const missing = scored.filter((group) => group.points === null);
  if (total === null || missing.length !== 1 || scored.length < 2) return [...groups];
  const rest = total - sumOf(scored.map((group) => group.points));
  const items = sumOf(rows.slice(missing[0]!.start, missing[0]!.end).map((row) => row.points));
  return groups.map((group) =>
    group === missing[0] && items > 0 && isEqual(rest, items) ? { ...group, points: rest } : group,
  );
}

/** The points of an item's own: from its cell, else from the bracket that closes its criterion. */
export function pointRow(row: StandardRow): PointedRow {
  const own = readPoints(textOf(row.points));
  return { row, points: own ?? cutPoints(textOf(row.criterion)).points };
}
