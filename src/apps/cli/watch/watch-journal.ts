import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../service/write-whole.ts";
import { isSame, type LyingFile } from "./settled-files.ts";

const Entry = z.object({
  size: z.number(),
  mtimeMs: z.number(),
  /** The batch that the file was uploaded as. */
  batch: z.string(),
  /** Where it is being put, once that is decided: `done/plan-2.pdf`. */
  place: z.string().nullable(),
});
const Entries = z.record(z.string(), Entry);
export type JournalEntry = z.infer<typeof Entry>;

/** What is known of the files in hand, so that after a restart none is uploaded twice. */
export interface WatchJournal {
  /** Null where nothing is known of these very bytes. */
  readonly find: (file: LyingFile) => JournalEntry | null;
  readonly set: (file: LyingFile, entry: Pick<JournalEntry, "batch" | "place">) => Promise<void>;
  readonly drop: (name: string) => Promise<void>;
}

const JOURNAL = ".fangan-watch.json";

/** Opens the journal of a folder; one that cannot be read is begun anew: its files are uploaded again, which is harmless. */
export async function openJournal(folder: string): Promise<WatchJournal> {
  const path = join(folder, JOURNAL);
  const entries = new Map(Object.entries(await readEntries(path)));
  let writing = Promise.resolve();
  const save = (): Promise<void> => {
    writing = writing
      .catch(() => {})
      .then(() => writeWhole(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`));
    return writing;
  };
  return {
    find: (file) => {
      const entry = entries.get(file.name);
      return entry && isSame({ ...file, ...entry }, file) ? entry : null;
    },
    set: ({ name, size, mtimeMs }, { batch, place }) => {
      entries.set(name, { size, mtimeMs, batch, place });
      return save();
    },
    drop: async (name) => {
      if (entries.delete(name)) await save();
    },
  };
}

async function readEntries(path: string): Promise<z.infer<typeof Entries>> {
  try {
    return Entries.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return {};
  }
}
