import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ReadError } from "../../core/outcome.ts";
import { detectFormat, type Format } from "../../read/detect.ts";
import { checkName, type Intake, newPath, type TakenFile } from "./intake.ts";
import { Refusal } from "./problem-codes.ts";
import { takeEntries } from "./take-entries.ts";

/** What @fastify/multipart cut off has `truncated`. */
type FileStream = Readable & { readonly truncated?: boolean };

const HEAD_BYTES = 4096;
/** Formats that no reader takes: they are refused at the door, not after a queue. */
const REFUSED: ReadonlySet<Format> = new Set(["rar", "7z", "office", "xml", "cfb", "mhtml"]);

/**
 * Takes one uploaded file: streamed to disk while it is hashed; an archive becomes its files.
 * @throws Refusal `file-name-invalid`, `file-empty`, `file-too-large`, `file-type-unknown`, `archive-refused`, `too-many-files`.
 */
export async function takeUpload(stream: FileStream, name: string | undefined, intake: Intake): Promise<TakenFile[]> {
  const fileName = checkName(name ?? "");
  const temporary = newPath(intake);
  const { sha256, byteLength } = await writeHashed(stream, temporary);
  if (stream.truncated) throw new Refusal("file-too-large", { file: fileName, limit: intake.settings.uploadMegabytes });
  if (byteLength === 0) throw new Refusal("file-empty", { file: fileName });
  if (!(await isArchive(temporary, byteLength, fileName))) return [{ fileName, temporary, sha256, byteLength }];
  return takeEntries(await readFile(temporary), fileName, intake);
}

async function writeHashed(stream: Readable, path: string): Promise<{ sha256: string; byteLength: number }> {
  const hash = createHash("sha256");
  let byteLength = 0;
  async function* measure(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      byteLength += chunk.length;
      yield chunk;
    }
  }
  await pipeline(stream, measure, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  return { sha256: hash.digest("hex"), byteLength };
}

/** @throws Refusal `file-type-unknown` for what no reader could take. */
async function isArchive(path: string, byteLength: number, fileName: string): Promise<boolean> {
  const format = findFormat(await readHead(path, byteLength), fileName);
  if (format !== null && REFUSED.has(format)) throw new Refusal("file-type-unknown", { file: fileName, came: format });
  return format === "zip";
}

/** A package names its parts at its end, and a compound file its streams anywhere, so these are looked at whole. */
async function readHead(path: string, byteLength: number): Promise<Uint8Array> {
  await using file = await open(path);
  const head = Buffer.alloc(Math.min(HEAD_BYTES, byteLength));
  await file.read(head, 0, head.length, 0);
  const isWholeNeeded = head.subarray(0, 2).toString("latin1") === "PK" || head[0] === 0xd0;
  return isWholeNeeded ? readFile(path) : head;
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
