import { cleanText } from "./clean-text.ts";
import { FileMissing } from "./errors.ts";
import { createId } from "./ids.ts";
import type { Files, NewBatch, Submissions } from "./store.ts";
import { toSubmission } from "./submission-rows.ts";
import type { Database, InTransaction } from "./tables.ts";
import { lockBytes, transact } from "./transact.ts";

/**
 * Takes an upload in: its batch and a submission for each file, in one transaction. The ids are made before it, so that
 * a second run after a lost answer finds the first one's rows. Where a file was removed since it was kept, nothing is taken in.
 */
export function createBatch(database: Database, files: Files, batch: NewBatch): ReturnType<Submissions["create"]> {
  const id = createId();
  const values = batch.files.map((file, at) => ({
    id: createId(),
    batch_id: id,
    ordinal: at + 1,
    file_name: cleanText(file.fileName),
    sha256: file.sha256,
    byte_length: file.byteLength,
    priority: file.priority,
    who: batch.who,
  }));
  return transact(database, async (transaction) => {
    await lockBytes(
      transaction,
      batch.files.map(({ sha256 }) => sha256),
    );
    for (const { sha256 } of batch.files) if (!(await files.has(sha256))) throw new FileMissing(sha256);
    await transaction
      .insertInto("batches")
      .values({
        id,
        name: batch.name === null ? null : cleanText(batch.name),
        template: batch.template,
        who: batch.who,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (let from = 0; from < values.length; from += 1000)
      await transaction
        .insertInto("submissions")
        .values(values.slice(from, from + 1000))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return { batch: id, submissions: await readBack(transaction, id) };
  });
}

async function readBack(transaction: InTransaction, batch: string) {
  const rows = await transaction
    .selectFrom("submissions")
    .selectAll()
    .where("batch_id", "=", batch)
    .orderBy("ordinal")
    .execute();
  return rows.map(toSubmission);
}
