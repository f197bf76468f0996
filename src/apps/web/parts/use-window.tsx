import { useEffect, useState } from "preact/hooks";
import { type RowWindow, rowsInView } from "./rows-in-view.ts";

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
