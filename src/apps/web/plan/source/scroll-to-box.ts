import type { Evidence } from "../../../../../schemas/evidence.ts";

/** Brings the words of an evidence into view, unless they are; the page itself need not be there yet. */
export function scrollToBox(scroller: HTMLElement, { page, bbox }: Evidence): void {
  const slot = scroller.querySelector<HTMLElement>(`[data-page-slot="${page}"]`);
  if (!slot) return;
  const view = scroller.getBoundingClientRect();
  const box = slot.getBoundingClientRect();
  const sheet = slot.querySelector<HTMLElement>("[data-page]");
  const perPoint = sheet ? sheet.offsetHeight / Number(sheet.dataset.height) : box.height / 842;
  const top = box.top + (bbox?.[1] ?? 0) * perPoint;
  const bottom = box.top + (bbox?.[3] ?? 0) * perPoint;
  if (top >= view.top + 8 && bottom <= view.bottom - 8) return;
  scroller.scrollTo({ top: scroller.scrollTop + top - view.top - view.height / 3, behavior: "instant" });
}
