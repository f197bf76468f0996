import sharp from "sharp";
import { openPdf } from "./drawn-page.ts";

/** Pixels an inch. */
const DENSITY = 200;

/** Which part of a page becomes a picture, in points: from `top`, `height` high, white from `bottom` on. */
export interface Part {
  readonly page: number;
  readonly top: number;
  readonly height: number;
  readonly bottom: number;
}

/** A PNG of a part of a PDF's page, as a scanner would make it. */
export async function drawPicture(path: URL, { page, top, height, bottom }: Part): Promise<Uint8Array> {
  const pdf = await openPdf(path);
  const source = await pdf.getPage(page);
  const scale = DENSITY / 72;
  const viewport = source.getViewport({ scale, offsetY: -top * scale });
  const factory = pdf.canvasFactory as { create: (width: number, height: number) => Drawing };
  const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(height * scale));
  await source.render({ canvas: canvas as never, viewport, annotationMode: 0 }).promise;
  context.fillStyle = "white";
  context.fillRect(0, (bottom - top) * scale, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const raw = { width: canvas.width, height: canvas.height, channels: 4 } as const;
  return sharp(Buffer.from(data.buffer), { raw }).withMetadata({ density: DENSITY }).png().toBuffer();
}

/** What pdf.js's canvas factory gives in Node. */
interface Drawing {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly context: {
    fillStyle: string;
    fillRect(x: number, y: number, width: number, height: number): void;
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  };
}
