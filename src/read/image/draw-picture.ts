import sharp from "sharp";
import { ReadError } from "../../core/outcome.ts";
import type { PageDrawer } from "../page-drawer.ts";
import { openPicture } from "./decode-picture.ts";

/** A2 at two pixels a point; a larger page is drawn smaller. */
const MOST_PIXELS = 16_000_000;
const MOST_SOURCE_PIXELS = 100_000_000;
const POINTS_PER_INCH = 72;

/** Draws a page of a picture file upright, at `scale` pixels a point of the page that the reader takes it for. */
export const drawPicturePage: PageDrawer = async (bytes, page, scale) => {
  const picture = await openPicture(bytes);
  if (page > picture.pageCount) throw new ReadError("page-missing", { page, path: picture.mediaType });
  const { width, height } = await picture.measure(page - 1);
  const shown = Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)));
  return sharp(bytes, {
    ...(picture.pageCount > 1 && { page: page - 1 }),
    limitInputPixels: MOST_SOURCE_PIXELS,
    failOn: "truncated",
  })
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .resize({
      width: Math.max(1, Math.round(width * shown)),
      height: Math.max(1, Math.round(height * shown)),
      fit: "fill",
      withoutEnlargement: true,
    })
    .png()
    .toBuffer()
    .catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      throw new ReadError("damaged", { format: "image", detail }, { cause: error });
    });
};

/** Draws a page of our own writing; its size is stated in points. */
export const drawSvg = (svg: string, scale: number): Promise<Uint8Array> =>
  sharp(Buffer.from(svg), { density: POINTS_PER_INCH * scale, limitInputPixels: MOST_SOURCE_PIXELS })
    .png()
    .toBuffer();
