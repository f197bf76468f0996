import { removeUnused } from "./remove-document.ts";
import type { Files } from "./store.ts";
import type { Database } from "./tables.ts";
import { lockBytes, transact } from "./transact.ts";

/** Batches removed in one transaction. */
const AT_ONCE = 100;

/** Removes finished batches with their submissions, and the bytes of files that never became a document. */
export async function removeFinishedBatches(database: Database, files: Files, before: Date): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await removeSome(database, files, before.toISOString());
    if (count === null) return removed;
    removed += count;
  }
}

const removeSome = (database: Database, files: Files, before: string): Promise<number | null> =>
  transact(database, async (transaction) => {
    const old = transaction
      .selectFrom("batches")
      .select("id")
      .where("state", "=", "done")
      .where("finished_at", "<", before)
      .orderBy("id")
      .limit(AT_ONCE);
    const batches = (await old.execute()).map(({ id }) => id);
    if (batches.length === 0) return null;
    const submissions = await transaction
      .deleteFrom("submissions")
      .where("batch_id", "in", batches)
      .returning("sha256")
      .execute();
    await transaction.deleteFrom("batches").where("id", "in", batches).execute();
    const hashes = [...new Set(submissions.map(({ sha256 }) => sha256))];
    await lockBytes(transaction, hashes);
    await removeUnused(transaction, files, hashes);
    return submissions.length;
  });
