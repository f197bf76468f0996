import { type Outcome, ReadError } from "../core/outcome.ts";
import type { SourceDocument } from "../core/source-block.ts";
import { detectFormat, type Format } from "./detect.ts";
import { refuseArchive } from "./read-archive.ts";
import type { Reader, ReadOptions } from "./reader.ts";
import { readText } from "./text/read-text.ts";

/** No issued plan comes near it: 150 scanned pages are about 40 MB. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** One row a format; null where the format is known but cannot be read yet. Heavy parsers load when first needed. */
const READERS: Record<Format, Reader | null> = {
  text: readText,
  html: async (bytes, options) => (await import("./html/read-html.ts")).readHtml(bytes, options),
  docx: async (bytes, options) => (await import("./docx/read-docx.ts")).readDocx(bytes, options),
  pdf: async (bytes, options) => (await import("./pdf/read-pdf.ts")).readPdf(bytes, options),
  doc: async (bytes, options) => (await import("./libreoffice/read-with-office.ts")).readWord(bytes, options),
  cfb: async (bytes, options) => (await import("./doc/refuse-compound.ts")).refuseCompound(bytes, options),
  ofd: async (bytes, options) => (await import("./ofd/read-ofd.ts")).readOfd(bytes, options),
  office: null,
  zip: refuseArchive,
  rar: refuseArchive,
  "7z": refuseArchive,
  rtf: async (bytes, options) => (await import("./libreoffice/read-with-office.ts")).readRtf(bytes, options),
  mhtml: null,
  image: async (bytes, options) => (await import("./image/read-image.ts")).readImage(bytes, options),
  xml: null,
};

/**
 * Reads a file of any known format into blocks.
 * @throws ReadError `too-large`, `empty-file`, `unknown-format`, `unsupported-format`, `archive`, or what the format's reader throws.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Outcome<SourceDocument>> {
  if (bytes.length > MOST_BYTES) throw new ReadError("too-large", { bytes: bytes.length, limit: MOST_BYTES });
  const format = detectFormat(bytes);
  const read = READERS[format];
  if (read === null) throw new ReadError("unsupported-format", { format });
  return read(bytes, options);
}
