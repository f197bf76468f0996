import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { Raster } from "../image/raster.ts";
import type { RecognisedPage } from "../image/recognise-page.ts";
import { withPdf } from "./open-pdf.ts";

/** An A2 page at 200 dpi; a larger page is drawn smaller. */
const MOST_PIXELS = 16_000_000;
const SCALE = 200 / 72;
/** More scanned pages than a plan and all its attachments have would take more than ten minutes. */
const MOST_SCANNED = 300;

/** What pdf.js's canvas factory gives. */
interface Drawing {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly context: {
    getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
  };
}
interface CanvasFactory {
  create(width: number, height: number): Drawing;
  destroy(drawing: Drawing): void;
}

/** A page to recognise, and how many characters it must give for that to be worth more than its text layer. */
export interface ScannedPage {
  readonly page: number;
  readonly least: number;
}

/** Draws and recognises pages; one that gives too little is left out. */
export async function recognisePages(
  bytes: Uint8Array,
  scanned: readonly ScannedPage[],
): Promise<ReadonlyMap<number, RecognisedPage>> {
  const recognised = new Map<number, RecognisedPage>();
  if (scanned.length === 0) return recognised;
  await withPdf(
    bytes,
    async (pdf) => {
      for (const { page, least } of scanned.slice(0, MOST_SCANNED)) {
        const read = await recognise(pdf, page);
        if (read.content.glyphs.length >= least) recognised.set(page, read);
      }
    },
    "with-pictures",
  );
  return recognised;
}

/** The recogniser is loaded here and not before: most files never need it. */
async function recognise(pdf: PDFDocumentProxy, number: number): Promise<RecognisedPage> {
  const { recognisePage } = await import("../image/recognise-page.ts");
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const grey = await drawPage(pdf, page);
  page.cleanup();
  return recognisePage(grey, { page: number, width, height });
}

async function drawPage(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<Raster> {
  const { toGrey } = await import("../image/to-grey.ts");
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale });
  const factory = pdf.canvasFactory as CanvasFactory;
  const drawing = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  try {
    await page.render({ canvas: drawing.canvas as never, viewport, annotationMode: 0 }).promise;
    const size = { width: drawing.canvas.width, height: drawing.canvas.height };
    const { data } = drawing.context.getImageData(0, 0, size.width, size.height);
    return toGrey({ ...size, channels: 4, data: new Uint8Array(data.buffer) });
  } finally {
    factory.destroy(drawing);
  }
}
