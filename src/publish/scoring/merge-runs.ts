import type { Range } from "../xlsx/workbook.ts";

/**
 * The runs of two and more lines with one key, as ranges of a column.
 * @param keys of the lines from row `top` on; null stands alone.
 */
export function mergeRuns(keys: readonly (string | null)[], top: number, column: number): Range[] {
  const ranges: Range[] = [];
  for (let at = 0, start = 0; at <= keys.length; at++) {
    if (at < keys.length && keys[at] === keys[start] && keys[at] !== null) continue;
    if (at - start > 1) ranges.push({ top: top + start, left: column, bottom: top + at - 1, right: column });
    start = at;
  }
  return ranges;
}
