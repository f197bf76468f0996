/** A line of print takes about this many points at 11 points of size. */
const LINE = 16;
/** Excel allows 409.5 points. */
const TALLEST = 405;

/** The height in points that texts need in columns of these widths: no spreadsheet computes it for merged or new cells by itself. */
export const rowHeight = (
  texts: readonly { readonly text: string | number | null; readonly width: number }[],
): number =>
  Math.min(TALLEST, Math.max(1, ...texts.map(({ text, width }) => linesOf(String(text ?? ""), width))) * LINE + 6);

const linesOf = (text: string, width: number): number =>
  text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 2))), 0);

/** In characters of the default face: a Chinese one takes two, a little less in practice. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character > "\u2e7f" ? 2 : 1), 0);
