import { appendSlot, isBlank, isFilled, type Slot, textOf } from "./grid.ts";
import { readPoints } from "./points.ts";
import type { StandardLine, StandardRow } from "./standard-rows.ts";

const FIELDS = ["criterion", "scoring", "methods"] as const;
const UNFINISHED = /[^。；;！？.]$/u;

const FARTHEST = 4;

/** Puts back what a page break cut off: a row of text only is the end of the row above or the missing cell of the row below. */
export function mendLines(lines: readonly StandardLine[]): StandardLine[] {
  const mended = [...lines];
  mended.forEach((line, at) => {
    if (line.kind !== "fragment") return;
    const above = findItem(mended, at, -1);
    const below = findItem(mended, at, 1);
    if (above !== null && continues(rowAt(mended, above), line.row)) join(mended, above, line.row);
    else if (below !== null && fillsGap(rowAt(mended, below), line.row)) fill(mended, below, line.row);
    else if (above !== null && canTake(rowAt(mended, above), line.row) && isNumberedOver(mended, above, below))
      join(mended, above, line.row);
    else mended[at] = { kind: "item", row: line.row };
  });
  return mended.filter((line) => line.kind !== "fragment");
}

const rowAt = (lines: readonly StandardLine[], at: number): StandardRow => {
  const line = lines[at]!;
  if (line.kind !== "item") throw new RangeError(`expected an item at ${at}, found ${line.kind}`);
  return line.row;
};

/** The nearest item with nothing but labels and fragments between. */
function findItem(lines: readonly StandardLine[], from: number, step: 1 | -1): number | null {
  for (let at = from + step; Math.abs(at - from) <= FARTHEST; at += step) {
    const kind = lines[at]?.kind;
    if (kind === "item") return at;
    if (kind === undefined || kind === "total" || kind === "note") return null;
  }
  return null;
}

/** The rows above and below are numbered without a gap, so what stands between them is no row of its own. */
function isNumberedOver(lines: readonly StandardLine[], above: number, below: number | null): boolean {
  const numberAt = (at: number): number | null => readPoints(textOf(rowAt(lines, at).number));
  const number = numberAt(above);
  return number !== null && (below === null || numberAt(below) === number + 1);
}

const filledFields = (row: StandardRow): (typeof FIELDS)[number][] => FIELDS.filter((field) => isFilled(row[field]));

/** Each piece stands under a cell of the row above, and one of those cells stopped in mid-sentence. */
function continues(above: StandardRow, fragment: StandardRow): boolean {
  const fields = filledFields(fragment);
  const under = fields.every((field) => isFilled(above[field]));
  return under && fields.some((field) => field !== "criterion" && UNFINISHED.test(textOf(above[field])));
}

const canTake = (above: StandardRow, fragment: StandardRow): boolean =>
  filledFields(fragment).every((field) => isFilled(above[field]));

/** One cell of text above a row that lacks its scoring: they are one row. */
function fillsGap(below: StandardRow, fragment: StandardRow): boolean {
  const filled = filledFields(fragment);
  return filled.length === 1 && filled[0] !== "methods" && isFilled(below.criterion) && isBlank(below.scoring);
}

function join(lines: StandardLine[], at: number, fragment: StandardRow): void {
  const row = rowAt(lines, at);
  const merge = (field: (typeof FIELDS)[number]): Slot =>
    isFilled(fragment[field]) ? appendSlot(row[field], fragment[field]) : row[field];
  const units = row.units.map((unit, index) => {
    const more = fragment.units[index]!.slot;
    return isFilled(more) ? { ...unit, slot: appendSlot(unit.slot, more) } : unit;
  });
  const merged = { ...row, criterion: merge("criterion"), scoring: merge("scoring"), methods: merge("methods"), units };
  lines[at] = { kind: "item", row: merged };
}

function fill(lines: StandardLine[], at: number, fragment: StandardRow): void {
  const scoring = isFilled(fragment.scoring) ? fragment.scoring : fragment.criterion;
  lines[at] = { kind: "item", row: { ...rowAt(lines, at), scoring } };
}
