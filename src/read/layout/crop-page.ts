import type { Box } from "../../../schemas/evidence.ts";
import { isBlank } from "./gather-lines.ts";
import type { Glyph, PageContent } from "./page-content.ts";

/** A page's content as a viewer shows it, and how many characters stand outside of the page. */
export interface CroppedPage {
  readonly content: PageContent;
  readonly outside: number;
}

/**
 * Leaves out characters whose middle lies outside of the page, which nobody sees (printer's marks, texts hidden on
 * purpose); boxes that reach over its edge end there.
 */
export function cropPage(content: PageContent): CroppedPage {
  const { width, height } = content;
  const { shown = [], hidden = [] } = Object.groupBy(content.glyphs, ({ box: [x0, y0, x1, y1] }) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return 0 <= x && x <= width && 0 <= y && y <= height ? "shown" : "hidden";
  });
  const glyphs = shown.map((glyph): Glyph => ({ ...glyph, box: cutBox(glyph.box, width, height) }));
  return { content: { ...content, glyphs }, outside: hidden.filter((glyph) => !isBlank(glyph)).length };
}

const cutBox = ([x0, y0, x1, y1]: Box, width: number, height: number): Box => [
  Math.max(0, x0),
  Math.max(0, y0),
  Math.min(width, x1),
  Math.min(height, y1),
];
