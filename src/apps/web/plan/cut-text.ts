/** A stretch of a text that is lit up, or not. */
export interface Piece {
  readonly text: string;
  readonly isLit: boolean;
}

/** Cuts a text at the edges of ranges, which may overlap. */
export function cutText(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): Piece[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of merged) {
    pieces.push({ text: text.slice(at, start), isLit: false }, { text: text.slice(start, end), isLit: true });
    at = end;
  }
  return [...pieces, { text: text.slice(at), isLit: false }].filter((piece) => piece.text !== "");
}
