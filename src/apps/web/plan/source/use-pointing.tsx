import { useEffect, useMemo } from "preact/hooks";
import { useDesk } from "../desk.tsx";
import type { Lit } from "../spotlight.ts";

const SCROLL_MILLIS = 140;

/**
 * Ties one side to the spotlight: pointing at it lights up the fact there, and it scrolls to what was pointed at on the other side.
 * A pointer that only passes over must not make the source jump, so scrolling waits a moment.
 */
export function usePointing(
  scroller: { readonly current: HTMLElement | null },
  factAt: (event: MouseEvent) => string | null,
  scrollTo: (lit: Lit) => void,
) {
  const { spotlight, show } = useDesk();
  useEffect(() => {
    let timer = 0;
    const follow = (): void => {
      clearTimeout(timer);
      const lit = spotlight.lit();
      if (lit && lit.from !== "source" && scroller.current)
        timer = window.setTimeout(() => scrollTo(lit), SCROLL_MILLIS);
    };
    follow();
    const end = spotlight.follow(follow);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [spotlight]);
  return useMemo(
    () => ({
      onMouseMove: (event: MouseEvent) => spotlight.point(factAt(event), "source"),
      onMouseLeave: () => spotlight.point(null, "source"),
      onClick: (event: MouseEvent) => {
        if (getSelection()?.isCollapsed === false) return;
        const path = factAt(event);
        if (path === null) return;
        spotlight.choose(path, "source");
        show(path, "facts");
      },
    }),
    [spotlight],
  );
}
