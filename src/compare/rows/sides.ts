import type { DescribedRow } from "./describe-row.ts";
import type { RowIndex } from "./row-index.ts";

/** Two lists of rows made ready; `index` holds the template's rows first, then the local ones. */
export interface Sides {
  readonly template: readonly DescribedRow[];
  readonly local: readonly DescribedRow[];
  readonly index: RowIndex;
}

/** How many of the rows that share most with a row are looked at, of both sides together. */
const MOST_CANDIDATES = 24;

/** Pairs (place in the template, place in the local plan) that share enough weighted words to be looked at, once each. */
export function candidatePairs({ template, local, index }: Sides): [number, number][] {
  const pairs = new Set<number>();
  const base = template.length;
  for (const [at, row] of [...template, ...local].entries())
    for (const other of index.candidates(row, MOST_CANDIDATES)) {
      if (at < base === other < base) continue;
      pairs.add(at < base ? at * local.length + (other - base) : other * local.length + (at - base));
    }
  return [...pairs].toSorted((a, b) => a - b).map((pair) => [Math.floor(pair / local.length), pair % local.length]);
}
