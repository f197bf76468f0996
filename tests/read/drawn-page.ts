import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Box } from "../../schemas/evidence.ts";

/** Pixels a point. */
const SCALE = 2;
/** The sum of red, green and blue below which a pixel is ink. */
const DARK = 380;

/** A character as pdf.js's own text extraction places it: the middle of its em box. */
interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A page drawn, to look whether a box says the truth; all places in points from the top left. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** The smallest box round all ink within a box; null where there is none. */
  readonly inkWithin: (box: Box) => Box | null;
  /** Whether some column within `reach` of `x` has no ink between two heights: no character is cut there. */
  readonly isGap: (x: number, from: number, to: number, reach: number) => boolean;
  /** The characters whose middles lie in a box, from left to right. */
  readonly textWithin: (box: Box) => string;
}

const folder = (name: string): string =>
  fileURLToPath(new URL(`../../${name}/`, import.meta.resolve("pdfjs-dist/legacy/build/pdf.mjs")));

/** Opens a PDF for drawing. */
export const openPdf = (path: URL): Promise<PDFDocumentProxy> =>
  getDocument({
    data: new Uint8Array(readFileSync(path)),
    cMapUrl: folder("cmaps"),
    standardFontDataUrl: folder("standard_fonts"),
    verbosity: 0,
  }).promise;

/** Gives the pages of a PDF drawn, each once, when it is first asked for. */
export async function openDrawing(path: URL): Promise<(page: number) => Promise<DrawnPage>> {
  const pdf = await openPdf(path);
  const drawn = new Map<number, Promise<DrawnPage>>();
  return (page) => {
    const known = drawn.get(page) ?? drawPage(pdf, page);
    drawn.set(page, known);
    return known;
  };
}

/** What pdf.js's canvas factory gives in Node. */
interface Drawing {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly context: { getImageData(x: number, y: number, w: number, h: number): { readonly data: Uint8ClampedArray } };
}

async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<DrawnPage> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: SCALE });
  const factory = pdf.canvasFactory as { create: (width: number, height: number) => Drawing };
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport, annotationMode: 0 }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const isInk: Ink = (x, y) => {
    if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return false;
    const at = 4 * (y * canvas.width + x);
    return data[at]! + data[at + 1]! + data[at + 2]! < DARK;
  };
  const [width, height] = [viewport.width / SCALE, viewport.height / SCALE];
  const placed = await placeCharacters(page, height);
  return {
    width,
    height,
    inkWithin: (box) => findInk(box, isInk),
    isGap: (x, from, to, reach) => hasGap(x, [from, to], reach, isInk),
    textWithin: ([x0, y0, x1, y1]) =>
      placed
        .filter(({ x, y }) => x0 < x && x < x1 && y0 < y && y < y1)
        .map(({ text }) => text)
        .join(""),
  };
}

/** pdf.js gives strings with a place and a width; their characters are as wide as each other, ASCII half as wide. */
async function placeCharacters(
  page: Awaited<ReturnType<PDFDocumentProxy["getPage"]>>,
  height: number,
): Promise<Placed[]> {
  const { items } = await page.getTextContent();
  const placed = items.flatMap((item): Placed[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , size, left, foot] = item.transform as number[];
    const weights = [...item.str].map((character) => (character < "\u0080" ? 0.5 : 1));
    const unit = item.width / weights.reduce((sum, weight) => sum + weight, 0);
    let pen = left!;
    return [...item.str].map((text, index) => {
      const x = pen + (unit * weights[index]!) / 2;
      pen += unit * weights[index]!;
      return { text, x, y: height - foot! - 0.36 * size! };
    });
  });
  return placed.sort((a, b) => a.x - b.x);
}

type Ink = (x: number, y: number) => boolean;

/** Looks from each side inwards, to the first row or column with ink. */
function findInk(box: Box, isInk: Ink): Box | null {
  const [x0, y0, x1, y1] = box.map((value) => Math.round(value * SCALE)) as [number, number, number, number];
  const hasInk = (left: number, top: number, right: number, bottom: number): boolean => {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (isInk(x, y)) return true;
    return false;
  };
  let [left, top, right, bottom] = [x0, y0, x1, y1];
  while (top < bottom && !hasInk(x0, top, x1, top + 1)) top++;
  if (top === bottom) return null;
  while (!hasInk(x0, bottom - 1, x1, bottom)) bottom--;
  while (!hasInk(left, top, left + 1, bottom)) left++;
  while (!hasInk(right - 1, top, right, bottom)) right--;
  return [left / SCALE, top / SCALE, right / SCALE, bottom / SCALE];
}

function hasGap(x: number, [from, to]: readonly [number, number], reach: number, isInk: Ink): boolean {
  const rows = Array.from({ length: Math.round((to - from) * SCALE) }, (_, index) => Math.round(from * SCALE) + index);
  for (let column = Math.round((x - reach) * SCALE); column <= Math.round((x + reach) * SCALE); column++)
    if (rows.every((row) => !isInk(column, row))) return true;
  return false;
}
