import { EMPTY } from "../../core/passage.ts";
import { isBody, splitUnits } from "../../core/split-units.ts";
import { isRule } from "./column-profile.ts";
import { isBlank, isFilled, type Row, type Slot, textOf } from "./grid.ts";
import { readPoints } from "./points.ts";
import { isHanNumber, kindOfCategory } from "./row-words.ts";

/** What a column takes, as far as a cell that slipped sideways can be told to belong to it. */
export type ColumnKind = "number" | "points" | "label" | "text" | "rule" | "methods" | "units" | "any";

const MISFIT = -4;
const GAP = -0.3;
const LONGEST_LABEL = 40;
/** Wider tables are no standards; matching costs the square of the width. */
const MOST_COLUMNS = 24;

/** How well a cell's text suits a column; `expected` is the number that the row should have. */
function suit(kind: ColumnKind, slot: Slot, expected: number | null): number {
  if (isBlank(slot)) return 0;
  const text = textOf(slot);
  const points = readPoints(text);
  if (kind === "number" && (kindOfCategory(text) !== "scored" || isHanNumber(text))) return 0.5;
  if (kind === "number") return points === null ? MISFIT : points === expected ? 3 : 1;
  if (kind === "points") return points === null ? MISFIT : 2;
  if (kind === "any") return 0.5;
  if (points !== null) return MISFIT;
  return fitText(kind, text);
}

function fitText(kind: ColumnKind, text: string): number {
  if (kind === "label") return text.length > LONGEST_LABEL ? -2 : /[。；]$/u.test(text) ? -1 : 1;
  if (kind === "rule") return isRule(text) || /^\d+[)）]/u.test(text) ? 2.5 : 1;
  if (kind === "methods")
    return text.length <= LONGEST_LABEL && !/[。；]/u.test(text) && /[查看听访谈卷议阅问测验核评检]/u.test(text)
      ? 2.5
      : -2;
  if (kind === "units") return text.length < 200 && splitUnits(text).every(isBody) ? 3 : -2;
  return 1.5;
}

/**
 * Puts the cells of a row that slipped sideways (a merged cell of the page before is missing in it) under the columns
 * that they suit, their order kept. A row in which every cell suits its column is left as it is.
 */
export function alignRow(row: Row, kinds: readonly ColumnKind[], expected: number | null): Row {
  if (kinds.length > MOST_COLUMNS) return row;
  if (row.every((slot, column) => suit(kinds[column]!, slot, expected) > MISFIT)) return row;
  const cells = row.slice(0, row.findLastIndex(isFilled) + 1);
  const best = matchCells(cells, kinds, expected);
  return best ?? row;
}

type Move = "place" | "skip" | "drop";

function matchCells(cells: Row, kinds: readonly ColumnKind[], expected: number | null): Row | null {
  const width = kinds.length;
  const score = Array.from({ length: cells.length + 1 }, () =>
    new Float64Array(width + 1).fill(Number.NEGATIVE_INFINITY),
  );
  const moves = Array.from({ length: cells.length + 1 }, () => new Array<Move>(width + 1).fill("skip"));
  score[0]![0] = 0;
  const offer = (i: number, j: number, value: number, move: Move): void => {
    if (value <= score[i]![j]!) return;
    score[i]![j] = value;
    moves[i]![j] = move;
  };
  for (let i = 0; i <= cells.length; i++) {
    for (let j = 0; j <= width; j++) {
      if (i > 0 && j > 0) offer(i, j, score[i - 1]![j - 1]! + suit(kinds[j - 1]!, cells[i - 1]!, expected), "place");
      if (j > 0) offer(i, j, score[i]![j - 1]! + (i === cells.length ? 0 : GAP), "skip");
      if (i > 0 && isBlank(cells[i - 1]!)) offer(i, j, score[i - 1]![j]! + GAP, "drop");
    }
  }
  return score[cells.length]![width]! === Number.NEGATIVE_INFINITY ? null : traceBack(cells, moves, width);
}

function traceBack(cells: Row, moves: readonly (readonly Move[])[], width: number): Row {
  const placed: Slot[] = Array.from({ length: width }, () => EMPTY);
  let i = cells.length;
  let j = width;
  while (i > 0 || j > 0) {
    const move = moves[i]![j]!;
    if (move === "place") placed[j - 1] = cells[i - 1]!;
    if (move !== "drop") j--;
    if (move !== "skip") i--;
  }
  return placed;
}
