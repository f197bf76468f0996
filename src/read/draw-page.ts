import { ReadError } from "../core/outcome.ts";
import { detectFormat, type Format } from "./detect.ts";
import { MOST_BYTES } from "./index.ts";
import type { PageDrawer } from "./page-drawer.ts";

/** The formats that have pages; the libraries load when first needed. */
const DRAWERS: Partial<Record<Format, PageDrawer>> = {
  pdf: async (...given) => (await import("./pdf/draw-pdf-page.ts")).drawPdfPage(...given),
  ofd: async (bytes, page, scale) => {
    const { writeOfdPage } = await import("./ofd/write-svg.ts");
    const { drawSvg } = await import("./image/draw-picture.ts");
    return drawSvg(writeOfdPage(bytes, page), scale);
  },
  image: async (...given) => (await import("./image/draw-picture.ts")).drawPicturePage(...given),
};

/**
 * Draws a page of a file as it looks, for a person to set beside the plan.
 * @throws ReadError `unsupported-format` where the format has no pages, `too-large`, `page-missing`, and what its format says.
 */
export const drawPage: PageDrawer = async (bytes, page, scale) => {
  if (bytes.length > MOST_BYTES) throw new ReadError("too-large", { bytes: bytes.length, limit: MOST_BYTES });
  const format = detectFormat(bytes);
  const draw = DRAWERS[format];
  if (!draw) throw new ReadError("unsupported-format", { format });
  return draw(bytes, page, scale);
};
