/** A fault in a row of numbers: at `index` a number stands that its neighbour before does not lead to. */
export interface Break {
  readonly kind: "gap" | "duplicate";
  readonly index: number;
}

/** A longer jump is a misread number rather than lost items. */
const WIDEST_GAP = 3;

/**
 * Finds gaps and repeats in a row of numbers. A row may start anywhere (numbers that run on from the chapter
 * before) and begin again at 1. `1, 2, 2, 4` and `1, 2, 4, 4` are one slip, a repeat; of `1, 1, 2` nothing is
 * known: it may be two rows.
 */
export function findBreaks(values: readonly number[]): Break[] {
  return values.flatMap((value, index): Break[] => {
    const before = values[index - 1];
    if (before === undefined) return [];
    if (value === before) return isRepeat(values, index) ? [{ kind: "duplicate", index }] : [];
    const missing = value - before - 1;
    if (missing < 1 || missing > WIDEST_GAP || (missing === 1 && isExplained(values, index))) return [];
    return [{ kind: "gap", index }];
  });
}

const isRepeat = (values: readonly number[], index: number): boolean =>
  values[index]! > 1 || values[index + 1] === values[index]! + 2;

const isExplained = (values: readonly number[], index: number): boolean =>
  values[index - 1] === values[index - 2] || values[index] === values[index + 1];
