import { useEffect, useState } from "preact/hooks";

/** Which columns of equal width have to be there; `before` and `after` count those left out. */
export interface ColumnWindow {
  readonly first: number;
  readonly last: number;
}

const BEYOND = 3;
/** Columns come and go so many at a time: each time lays out the whole table. */
const AT_ONCE = 6;

/** The columns that a scroller shows beside its sticky first column, and some beyond; `last` is exclusive. */
export function columnsInView(scrollLeft: number, width: number, columnWidth: number, count: number): ColumnWindow {
  const first = Math.floor(scrollLeft / columnWidth) - BEYOND;
  const last = Math.ceil((scrollLeft + width) / columnWidth) + BEYOND;
  return {
    first: Math.max(0, Math.floor(Math.min(first, count) / AT_ONCE) * AT_ONCE),
    last: Math.min(count, Math.ceil(last / AT_ONCE) * AT_ONCE),
  };
}

/** Follows a scroller sideways: only the columns in view are in the document. */
export function useColumns(
  scroller: { readonly current: HTMLElement | null },
  count: number,
  columnWidth: number,
): ColumnWindow {
  const [view, setView] = useState({ left: 0, width: 1400 });
  useEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const look = () =>
      setView((old) => {
        const left = Math.floor(current.scrollLeft / columnWidth) * columnWidth;
        return old.left === left && old.width === current.clientWidth ? old : { left, width: current.clientWidth };
      });
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(current);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, [scroller, columnWidth]);
  return columnsInView(view.left, view.width, columnWidth, count);
}
