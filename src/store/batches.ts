import { sql } from "kysely";
import { Batch } from "../../schemas/submission.ts";
import { limitOf, pageOf, readCursor } from "./paging.ts";
import type { Batches } from "./store.ts";
import { toCounts, UNFINISHED } from "./submission-rows.ts";
import type { Database, InTransaction, Row } from "./tables.ts";
import { transact } from "./transact.ts";
import { announceIn } from "./webhooks.ts";

type Counted = Row<"batches"> & { readonly counts: { readonly state: string; readonly count: number }[] | null };

const counts = sql<Counted["counts"]>`(
  select json_agg(json_build_object('state', state, 'count', count))
  from (select state, count(*)::int as count from submissions where batch_id = batches.id group by state) each)`;

const selectBatches = (database: Database) => database.selectFrom("batches").selectAll().select(counts.as("counts"));

export const createBatches = (database: Database): Batches => ({
  find: async (id) => {
    const row = await selectBatches(database).where("id", "=", id).executeTakeFirst();
    return row ? toBatch(row) : null;
  },
  list: async (page = {}) => {
    const limit = limitOf(page);
    const key = readCursor(page.cursor, ["string"]);
    const rows = await selectBatches(database)
      .$if(key !== null, (each) => each.where("id", "<", String(key![0])))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return pageOf(rows, limit, ({ id }) => [id], toBatch);
  },
  listReady: async () => {
    const rows = await database
      .selectFrom("batches")
      .select("id")
      .where("state", "=", "open")
      .where(({ not, exists }) => not(exists(unfinishedOf(database))))
      .orderBy("id")
      .execute();
    return rows.map(({ id }) => id);
  },
  finish: (id, report) =>
    transact(database, async (transaction) => {
      const isFinished = await finish(transaction, id, report);
      if (isFinished) await announceIn(transaction, "batch.done", { batch: id });
      return isFinished;
    }),
});

const unfinishedOf = (database: Database) =>
  database
    .selectFrom("submissions")
    .select("submissions.id")
    .whereRef("batch_id", "=", sql.ref("batches.id"))
    .where("submissions.state", "in", UNFINISHED);

async function finish(transaction: InTransaction, id: string, report: unknown): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable("batches")
    .set({ state: "done", report: JSON.stringify(report ?? null), finished_at: sql<string>`now()` })
    .where("id", "=", id)
    .where("state", "=", "open")
    .where(({ not, exists }) => not(exists(unfinishedOf(transaction))))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const toBatch = (row: Counted): Batch =>
  Batch.parse({
    id: row.id,
    name: row.name,
    template: row.template,
    state: row.state,
    counts: toCounts(row.counts ?? []),
    report: row.report,
    who: row.who,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  });
