import { open, readFile, stat } from "node:fs/promises";
import { ReadError } from "../../core/outcome.ts";
import { ZIP_LIMITS } from "../../core/zip.ts";
import { detectFormat } from "../../read/detect.ts";
import { type Archive, type ArchiveEntry, readArchive } from "../../read/read-archive.ts";
import type { Input } from "./find-inputs.ts";
import type { Said } from "./language.ts";
import { ownBytes, readStandardInput } from "./standard-input.ts";

/** Inputs with archives replaced by their files, and what is to be said of files left out. */
export interface Expanded {
  readonly inputs: readonly Input[];
  readonly notes: readonly { readonly input: Input; readonly said: Said }[];
}

/** Where the bytes of inputs come from: the disk, standard input, or an archive in either. */
export interface InputBytes {
  /** @throws ReadError of the archive for one of its files, else what the file system says. */
  readonly read: (input: Input) => Promise<Uint8Array<ArrayBuffer>>;
  /** Replaces each ZIP of documents, told by its bytes, by its files; one that cannot be opened stays, to fail by name. */
  readonly expand: (inputs: readonly Input[]) => Promise<Expanded>;
}

/** Creates a source of bytes. It keeps one archive open, the last, for files are read in their order. */
export function createInputBytes(): InputBytes {
  let standardInput: Promise<Uint8Array<ArrayBuffer>> | null = null;
  let last: { readonly path: string; readonly entries: Promise<ReadonlyMap<string, ArchiveEntry>> } | null = null;

  const readWhole = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    if (path !== "-") return ownBytes(await readFile(path));
    standardInput ??= readStandardInput();
    return (await standardInput).slice();
  };
  const openEntries = (path: string): Promise<ReadonlyMap<string, ArchiveEntry>> => {
    if (last?.path !== path) last = { path, entries: readWhole(path).then(byName) };
    return last.entries;
  };
  const expandOne = async (input: Input): Promise<Expanded> => {
    const bytes = (await mayBeArchive(input.path)) ? await readWhole(input.path).catch(() => null) : null;
    const archive = bytes && findArchive(bytes);
    return archive ? entriesOf(input, archive) : { inputs: [input], notes: [] };
  };

  return {
    read: async ({ path, entry }) => {
      if (entry === undefined) return readWhole(path);
      const found = (await openEntries(path)).get(entry);
      if (!found) throw new ReadError("damaged", { format: "zip" });
      return found.read();
    },
    expand: async (inputs) => {
      const expanded: Expanded[] = [];
      for (const input of inputs) expanded.push(await expandOne(input));
      return { inputs: expanded.flatMap((each) => each.inputs), notes: expanded.flatMap((each) => each.notes) };
    },
  };
}

const byName = (bytes: Uint8Array): ReadonlyMap<string, ArchiveEntry> =>
  new Map(readArchive(bytes).entries.map((entry) => [entry.name, entry]));

/** Looks at the first bytes alone: most files are none, and some are large. */
async function mayBeArchive(path: string): Promise<boolean> {
  if (path === "-") return true;
  try {
    if ((await stat(path)).size > ZIP_LIMITS.total) return false;
    await using file = await open(path);
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString("latin1") === "PK";
  } catch {
    return false;
  }
}

function findArchive(bytes: Uint8Array): Archive | null {
  try {
    return detectFormat(bytes) === "zip" ? readArchive(bytes) : null;
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

function entriesOf(input: Input, { entries, ignored }: Archive): Expanded {
  const facts = { count: ignored.length, first: ignored[0] ?? "" };
  return {
    inputs: entries.map(({ name }) => ({ path: input.path, name: `${input.name}/${name}`, entry: name })),
    notes: [
      ...(ignored.length > 0 ? [{ input, said: { code: "entries-ignored", facts } } as const] : []),
      ...(entries.length === 0 ? [{ input, said: { code: "nothing-found", facts: {} } } as const] : []),
    ],
  };
}
