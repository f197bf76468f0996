import { useEffect, useState } from "preact/hooks";

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

/** Follows a scroller: only the rows in view are in the document, however many there are. */
export function useWindow(
  scroller: { readonly current: HTMLElement | null },
  count: number,
  rowHeight: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 900 });
  useEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const look = () =>
      setView((old) => {
        const top = Math.floor(current.scrollTop / rowHeight) * rowHeight;
        return old.top === top && old.height === current.clientHeight ? old : { top, height: current.clientHeight };
      });
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(current);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, [scroller, rowHeight]);
  return rowsInView(view.top, view.height, rowHeight, count);
}
