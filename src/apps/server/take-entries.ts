import { ReadError } from "../../core/outcome.ts";
import { detectFormat, type Format } from "../../read/detect.ts";
import { type Archive, type ArchiveEntry, readArchive } from "../../read/read-archive.ts";
import { type Intake, type TakenFile, takeBytes } from "./intake.ts";
import { Refusal } from "./problem-codes.ts";

const ARCHIVES: ReadonlySet<Format> = new Set(["zip", "rar", "7z"]);

/**
 * Takes the files of an archive. What is no document in it (`style.css`, an empty file) is passed over.
 * @throws Refusal `archive-refused` (damaged, encrypted, a bomb, nothing in it), `archive-nested`, `too-many-files`, `file-name-invalid`.
 */
export async function takeEntries(bytes: Uint8Array, file: string, intake: Intake): Promise<TakenFile[]> {
  const { entries } = openArchive(bytes, file);
  const limit = intake.settings.archiveFiles;
  if (entries.length > limit) throw new Refusal("too-many-files", { limit, file });
  const taken: TakenFile[] = [];
  for (const entry of entries) {
    const content = unpack(entry, file);
    if (!content) continue;
    if (isArchive(content)) throw new Refusal("archive-nested", { file, entry: entry.name.slice(0, 200) });
    taken.push(await takeBytes(content, entry.name, intake));
  }
  if (taken.length === 0) throw new Refusal("archive-refused", { file }, { code: "no-text", facts: {} });
  return taken;
}

const isArchive = (bytes: Uint8Array): boolean => {
  try {
    return ARCHIVES.has(detectFormat(bytes));
  } catch {
    return false;
  }
};

function openArchive(bytes: Uint8Array, file: string): Archive {
  try {
    return readArchive(bytes);
  } catch (error) {
    throw refusalOf(error, file);
  }
}

/** Null for what is no document; a bomb refuses the archive. */
function unpack(entry: ArchiveEntry, file: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = entry.read();
    return bytes.length > 0 ? bytes : null;
  } catch (error) {
    const isOther = error instanceof ReadError && ["unsupported-format", "empty-file"].includes(error.reason.code);
    if (isOther) return null;
    throw refusalOf(error, file);
  }
}

const refusalOf = (error: unknown, file: string): unknown =>
  error instanceof ReadError ? new Refusal("archive-refused", { file }, error.reason) : error;
