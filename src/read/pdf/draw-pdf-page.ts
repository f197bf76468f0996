import { ReadError } from "../../core/outcome.ts";
import type { PageDrawer } from "../page-drawer.ts";
import { withPdf } from "./open-pdf.ts";

/** A2 at two pixels a point; a larger page is drawn smaller. */
const MOST_PIXELS = 16_000_000;

/** What pdf.js's canvas factory gives: a canvas of @napi-rs/canvas. */
interface PngCanvas {
  readonly encode: (format: "png") => Promise<Uint8Array>;
}
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: PngCanvas };
  destroy(drawing: { readonly canvas: PngCanvas }): void;
}

/** Fonts of many systems that have Chinese characters; a file that embeds none is drawn with the first of them. */
const CHINESE = /^(?:SimSun|STSong|Songti|Noto (?:Serif|Sans) CJK|Source Han|WenQuanYi|Microsoft YaHei|PingFang)/u;
const GENERIC = ["serif", "sans-serif", "monospace"];

/** Without it, the canvas takes any font for `serif`, also one of symbols. */
async function nameFonts(): Promise<void> {
  const { GlobalFonts } = await import("@napi-rs/canvas");
  const chinese = GlobalFonts.families.find(({ family }) => CHINESE.test(family));
  if (chinese) for (const name of GENERIC) GlobalFonts.setAlias(chinese.family, name);
}

export const drawPdfPage: PageDrawer = async (bytes, number, wanted) => {
  await nameFonts();
  return withPdf(
    bytes,
    async (pdf) => {
      if (number > pdf.numPages) throw new ReadError("page-missing", { page: number, path: "pdf" });
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
      const viewport = page.getViewport({ scale });
      const factory = pdf.canvasFactory as CanvasFactory;
      const drawing = factory.create(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
      try {
        await page.render({ canvas: drawing.canvas as never, viewport }).promise;
        return new Uint8Array(await drawing.canvas.encode("png"));
      } finally {
        factory.destroy(drawing);
      }
    },
    "with-pictures",
  );
};
