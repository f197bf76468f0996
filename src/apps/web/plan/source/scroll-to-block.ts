const MOST_FRAMES = 40;

/** Brings a block into view; where its stretch is not there yet, the stretch first, and the block once it has come. */
export function scrollToBlock(scroller: HTMLElement, block: number, frame = 0): void {
  const found = scroller.querySelector<HTMLElement>(`[data-block="${block}"]`);
  if (found) {
    intoView(scroller, found.querySelector("mark") ?? found);
    return;
  }
  if (frame === 0) {
    const chunk = [...scroller.querySelectorAll<HTMLElement>("[data-first-block]")].find(
      ({ dataset }) => Number(dataset.firstBlock) <= block && block <= Number(dataset.lastBlock),
    );
    if (chunk) intoView(scroller, chunk);
  }
  if (frame < MOST_FRAMES) requestAnimationFrame(() => scrollToBlock(scroller, block, frame + 1));
}

/** Scrolls only where the element is not in view already; a third of the way down. */
export function intoView(scroller: HTMLElement, element: HTMLElement): void {
  const box = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (box.top >= view.top + 8 && box.bottom <= view.bottom - 8) return;
  scroller.scrollTo({ top: scroller.scrollTop + box.top - view.top - view.height / 3, behavior: "instant" });
}
