import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import type { BackupManifest } from "../../schemas/backup-manifest.ts";
import { readTar, type TarEntry } from "./archive/read-tar.ts";
import { StoreNotEmpty } from "./errors.ts";
import { checkHash } from "./files/check-bytes.ts";
import type { OpenStore } from "./open-store.ts";
import { listColumns, restoredValue, savedType } from "./table-columns.ts";
import { type InTransaction, TABLES, type Tables } from "./tables.ts";
import { verifyBackup } from "./verify-backup.ts";

/**
 * Brings a backup back into an empty store, embedded or not. The whole file is checked before anything is written; the
 * rows come in one transaction. `force` clears a store that is not empty.
 * @throws BackupDamaged, StoreNotEmpty
 */
export async function restore(
  store: OpenStore,
  path: string,
  { force }: { readonly force: boolean },
): Promise<BackupManifest> {
  const manifest = await verifyBackup(path);
  if (!force && !(await isEmpty(store))) throw new StoreNotEmpty();
  for await (const entry of readTar(path)) if (entry.name.startsWith("files/")) await restoreFile(store, entry);
  await store.database.transaction().execute(async (transaction) => {
    await sql.raw(`truncate ${TABLES.join(", ")}`).execute(transaction);
    for await (const entry of readTar(path))
      if (entry.name.startsWith("tables/")) await restoreRows(transaction, entry, manifest);
    await restoreCounters(transaction);
  });
  if (force) await removeOthers(store, manifest);
  return manifest;
}

async function isEmpty({ database }: OpenStore): Promise<boolean> {
  for (const table of TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(database);
    if (rows.length > 0) return false;
  }
  return true;
}

async function restoreFile({ files }: OpenStore, { name, byteLength, body }: TarEntry): Promise<void> {
  const sha256 = checkHash(name.slice("files/".length));
  const temporary = join(files.temporaryFolder, randomUUID());
  await pipeline(Readable.from(body), createWriteStream(temporary, { mode: 0o600 }));
  await files.keep(temporary, sha256, byteLength);
}

/** An entry holds whole lines, 8 MB and one row at most. */
async function restoreRows(
  transaction: InTransaction,
  { name, body }: TarEntry,
  manifest: BackupManifest,
): Promise<void> {
  const table = manifest.tables.find((each) => name.startsWith(`tables/${each.name}/`));
  if (!table) return;
  const parts: Buffer[] = [];
  for await (const bytes of body) parts.push(bytes);
  const lines = Buffer.concat(parts).toString().trimEnd().split("\n");
  const types = new Map(
    (await listColumns(transaction, table.name as keyof Tables)).map(({ name, type }) => [name, type]),
  );
  const columns = table.columns.filter((column) => types.has(column.name));
  const shape = columns.map((column) => `${column.name} ${savedType(column.type)}`).join(", ");
  const values = columns.map((column) => restoredValue(column, types.get(column.name)!)).join(", ");
  const names = columns.map((column) => column.name).join(", ");
  await sql`insert into ${sql.table(table.name)} (${sql.raw(names)}) overriding system value
    select ${sql.raw(values)} from json_to_recordset(${`[${lines.join(",")}]`}::json) as saved(${sql.raw(shape)})`.execute(
    transaction,
  );
}

/** Numbers that the database counts itself go on after the highest one. */
async function restoreCounters(transaction: InTransaction): Promise<void> {
  for (const [table, column] of [
    ["documents", "ordinal"],
    ["audit_events", "id"],
  ] as const)
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(transaction);
}

/** After `force`, the bytes of what was there before. */
async function removeOthers({ files }: OpenStore, manifest: BackupManifest): Promise<void> {
  const kept = new Set(manifest.entries.map(({ name }) => name));
  for await (const { sha256 } of files.list()) if (!kept.has(`files/${sha256}`)) await files.remove(sha256);
}
