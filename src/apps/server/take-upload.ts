import type { Readable } from "node:stream";
import { ReadError } from "../../core/outcome.ts";
import { detectFormat, type Format } from "../../read/detect.ts";
import { type Intake, readTelling, type TakenFile, takeStream } from "./intake.ts";
import { Refusal } from "./problem-codes.ts";
import { takeEntries } from "./take-entries.ts";

/** What @fastify/multipart cut off has `truncated`. */
type FileStream = Readable & { readonly truncated?: boolean };

/** Formats that no reader takes: they are refused at the door, not after a queue. */
const REFUSED: ReadonlySet<Format> = new Set(["rar", "7z", "office", "xml", "cfb", "mhtml"]);

/**
 * Takes one uploaded file: streamed to disk while it is hashed; an archive becomes its files.
 * @throws Refusal `file-name-invalid`, `file-empty`, `file-too-large`, `file-type-unknown`, `archive-refused`, `too-many-files`.
 */
export async function takeUpload(stream: FileStream, name: string | undefined, intake: Intake): Promise<TakenFile[]> {
  const { head, ...taken } = await takeStream(stream, name ?? "", intake);
  const { fileName: file, temporary, byteLength } = taken;
  if (stream.truncated) throw new Refusal("file-too-large", { file, limit: intake.settings.uploadMegabytes });
  if (byteLength === 0) throw new Refusal("file-empty", { file });
  const telling = await readTelling({ temporary, head });
  return isArchive(telling, file) ? takeEntries(telling, file, intake) : [taken];
}

/** @throws Refusal `file-type-unknown` for what no reader could take. */
function isArchive(bytes: Uint8Array, fileName: string): boolean {
  const format = findFormat(bytes, fileName);
  if (format !== null && REFUSED.has(format)) throw new Refusal("file-type-unknown", { file: fileName, came: format });
  return format === "zip";
}

/**
 * Null where the bytes alone do not say; the reader will say why it cannot read such a file (it is encrypted, cut short).
 * @throws Refusal `file-type-unknown` for bytes of no known format.
 */
function findFormat(bytes: Uint8Array, fileName: string): Format | null {
  try {
    return detectFormat(bytes);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { code, facts } = error.reason;
    if (code !== "unknown-format") return null;
    throw new Refusal("file-type-unknown", { file: fileName, came: facts.came ?? "" });
  }
}
