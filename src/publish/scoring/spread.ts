import type { Cell } from "../xlsx/workbook.ts";

/**
 * A row made of cells that each cover a span of columns, from `left` to `right`; all cells of a span have its style, so that
 * borders go round it.
 */
export function spread(
  first: Cell,
  last: number,
  spans: readonly (readonly [left: number, right: number, cell: Cell])[],
): { cells: Cell[]; merges: [number, number][] } {
  const cells = Array.from({ length: last + 1 }, (): Cell => ({ value: null }));
  cells[0] = first;
  for (const [left, right, cell] of spans) {
    for (let at = left + 1; at <= right; at++)
      cells[at] = { value: null, ...(cell.style ? { style: cell.style } : {}) };
    cells[left] = cell;
  }
  return { cells, merges: spans.filter(([left, right]) => right > left).map(([left, right]) => [left, right]) };
}
