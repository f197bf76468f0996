import sharp, { type Metadata } from "sharp";
import { ReadError } from "../../core/outcome.ts";
import type { Raster } from "./raster.ts";
import { toGrey } from "./to-grey.ts";

/** A picture's page: its pixels, and its size in points. */
export interface PicturePage {
  readonly grey: Raster;
  readonly width: number;
  readonly height: number;
}

/** What a picture file holds. */
export interface Picture {
  readonly mediaType: string;
  readonly pageCount: number;
  /** The size in points of a page, counted from 0, upright. */
  readonly measure: (index: number) => Promise<{ readonly width: number; readonly height: number }>;
  /** Decodes a page, counted from 0. */
  readonly decode: (index: number) => Promise<PicturePage>;
}

/** A3 at 600 dpi has 70 million pixels. */
const MOST_PIXELS = 100_000_000;
/** As many pages as a scanned plan with its attachments has, and half again. */
const MOST_PAGES = 200;
/** Finer scans are made smaller: more pixels cost time and tell no more (dpi). */
const FINEST = 200;
/** Points. Where no plausible resolution is stated the page is taken for A4, and part of a page for as wide as A4. */
const SHORT_SIDE = { a6: 290, a4: 595.28, a2: 1200 };
/** A page's longer side is √2 times the shorter, or near it: other papers, and margins cut off. */
const PAGE_SHAPE = { squarest: 1.2, longest: 1.65 };

/**
 * Opens a PNG, a JPEG or a TIFF of one or more pages. Animation is ignored: the first picture counts.
 * @throws ReadError `damaged`; `too-large` for too many pixels (also where they are few bytes) or pages.
 */
export async function openPicture(bytes: Uint8Array): Promise<Picture> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => fail(error));
  const pixels = (metadata.width ?? 0) * (metadata.height ?? 0);
  if (pixels > MOST_PIXELS) throw new ReadError("too-large", { pixels, limit: MOST_PIXELS });
  const isTiff = metadata.format === "tiff";
  const pageCount = isTiff ? (metadata.pages ?? 1) : 1;
  if (pageCount > MOST_PAGES) throw new ReadError("too-large", { pages: pageCount, limit: MOST_PAGES });
  return {
    mediaType: `image/${metadata.format}`,
    pageCount,
    measure: async (index) => {
      const picture = sharp(bytes, { page: isTiff ? index : 0, limitInputPixels: MOST_PIXELS });
      return sizeOf(await picture.metadata().catch((error: unknown) => fail(error)));
    },
    decode: (index) => decodePage(bytes, isTiff ? index : 0).catch((error: unknown) => fail(error)),
  };
}

/** Each page of a TIFF has its own size, so the limit holds for each. */
async function decodePage(bytes: Uint8Array, page: number): Promise<PicturePage> {
  const picture = sharp(bytes, { page, limitInputPixels: MOST_PIXELS, failOn: "truncated" });
  const { width, height } = sizeOf(await picture.metadata());
  // Camera pictures say how they were held; transparent paper is white.
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .resize({
      width: Math.max(1, Math.round((width * FINEST) / 72)),
      height: Math.max(1, Math.round((height * FINEST) / 72)),
      fit: "fill",
      withoutEnlargement: true,
    })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { grey: toGrey({ ...info, data: new Uint8Array(data) }), width, height };
}

/** The page's size in points, upright: EXIF orientations from 5 on lie on their side. */
function sizeOf({ width = 1, height = 1, density = 1, orientation = 1 }: Metadata): { width: number; height: number } {
  const short = Math.min(width, height);
  const stated = (72 * short) / density;
  const isStated = stated >= SHORT_SIDE.a6 && stated <= SHORT_SIDE.a2;
  const upright = orientation < 5 ? { width, height } : { width: height, height: width };
  const shape = Math.max(width, height) / short;
  const isPage = shape > PAGE_SHAPE.squarest && shape < PAGE_SHAPE.longest;
  const points = isStated ? 72 / density : SHORT_SIDE.a4 / (isPage ? short : upright.width);
  return { width: upright.width * points, height: upright.height * points };
}

function fail(error: unknown): never {
  const detail = error instanceof Error ? error.message : String(error);
  if (/pixel limit/u.test(detail)) throw new ReadError("too-large", { limit: MOST_PIXELS }, { cause: error });
  throw new ReadError("damaged", { format: "image", detail }, { cause: error });
}
