/** Where on which page a pointer is, in points from the page's top left. */
export function placeOnPage(
  event: MouseEvent,
): { readonly page: number; readonly x: number; readonly y: number } | null {
  const sheet = (event.target as Element).closest<HTMLElement>("[data-page]");
  if (!sheet) return null;
  const box = sheet.getBoundingClientRect();
  const perPixel = Number(sheet.dataset.width) / box.width;
  return {
    page: Number(sheet.dataset.page),
    x: (event.clientX - box.left) * perPixel,
    y: (event.clientY - box.top) * perPixel,
  };
}
