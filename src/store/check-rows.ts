import { sql } from "kysely";
import type { Plan } from "../../schemas/plan.ts";
import type { Found } from "./check-files.ts";
import type { OpenStore } from "./open-store.ts";
import { replaceFacts } from "./store-plan.ts";
import { transact } from "./transact.ts";

/** What rows say that cannot be. */
export async function* checkRows(store: OpenStore): AsyncGenerator<Found> {
  yield* checkPlans(store);
  yield* checkFacts(store);
  yield* checkSubmissions(store);
  yield* checkBatches(store);
  yield* checkComparisons(store);
}

/** Each kind of facts is counted in a document's row too. */
const COUNTED = {
  target: "targets",
  phase: "phases",
  task: "tasks",
  measure: "measures",
  duty: "duties",
  deadline: "deadlines",
  "standard-item": "standardItems",
  assignment: "assignments",
  attachment: "attachments",
  finding: "findings",
} as const;

async function* checkPlans(store: OpenStore): AsyncGenerator<Found> {
  const { rows } = await sql<{
    id: string;
    counts: Record<string, number>;
    hasPlan: boolean;
    facts: Record<string, number> | null;
  }>`
    select id, counts,
      exists (select 1 from digitisations d where d.document_id = documents.id and d.program = documents.program) as "hasPlan",
      (select json_object_agg(kind, count) from (
        select kind, count(*) from facts where document_id = documents.id group by kind) each) as facts
    from documents order by ordinal`.execute(store.database);
  for (const { id, counts, hasPlan, facts } of rows) {
    const differs = Object.entries(COUNTED).some(([kind, key]) => (facts?.[kind] ?? 0) !== counts[key]);
    if (!hasPlan) yield { code: "document-without-plan", subject: id, repair: null };
    else if (differs) yield { code: "facts-differ", subject: id, repair: () => rewriteFacts(store, id) };
  }
}

async function rewriteFacts(store: OpenStore, id: string): Promise<void> {
  const plan: Plan | null = await store.documents.findPlan(id);
  if (plan) await transact(store.database, (transaction) => replaceFacts(transaction, plan));
}

async function* checkFacts({ database }: OpenStore): AsyncGenerator<Found> {
  const rows = await database
    .selectFrom("facts")
    .select("document_id")
    .distinct()
    .where(sql<boolean>`not exists (select 1 from documents where documents.id = document_id)`)
    .execute();
  for (const { document_id } of rows)
    yield {
      code: "facts-without-document",
      subject: document_id,
      repair: async () => {
        await database.deleteFrom("facts").where("document_id", "=", document_id).execute();
      },
    };
}

async function* checkSubmissions({ database, files }: OpenStore): AsyncGenerator<Found> {
  const rows = await database
    .selectFrom("submissions")
    .select(["id", "batch_id", "sha256"])
    .where("state", "=", "done")
    .where(sql<boolean>`not exists (select 1 from documents where documents.id = document_id)`)
    .where(sql<boolean>`not exists (select 1 from removed_documents where removed_documents.id = document_id)`)
    .execute();
  for (const { id, batch_id, sha256 } of rows) {
    const queueAgain = () =>
      transact(database, async (transaction) => {
        await transaction
          .updateTable("submissions")
          .set({ state: "queued", document_id: null, stage: null, progress: 0, started_at: null, finished_at: null })
          .where("id", "=", id)
          .execute();
        await transaction
          .updateTable("batches")
          .set({ state: "open", report: null, finished_at: null })
          .where("id", "=", batch_id)
          .execute();
      });
    yield { code: "submission-without-document", subject: id, repair: (await files.has(sha256)) ? queueAgain : null };
  }
}

async function* checkBatches({ database }: OpenStore): AsyncGenerator<Found> {
  const rows = await database
    .selectFrom("batches")
    .select("id")
    .where("state", "=", "done")
    .where(
      sql<boolean>`exists (select 1 from submissions where batch_id = batches.id and state in ('queued', 'running'))`,
    )
    .execute();
  for (const { id } of rows)
    yield {
      code: "batch-done-too-early",
      subject: id,
      repair: async () => {
        await database
          .updateTable("batches")
          .set({ state: "open", report: null, finished_at: null })
          .where("id", "=", id)
          .execute();
      },
    };
}

async function* checkComparisons({ database }: OpenStore): AsyncGenerator<Found> {
  const rows = await database
    .selectFrom("comparisons")
    .select("id")
    .where(
      sql<boolean>`exists (select 1 from unnest(documents) as named(id) where not exists (select 1 from documents d where d.id = named.id))`,
    )
    .execute();
  for (const { id } of rows)
    yield {
      code: "comparison-without-document",
      subject: id,
      repair: async () => {
        await database.deleteFrom("comparisons").where("id", "=", id).execute();
      },
    };
}
