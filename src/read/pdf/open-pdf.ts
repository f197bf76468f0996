import { fileURLToPath } from "node:url";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { ReadError } from "../../core/outcome.ts";

type PdfJs = typeof import("pdfjs-dist");

const folder = (name: string): string =>
  fileURLToPath(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")));

let loaded: Promise<PdfJs> | null = null;

/** pdf.js, loaded once. The legacy build: the modern one wants browsers newer than Node 24 (`Uint8Array.toHex`). */
export const loadPdfJs = (): Promise<PdfJs> => {
  loaded ??= importQuietly();
  return loaded;
};

/** Without @napi-rs/canvas pdf.js warns of drawing, which only a scan asks of it, before its verbosity can be set. */
async function importQuietly(): Promise<PdfJs> {
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!/@napi-rs\/canvas|Cannot polyfill/.test(String(words[0]))) warn(...words);
  };
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
  }
}

/** Whether the pages' pictures are needed, or only their text. */
export type Pictures = "with-pictures" | "without-pictures";

/** A picture of more pixels is not drawn: A3 at 600 dpi has 70 million. */
const MOST_PIXELS = 100_000_000;

/**
 * Opens a PDF, hands it to `use`, and always frees it again.
 * @throws ReadError `encrypted` where a password is needed, `damaged` where pdf.js finds no document.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy, pdfjs: PdfJs) => Promise<T>,
  pictures: Pictures = "without-pictures",
): Promise<T> {
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    // A copy: pdf.js takes the memory for its own, and refuses a Buffer.
    data: new Uint8Array(bytes),
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    useSystemFonts: false,
    wasmUrl: folder("wasm"),
    // A picture that is not looked at is not decoded: a hostile or a scanned one costs nothing.
    maxImageSize: pictures === "with-pictures" ? MOST_PIXELS : 0,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await use(await task.promise, pdfjs);
  } catch (error) {
    throw asReadError(error);
  } finally {
    await task.destroy();
  }
}

/** Only what pdf.js says of the file (its errors are named `…Exception`); any other error is a fault of ours and goes on. */
function asReadError(error: unknown): unknown {
  if (!(error instanceof Error) || !error.name.endsWith("Exception")) return error;
  if (error.name === "PasswordException") return new ReadError("encrypted", { format: "pdf" }, { cause: error });
  return new ReadError("damaged", { format: "pdf", detail: error.message }, { cause: error });
}
