import { useEffect, useState } from "preact/hooks";

const FIRST = 1;
/** Milliseconds between two draws: a browser paints and answers in between. */
const PAUSE = 16;

/** How many of `count` parts are drawn: one at once, so that the page opens; each next one after a frame, until all are there. */
export function useGrowing(count: number): number {
  const [shown, setShown] = useState(FIRST);
  useEffect(() => {
    if (shown >= count) return;
    const timer = setTimeout(() => setShown(shown + 1), PAUSE);
    return () => clearTimeout(timer);
  }, [shown, count]);
  return Math.min(shown, count);
}
