import { createHash } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { sql } from "kysely";
import type { BackupManifest } from "../../schemas/backup-manifest.ts";
import { type TarWriter, writeTar } from "./archive/write-tar.ts";
import { FileMissing } from "./errors.ts";
import { NEWEST_STEP } from "./migrate.ts";
import type { OpenStore } from "./open-store.ts";
import { listColumns, savedType } from "./table-columns.ts";
import { type InTransaction, TABLES, type Tables } from "./tables.ts";

type Entry = BackupManifest["entries"][number];
type SavedTable = BackupManifest["tables"][number];

const ROWS_AT_ONCE = 100;
const ENTRY_BYTES = 8 * 1024 * 1024;

/**
 * Saves the whole store into one file: every table as it was at one moment, then every original file that it names. The
 * queue is not saved: who restores starts the service, which queues again what has no end.
 * @throws EEXIST where there is such a file already.
 */
export async function backup(store: OpenStore, path: string, now: Date = new Date()): Promise<BackupManifest> {
  await writeFile(path, "", { flag: "wx", mode: 0o600 });
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  const tar = writeTar(partial);
  try {
    const entries: Entry[] = [];
    const { tables, hashes } = await saveTables(store, tar, entries);
    const missing = await saveFiles(store, tar, entries, hashes);
    const manifest: BackupManifest = {
      schema: "backup/1",
      createdAt: now.toISOString(),
      step: NEWEST_STEP,
      tables,
      entries,
      missing,
    };
    const text = Buffer.from(JSON.stringify(manifest));
    await tar.add("manifest.json", text.length, [text]);
    await tar.close();
    await rename(partial, path);
    return manifest;
  } catch (error) {
    tar.abandon();
    await rm(partial, { force: true });
    await rm(path, { force: true });
    throw error;
  }
}

/** One transaction that sees the database as it was when it began. */
const saveTables = (store: OpenStore, tar: TarWriter, entries: Entry[]) =>
  store.database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (transaction) => {
      const tables: SavedTable[] = [];
      for (const name of TABLES) tables.push(await saveTable(transaction, name, tar, entries));
      return { tables, hashes: await listHashes(transaction) };
    });

async function listHashes(transaction: InTransaction): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom("documents")
    .select("sha256")
    .union(transaction.selectFrom("submissions").select("sha256").where("state", "!=", "done"))
    .execute();
  return rows.map(({ sha256 }) => sha256).sort();
}

async function saveTable(
  transaction: InTransaction,
  name: keyof Tables,
  tar: TarWriter,
  entries: Entry[],
): Promise<SavedTable> {
  const columns = await listColumns(transaction, name);
  const selected = columns.map((column) => `'${column.name}', ${column.name}::${savedType(column.type)}`).join(", ");
  await sql
    .raw(`declare saved no scroll cursor for select json_build_object(${selected})::text as line from ${name}`)
    .execute(transaction);
  let rows = 0;
  let parts = 0;
  let lines: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (lines.length > 0)
      await addEntry(tar, entries, `tables/${name}/${++parts}.ndjson`, Buffer.from(`${lines.join("\n")}\n`));
    lines = [];
    size = 0;
  };
  for (;;) {
    const { rows: fetched } = await sql.raw<{ line: string }>(`fetch ${ROWS_AT_ONCE} from saved`).execute(transaction);
    for (const { line } of fetched) {
      lines.push(line);
      size += line.length;
      rows++;
      if (size > ENTRY_BYTES) await flush();
    }
    if (fetched.length < ROWS_AT_ONCE) break;
  }
  await flush();
  await sql.raw("close saved").execute(transaction);
  return { name, columns: [...columns], rows };
}

async function addEntry(tar: TarWriter, entries: Entry[], name: string, bytes: Buffer): Promise<void> {
  await tar.add(name, bytes.length, [bytes]);
  entries.push({ name, byteLength: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
}

/** Gives the hashes of the files that are not there: deleted since, or lost. @throws FileDamaged */
async function saveFiles(
  store: OpenStore,
  tar: TarWriter,
  entries: Entry[],
  hashes: readonly string[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const sha256 of hashes) {
    const bytes = await store.files.read(sha256).catch((error: unknown) => {
      if (error instanceof FileMissing) return null;
      throw error;
    });
    if (bytes) await addEntry(tar, entries, `files/${sha256}`, Buffer.from(bytes));
    else missing.push(sha256);
  }
  return missing;
}
