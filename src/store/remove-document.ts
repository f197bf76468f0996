import { sql } from "kysely";
import type { Files } from "./store.ts";
import type { Database, InTransaction } from "./tables.ts";
import { lockBytes, transact } from "./transact.ts";

/**
 * Takes a document out with all that hangs on it. Its bytes go last, before the commit: where that fails, the rows stay,
 * and the file that lacks is what `check-store` finds. Bytes that a submission still waits for are left.
 */
export const removeDocument = (database: Database, files: Files, id: string): Promise<boolean> =>
  transact(database, async (transaction) => {
    const row = await transaction.selectFrom("documents").select("sha256").where("id", "=", id).executeTakeFirst();
    if (!row) return false;
    await lockBytes(transaction, [row.sha256]);
    await transaction.deleteFrom("comparisons").where(sql<boolean>`documents @> array[${id}::text]`).execute();
    await transaction.deleteFrom("document_versions").where("document_id", "=", id).execute();
    await transaction
      .deleteFrom("document_links")
      .where((or) => or.or([or("from_id", "=", id), or("to_id", "=", id)]))
      .execute();
    await transaction.deleteFrom("facts").where("document_id", "=", id).execute();
    await transaction.deleteFrom("documents").where("id", "=", id).execute();
    await transaction
      .insertInto("removed_documents")
      .values({ id, sha256: row.sha256 })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ at: sql<string>`now()` }))
      .execute();
    await removeUnused(transaction, files, [row.sha256]);
    return true;
  });

/** Removes bytes that neither a document has nor a submission waits for; gives how many. Their locks are held. */
export async function removeUnused(
  transaction: InTransaction,
  files: Files,
  hashes: readonly string[],
): Promise<number> {
  if (hashes.length === 0) return 0;
  const used = await transaction
    .selectFrom("submissions")
    .select("sha256")
    .where("sha256", "in", hashes)
    .where("state", "in", ["queued", "running"])
    .union(transaction.selectFrom("documents").select("sha256").where("sha256", "in", hashes))
    .execute();
  const kept = new Set(used.map(({ sha256 }) => sha256));
  const unused = hashes.filter((sha256) => !kept.has(sha256));
  for (const sha256 of unused) await files.remove(sha256);
  return unused.length;
}
