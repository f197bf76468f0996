import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Settings } from "../../../schemas/settings.ts";
import { ReadError } from "../../core/outcome.ts";
import { sentence } from "../../core/sentences/sentence.ts";
import { detectFormat, type Format } from "../../read/detect.ts";
import { readArchive } from "../../read/read-archive.ts";
import type { Files, NewFile } from "../../store/store.ts";
import { Refusal } from "./problem-codes.ts";

export type TakenFile = Omit<NewFile, "priority">;
type UploadSettings = Pick<Settings, "uploadMegabytes" | "archiveFiles">;

const LONGEST_NAME = 255;
const HEAD_BYTES = 4096;
const MEGABYTE = 1024 * 1024;
/** Formats that no reader takes: they are refused at the door, not after a queue. */
const REFUSED: ReadonlySet<Format> = new Set(["rar", "7z", "office", "xml", "cfb"]);

/**
 * Takes one uploaded file into the file store: streamed to disk while it is hashed; an archive becomes its files.
 * @throws Refusal `file-name-invalid`, `file-empty`, `file-too-large`, `file-type-unknown`, `archive-refused`.
 */
export async function takeUpload(
  stream: Readable,
  name: string,
  files: Files,
  settings: UploadSettings,
): Promise<TakenFile[]> {
  const fileName = checkName(name);
  const temporary = join(files.temporaryFolder, randomUUID());
  try {
    const { sha256, byteLength } = await writeHashed(stream, temporary);
    if (byteLength === 0) throw new Refusal("file-empty", { file: fileName });
    if (byteLength > settings.uploadMegabytes * MEGABYTE)
      throw new Refusal("file-too-large", { file: fileName, limit: settings.uploadMegabytes });
    if (await isArchive(temporary, byteLength, fileName))
      return await takeEntries(temporary, fileName, files, settings);
    await files.keep(temporary, sha256, byteLength);
    return [{ fileName, sha256, byteLength }];
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A browser sends a name, some clients a path: the last part counts. It is shown, never used as a path. */
function checkName(given: string): string {
  const name = given.split(/[\\/]/u).at(-1)!.normalize("NFC").trim();
  if (name === "" || name.length > LONGEST_NAME || /[\p{Cc}\p{Cs}]/u.test(name))
    throw new Refusal("file-name-invalid", { limit: LONGEST_NAME });
  return name;
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
  const format = findFormat(await readHead(path, byteLength));
  if (format !== null && REFUSED.has(format)) throw new Refusal("file-type-unknown", { file: fileName, came: format });
  return format === "zip";
}

/** A package names its parts at its end, so a ZIP is looked at whole; of all else the head is enough. */
async function readHead(path: string, byteLength: number): Promise<Uint8Array> {
  await using file = await open(path);
  const head = Buffer.alloc(Math.min(HEAD_BYTES, byteLength));
  await file.read(head, 0, head.length, 0);
  const isWholeNeeded = head.subarray(0, 2).toString("latin1") === "PK" || head[0] === 0xd0;
  return isWholeNeeded ? readFile(path) : head;
}

/** Null where the bytes alone do not say; the reader will say why it cannot read such a file. */
function findFormat(bytes: Uint8Array): Format | null {
  try {
    return detectFormat(bytes);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

async function takeEntries(
  path: string,
  fileName: string,
  files: Files,
  settings: UploadSettings,
): Promise<TakenFile[]> {
  const { entries } = openArchive(await readFile(path), fileName);
  if (entries.length > settings.archiveFiles)
    throw new Refusal("too-many-files", { limit: settings.archiveFiles, file: fileName });
  const taken: TakenFile[] = [];
  for (const entry of entries) {
    const bytes = unpack(entry.read, fileName);
    if (bytes) taken.push(await keepBytes(bytes, checkName(entry.name), files));
  }
  if (taken.length === 0)
    throw new Refusal("archive-refused", { file: fileName, reason: sentence({ code: "no-text", facts: {} }, "zh") });
  return taken;
}

function openArchive(bytes: Uint8Array, file: string): ReturnType<typeof readArchive> {
  try {
    return readArchive(bytes);
  } catch (error) {
    throw refusalOf(error, file);
  }
}

/** What is no document in an archive (`style.css`, an empty file) is passed over; a bomb refuses the archive. */
function unpack(read: () => Uint8Array<ArrayBuffer>, file: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = read();
    return bytes.length > 0 ? bytes : null;
  } catch (error) {
    if (error instanceof ReadError && error.reason.code === "unsupported-format") return null;
    throw refusalOf(error, file);
  }
}

function refusalOf(error: unknown, file: string): unknown {
  return error instanceof ReadError
    ? new Refusal("archive-refused", { file, reason: sentence(error.reason, "zh") })
    : error;
}

async function keepBytes(bytes: Uint8Array, fileName: string, files: Files): Promise<TakenFile> {
  const temporary = join(files.temporaryFolder, randomUUID());
  try {
    await writeFile(temporary, bytes, { flag: "wx", mode: 0o600 });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { size } = await stat(temporary);
    await files.keep(temporary, sha256, size);
    return { fileName, sha256, byteLength: size };
  } finally {
    await rm(temporary, { force: true });
  }
}
