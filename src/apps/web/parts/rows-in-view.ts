/** Which rows of equal height have to be there; `before` and `after` are the pixels that stand for the others. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
}

const BEYOND_ROWS = 12;

/** The rows that a scroller shows, and some beyond; `last` is exclusive. */
export function rowsInView(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - BEYOND_ROWS);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + BEYOND_ROWS);
  return { first, last, before: first * rowHeight, after: Math.max(0, count - last) * rowHeight };
}
