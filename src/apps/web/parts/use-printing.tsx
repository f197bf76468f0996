import { options } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * Whether the page is being printed: what is on screen only while in view is then drawn whole. The paper is laid out as soon as
 * the event is over, so the page is drawn within it.
 */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(() => matchMedia("print").matches);
  useEffect(() => {
    const media = matchMedia("print");
    const begin = () => drawNow(() => setPrinting(true));
    const end = () => setPrinting(false);
    const follow = () => (media.matches ? begin() : end());
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    media.addEventListener("change", follow);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
      media.removeEventListener("change", follow);
    };
  }, []);
  return isPrinting;
}

/** Draws what an act changes before it returns, not with the next tick. */
function drawNow(act: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (draw) => draw();
  act();
  if (debounceRendering) options.debounceRendering = debounceRendering;
  else delete options.debounceRendering;
}
