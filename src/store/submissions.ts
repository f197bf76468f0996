import { type QueryCreator, sql } from "kysely";
import type { Submission, SubmissionFailure } from "../../schemas/submission.ts";
import { createBatch } from "./create-batch.ts";
import { limitOf, pageOf, readCursor } from "./paging.ts";
import { removeFinishedBatches } from "./remove-finished.ts";
import type { Files, Submissions } from "./store.ts";
import { toCounts, toSubmission, UNFINISHED } from "./submission-rows.ts";
import type { Database, InTransaction, Tables } from "./tables.ts";
import { transact } from "./transact.ts";
import { DELIVERY_COLUMNS, deliveryOf, hears } from "./webhooks.ts";

const NOW = sql<string>`now()`;

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
  begin: async (id) => {
    const row = await database
      .updateTable("submissions")
      .set((set) => ({
        state: "running",
        attempts: set("attempts", "+", 1),
        started_at: sql<string>`coalesce(started_at, now())`,
      }))
      .where("id", "=", id)
      .where("state", "in", UNFINISHED)
      .returningAll()
      .executeTakeFirst();
    return row ? toSubmission(row) : null;
  },
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
  finish: async (id, document) =>
    (await endAloud(database, id, { state: "done", document_id: document, progress: 100 }, "document", document)) !==
    null,
  fail: async (id, failure) =>
    (await endAloud(database, id, { state: "failed", failure: JSON.stringify(failure) }, "failure", plain(failure))) !==
    null,
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

const plain = ({ code, facts, retriable }: SubmissionFailure) => ({ code, facts, retriable });

interface Ending {
  readonly state: "done" | "failed" | "cancelled";
  readonly document_id?: string;
  readonly progress?: number;
  readonly failure?: string;
}

/** A submission gets its end once. */
const end = (database: QueryCreator<Tables>, id: string, ending: Ending) =>
  database
    .updateTable("submissions")
    .set({ ...ending, finished_at: NOW })
    .where("id", "=", id)
    .where("state", "in", UNFINISHED)
    .returningAll();

/** The end and the webhook deliveries that tell of it, in one statement. */
async function endAloud(
  database: Database,
  id: string,
  ending: Ending & { readonly state: "done" | "failed" },
  key: "document" | "failure",
  value: unknown,
): Promise<Submission | null> {
  const event = `submission.${ending.state}` as const;
  const told = sql`${JSON.stringify(value)}::json`;
  const payload = sql`json_build_object('submission', ended.id, 'batch', ended.batch_id, ${key}::text, ${told})`;
  const row = await database
    .with("ended", (part) => end(part, id, ending))
    .with("told", (part) =>
      part
        .insertInto("deliveries")
        .columns(DELIVERY_COLUMNS)
        .expression((query) =>
          query.selectFrom(["webhooks", "ended"]).select(deliveryOf(event, payload)).where(hears(event)),
        ),
    )
    .selectFrom("ended")
    .selectAll()
    .executeTakeFirst();
  return row ? toSubmission(row) : null;
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
