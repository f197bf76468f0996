import { createHash } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { StoreFaultCode } from "../../schemas/store-fault.ts";
import { removeUnused } from "./remove-document.ts";
import type { Files } from "./store.ts";
import type { Database } from "./tables.ts";
import { lockBytes, transact } from "./transact.ts";

/** The files, and the rows that name them. */
export interface NamedFiles {
  readonly database: Database;
  readonly files: Files;
}

/** A fault as a check finds it, with how to repair it where that is safe. */
export interface Found {
  readonly code: StoreFaultCode;
  readonly subject: string;
  readonly repair: (() => Promise<void>) | null;
}

/** Files without rows, rows without files, broken hashes, and what cut uploads left. */
export async function* checkFiles(store: NamedFiles, oldest: Date): AsyncGenerator<Found> {
  const needed = await listNeeded(store);
  const there = new Set<string>();
  for await (const { sha256, keptAt } of store.files.list()) {
    there.add(sha256);
    if (needed.has(sha256)) {
      if ((await hashKept(store, sha256)) !== sha256) yield { code: "file-damaged", subject: sha256, repair: null };
    } else if (keptAt < oldest)
      yield { code: "file-without-row", subject: sha256, repair: async () => void (await removeOrphan(store, sha256)) };
  }
  for (const sha256 of needed)
    if (!there.has(sha256) && !(await store.files.has(sha256)))
      yield { code: "file-missing", subject: sha256, repair: null };
  yield* checkTemporary(store.files.temporaryFolder, oldest);
}

/** The hashes of what documents were read from and submissions wait for. */
export async function listNeeded({ database }: Pick<NamedFiles, "database">): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom("documents")
    .select("sha256")
    .union(database.selectFrom("submissions").select("sha256").where("state", "!=", "done"))
    .execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}

async function hashKept({ files }: NamedFiles, sha256: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of await files.open(sha256)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

/** Looks again under the lock: an upload may have taken the bytes in since; then they stay, and it gives false. */
export const removeOrphan = (store: NamedFiles, sha256: string): Promise<boolean> =>
  transact(store.database, async (transaction) => {
    await lockBytes(transaction, [sha256]);
    return (await removeUnused(transaction, store.files, [sha256])) > 0;
  });

async function* checkTemporary(folder: string, oldest: Date): AsyncGenerator<Found> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const made = await stat(path).catch(() => null);
    if (made && made.mtime < oldest)
      yield { code: "file-forgotten", subject: name, repair: () => rm(path, { recursive: true, force: true }) };
  }
}
