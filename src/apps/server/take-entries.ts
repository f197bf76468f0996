import { rm } from "node:fs/promises";
import { ReadError } from "../../core/outcome.ts";
import { detectFormat, type Format } from "../../read/detect.ts";
import { type Archive, type ArchiveEntry, findOtherEnding, readArchive } from "../../read/read-archive.ts";
import { type Intake, readTelling, type TakenFile, takeStream } from "./intake.ts";
import { Refusal } from "./problem-codes.ts";

const ARCHIVES: ReadonlySet<Format> = new Set(["zip", "rar", "7z"]);

/**
 * Takes the files of an archive, each in pieces, so that other clients are answered meanwhile. What is no document in it
 * (`style.css`, an empty file) is passed over.
 * @throws Refusal `archive-refused` (damaged, encrypted, a bomb, nothing in it), `archive-nested`, `too-many-files`, `file-name-invalid`.
 */
export async function takeEntries(bytes: Uint8Array, file: string, intake: Intake): Promise<TakenFile[]> {
  const { entries } = openArchive(bytes, file);
  const limit = intake.settings.archiveFiles;
  if (entries.length > limit) throw new Refusal("too-many-files", { limit, file });
  const taken: TakenFile[] = [];
  for (const entry of entries) {
    const one = await takeEntry(entry, file, intake);
    if (one) taken.push(one);
  }
  if (taken.length === 0) throw new Refusal("archive-refused", { file }, { code: "no-text", facts: {} });
  return taken;
}

function openArchive(bytes: Uint8Array, file: string): Archive {
  try {
    return readArchive(bytes);
  } catch (error) {
    throw refusalOf(error, file);
  }
}

/** Null for what is no document; a bomb refuses the archive. */
async function takeEntry(entry: ArchiveEntry, file: string, intake: Intake): Promise<TakenFile | null> {
  const { head, ...taken } = await takeStream(entry.open(), entry.name, intake).catch((error: unknown) => {
    throw refusalOf(error, file);
  });
  const format = taken.byteLength === 0 ? null : findFormat(await readTelling({ ...taken, head }));
  if (format !== null && ARCHIVES.has(format))
    throw new Refusal("archive-nested", { file, entry: entry.name.slice(0, 200) });
  if (taken.byteLength > 0 && findOtherEnding(entry.name, format) === null) return taken;
  await rm(taken.temporary, { force: true });
  return null;
}

/** Null where the bytes do not say: the reader will tell why it cannot read such a file. */
function findFormat(bytes: Uint8Array): Format | null {
  try {
    return detectFormat(bytes);
  } catch {
    return null;
  }
}

const refusalOf = (error: unknown, file: string): unknown =>
  error instanceof ReadError ? new Refusal("archive-refused", { file }, error.reason) : error;
