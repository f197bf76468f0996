import { ReadError } from "../core/outcome.ts";
import { openZip, ZIP_LIMITS } from "../core/zip.ts";
import { detectFormat, type Format } from "./detect.ts";
import type { Reader } from "./reader.ts";

/** A file of an archive; `name` is its path within, with `/`. */
export interface ArchiveEntry {
  readonly name: string;
  /**
   * Unpacks the file into bytes of its own.
   * @throws ReadError `too-large` (a bomb, or the archive's total), `damaged`, or `unsupported-format` for a text whose name says that it is no document (`style.css`).
   */
  readonly read: () => Uint8Array<ArrayBuffer>;
  /** The same bytes in pieces, whatever they are; @throws ReadError `too-large`, `damaged`. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** A batch of files, in the order of its directory; `ignored` names what a system or a program left beside them. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  readonly ignored: readonly string[];
}

/** `__MACOSX/._方案.docx`, `.DS_Store`, `Thumbs.db`, Word's lock file `~$方案.docx`. */
const LEFT_BESIDE = /(?:^|\/)(?:__MACOSX\/|\.|~\$|(?:thumbs\.db|desktop\.ini)$)/i;
/** A text has no signature: here alone the name decides. These stand beside saved pages and downloads. */
const NO_DOCUMENT = /\.(css|js|mjs|ts|json|csv|tsv|ini|cfg|log|url|py|sh|bat|cmd|reg|ya?ml|toml|sql)$/i;

/**
 * Opens a ZIP of documents. Its files are unpacked one by one, when they are read; an archive among them is refused by
 * `readDocument`, not opened.
 * @throws ReadError `damaged`, `encrypted`, `too-large`.
 */
export function readArchive(bytes: Uint8Array): Archive {
  if (bytes.length > ZIP_LIMITS.total)
    throw new ReadError("too-large", { bytes: bytes.length, limit: ZIP_LIMITS.total });
  const { names, find, open } = openZip(bytes);
  const { kept = [], ignored = [] } = Object.groupBy(names, (name) => (LEFT_BESIDE.test(name) ? "ignored" : "kept"));
  const entries = kept.map((name) => ({ name, read: () => readEntry(name, find(name)!), open: () => open(name)! }));
  return { entries, ignored };
}

/** The ending of a text whose name says that it is no document (`style.css` → `css`), else null. */
export const findOtherEnding = (name: string, format: Format | null): string | null =>
  format === "text" ? (NO_DOCUMENT.exec(name)?.[1]?.toLowerCase() ?? null) : null;

function readEntry(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const ending = NO_DOCUMENT.test(name) ? findOtherEnding(name, detectFormat(content)) : null;
  if (ending) throw new ReadError("unsupported-format", { format: ending });
  return new Uint8Array(content);
}

/** The reader of archives: one is not a document. A damaged or encrypted one is called that first. */
export const refuseArchive: Reader = async (bytes) => {
  const format = detectFormat(bytes);
  if (format === "zip") readArchive(bytes);
  throw new ReadError("archive", { format });
};
