import { sql } from "kysely";
import type { Submission } from "../../schemas/submission.ts";
import { createBatch } from "./create-batch.ts";
import { toDigitisation } from "./digitisations.ts";
import { doneWith, end, endAloud, failedWith } from "./end-submission.ts";
import { limitOf, pageOf, readCursor } from "./paging.ts";
import { removeFinishedBatches } from "./remove-finished.ts";
import type { Files, Submissions } from "./store.ts";
import { toCounts, toSubmission, UNFINISHED } from "./submission-rows.ts";
import type { Database, InTransaction } from "./tables.ts";
import { transact } from "./transact.ts";

export const createSubmissions = (database: Database, files: Files): Submissions => ({
  create: (batch) => createBatch(database, files, batch),
  find: async (id) => {
    const row = await database.selectFrom("submissions").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? toSubmission(row) : null;
  },
  list: async (filter, page = {}) => {
    const limit = limitOf(page);
    const key = readCursor(page.cursor, ["string"]);
    const rows = await database
      .selectFrom("submissions")
      .selectAll()
      .$if(filter.state !== undefined, (each) => each.where("state", "=", filter.state!))
      .$if(filter.batch !== undefined, (each) => each.where("batch_id", "=", filter.batch!))
      .$if(filter.who !== undefined, (each) => each.where("who", "=", filter.who!))
      .$if(key !== null, (each) => each.where("id", "<", String(key![0])))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return pageOf(rows, limit, ({ id }) => [id], toSubmission);
  },
  listUnfinished: async (page = {}) => {
    const limit = limitOf(page);
    const key = readCursor(page.cursor, ["string"]);
    const rows = await database
      .selectFrom("submissions")
      .selectAll()
      .where("state", "in", UNFINISHED)
      .$if(key !== null, (each) => each.where("id", ">", String(key![0])))
      .orderBy("id")
      .limit(limit + 1)
      .execute();
    return pageOf(rows, limit, ({ id }) => [id], toSubmission);
  },
  begin: (id, program) => begin(database, id, program),
  advance: async (id, stage, progress) => {
    const whole = Math.trunc(Math.min(Math.max(progress, 0), 100));
    await database
      .updateTable("submissions")
      .set({ stage, progress: whole })
      .where("id", "=", id)
      .where("state", "=", "running")
      .where("progress", "<=", whole)
      .execute();
  },
  finish: (id, document) => endAloud(database, id, doneWith(document)),
  fail: (id, failure) => endAloud(database, id, failedWith(failure)),
  cancel: async (id) => (await end(database, id, { state: "cancelled" }).executeTakeFirst()) !== undefined,
  retry: (id) => transact(database, (transaction) => retry(transaction, id)),
  counts: async () => {
    const rows = await database
      .selectFrom("submissions")
      .select(["state", (select) => select.fn.countAll<number>().as("count")])
      .groupBy("state")
      .execute();
    return toCounts(rows);
  },
  removeFinished: (before) => removeFinishedBatches(database, files, before),
});

async function begin(database: Database, id: string, program: string): ReturnType<Submissions["begin"]> {
  const row = await database
    .with("begun", (part) =>
      part
        .updateTable("submissions")
        .set((set) => ({
          state: "running",
          attempts: set("attempts", "+", 1),
          started_at: sql<string>`coalesce(started_at, now())`,
        }))
        .where("id", "=", id)
        .where("state", "in", UNFINISHED)
        .returningAll(),
    )
    .selectFrom("begun")
    .leftJoin("digitisations as known", (join) =>
      join.onRef("known.sha256", "=", "begun.sha256").on("known.program", "=", program),
    )
    .selectAll("begun")
    .select(["known.document_id as known_document", "known.failure as known_failure", "known.millis as known_millis"])
    .executeTakeFirst();
  if (!row) return null;
  const { known_document: document_id, known_failure: failure, known_millis: millis } = row;
  return {
    submission: toSubmission(row),
    known: millis === null ? null : toDigitisation({ document_id, failure, millis }),
  };
}

async function retry(transaction: InTransaction, id: string): Promise<Submission | null> {
  const row = await transaction
    .updateTable("submissions")
    .set({ state: "queued", stage: null, progress: 0, failure: null, started_at: null, finished_at: null })
    .where("id", "=", id)
    .where("state", "in", ["failed", "cancelled"])
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  await transaction
    .updateTable("batches")
    .set({ state: "open", finished_at: null, report: null })
    .where("id", "=", row.batch_id)
    .execute();
  return toSubmission(row);
}
