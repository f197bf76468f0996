interface CaretFinder {
  readonly caretPositionFromPoint?: (
    x: number,
    y: number,
  ) => { readonly offsetNode: Node; readonly offset: number } | null;
}

/** The block that a pointer is over, and the character in it; the offset is null where the browser cannot tell. */
export function placeInText(event: MouseEvent): { readonly block: number; readonly offset: number | null } | null {
  const element = (event.target as Element).closest<HTMLElement>("[data-block]");
  if (!element) return null;
  const block = Number(element.dataset.block);
  const caret = (document as CaretFinder).caretPositionFromPoint?.(event.clientX, event.clientY);
  if (!caret || !element.contains(caret.offsetNode)) return { block, offset: null };
  return { block, offset: charactersBefore(element, caret.offsetNode) + caret.offset };
}

/** Marks cut the text into several nodes: how many characters stand before one of them. */
function charactersBefore(element: Element, node: Node): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) {
    if (walker.currentNode === node) return count;
    count += walker.currentNode.nodeValue?.length ?? 0;
  }
  return 0;
}
