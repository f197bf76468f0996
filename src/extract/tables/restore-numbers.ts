/**
 * The rows' numbers as printed; a number that is missing, or replaced by another (a category's points slipped into its
 * place), is restored from the rows above and below. A row whose number nothing proves has its ordinal.
 */
export function restoreNumbers(printed: readonly (number | string | null)[]): (number | string)[] {
  const known = printed.map((value, at) => (isOutOfStep(printed, at) ? null : value));
  const above = distances(known);
  const below = distances(known.toReversed()).toReversed();
  return known.map((value, at) => {
    if (value !== null) return value;
    const [up, down] = [above[at]!, below[at]!];
    const expected = up.number === null ? null : up.number + up.rows;
    const agreed = down.number === null ? expected : down.number - down.rows;
    if (agreed === null || agreed < 1) return at + 1;
    return expected === null || expected === agreed ? agreed : at + 1;
  });
}

interface Distance {
  readonly number: number | null;
  readonly rows: number;
}

/** For each row the nearest known number before it and how many rows away it stands. */
function distances(values: readonly (number | string | null)[]): Distance[] {
  let last: Distance = { number: null, rows: 0 };
  return values.map((value) => {
    const before = { ...last, rows: last.rows + 1 };
    last = value === null ? before : { number: typeof value === "number" ? value : null, rows: 0 };
    return before;
  });
}

/** 10 between 22 and 24. */
function isOutOfStep(values: readonly (number | string | null)[], at: number): boolean {
  const [above, value, below] = [values[at - 1], values[at], values[at + 1]];
  if (typeof above !== "number" || typeof value !== "number" || typeof below !== "number") return false;
  return below === above + 2 && value !== above + 1;
}
