import { createGlyph, type Glyph, type PageContent, type Ruling } from "../../../src/read/layout/page-content.ts";

/** Glyphs of a text whose first em box has its top left at (x, y); Latin characters are half an em wide. */
export function drawText(text: string, x: number, y: number, size = 10, gap = 0): Glyph[] {
  let at = x;
  return [...text].map((character) => {
    const width = character > "\u2000" ? size : size / 2;
    const glyph = createGlyph(character, "across", size, [at, y, at + width, y + size]);
    at += width + gap;
    return glyph;
  });
}

/** The rulings of a full grid with these edges. */
export const drawGrid = (xs: readonly number[], ys: readonly number[]): Ruling[] => [
  ...ys.map((y): Ruling => [xs[0]!, y, xs.at(-1)!, y]),
  ...xs.map((x): Ruling => [x, ys[0]!, x, ys.at(-1)!]),
];

/** An A4 page. */
export const drawPage = (page: number, glyphs: readonly Glyph[], rulings: readonly Ruling[] = []): PageContent => ({
  page,
  width: 595,
  height: 842,
  glyphs,
  rulings,
});

/** A table whose rows have these cells, one line each (`|` parts lines), as glyphs; every row is as high as given. */
export function drawRows(rows: readonly (readonly string[])[], xs: readonly number[], ys: readonly number[]): Glyph[] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) => cell.split("|").flatMap((line, l) => drawText(line, xs[c]! + 5, ys[r]! + 5 + 13 * l))),
  );
}
