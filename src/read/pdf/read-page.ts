import type { PDFPageProxy } from "pdfjs-dist";
import type { LeftOut } from "../drawing/left-out.ts";
import { cropPage } from "../layout/crop-page.ts";
import type { Matrix } from "../layout/matrix.ts";
import type { PageContent } from "../layout/page-content.ts";
import { hasPagePicture } from "./find-page-picture.ts";
import { type Font, NO_FONT } from "./graphics-state.ts";
import { walkOperators } from "./walk-operators.ts";

/** A page's content, upright as a viewer shows it, and how many of its characters were left out. */
export interface ReadPage extends LeftOut {
  readonly content: PageContent;
  /** Whether a picture fills the page: a scan, perhaps with a few words printed over it. */
  readonly pictured: boolean;
}

/** `AnnotationMode.DISABLE` of pdf.js: notes and form widgets are not the document's words. */
const NO_ANNOTATIONS = 0;

/**
 * Reads a page's characters and lines from its operator list: one pass gives both, and each character's own place.
 * (`getTextContent` would parse the page again, join characters by its own rules, and put in blanks that cannot be
 * told from real ones.)
 */
export async function readPage(page: PDFPageProxy, codes: Readonly<Record<string, number>>): Promise<ReadPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: NO_ANNOTATIONS });
  const findFont = createFontFinder(page);
  const { glyphs, rulings, leaning } = walkOperators(list, { codes, findFont }, transform as unknown as Matrix);
  const pictured = hasPagePicture(list, codes, width * height);
  return { ...cropPage({ page: page.pageNumber, width, height, glyphs, rulings }), leaning, pictured };
}

function createFontFinder(page: PDFPageProxy): (name: string) => Font {
  const fonts = new Map<string, Font>();
  return (name) => {
    const font = fonts.get(name) ?? findFont(page, name);
    fonts.set(name, font);
    return font;
  };
}

function findFont({ commonObjs }: PDFPageProxy, name: string): Font {
  if (!commonObjs.has(name)) return NO_FONT;
  const { vertical, fontMatrix } = commonObjs.get(name) as { vertical?: boolean; fontMatrix?: readonly number[] };
  return { vertical: vertical === true, unit: Math.abs(fontMatrix?.[0] ?? NO_FONT.unit) || NO_FONT.unit };
}
