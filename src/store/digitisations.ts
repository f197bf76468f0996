import { sql } from "kysely";
import type { Plan } from "../../schemas/plan.ts";
import { SubmissionFailure } from "../../schemas/submission.ts";
import { cleanJson } from "./clean-text.ts";
import { documentRow } from "./document-rows.ts";
import { factRows } from "./plan-facts.ts";
import type { Digitisation, Digitisations } from "./store.ts";
import type { Database, InTransaction, Row } from "./tables.ts";
import { lockBytes, transact } from "./transact.ts";

export const createDigitisations = (database: Database): Digitisations => ({
  find: async (sha256, program) => {
    const row = await database
      .selectFrom("digitisations")
      .select(["document_id", "failure", "millis"])
      .where("sha256", "=", sha256)
      .where("program", "=", program)
      .executeTakeFirst();
    return row ? toDigitisation(row) : null;
  },
  store: async ({ plan, program, millis }) => {
    const { words, ...row } = documentRow(plan, program);
    const text = JSON.stringify(plan);
    await transact(database, async (transaction) => {
      await lockBytes(transaction, [row.sha256]);
      if (await isStored(transaction, row.sha256, program)) return;
      await storeDocument(transaction, row, words);
      await storePlan(transaction, plan, text, program, millis);
      await replaceFacts(transaction, plan);
    });
    return plan.id;
  },
  storeFailure: async ({ sha256, program, failure, millis }) => {
    await database
      .insertInto("digitisations")
      .values({ sha256, program, document_id: null, plan: null, failure: JSON.stringify(failure), millis })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
});

function toDigitisation(row: Pick<Row<"digitisations">, "document_id" | "failure" | "millis">): Digitisation {
  const { document_id: document, failure, millis } = row;
  if (document !== null) return { state: "done", document, millis };
  return { state: "failed", failure: SubmissionFailure.parse(failure), millis };
}

async function isStored(transaction: InTransaction, sha256: string, program: string): Promise<boolean> {
  const row = await transaction
    .selectFrom("digitisations")
    .select("document_id")
    .where("sha256", "=", sha256)
    .where("program", "=", program)
    .executeTakeFirst();
  return typeof row?.document_id === "string";
}

/** Takes the place of what another program made of the same bytes; the name of the first upload stays. */
async function storeDocument(
  transaction: InTransaction,
  row: Omit<ReturnType<typeof documentRow>, "words">,
  words: readonly string[],
): Promise<void> {
  const search = sql<string>`array_to_tsvector(${words}::text[])`;
  const { id: _id, sha256: _sha256, file_name: _name, ...changed } = row;
  const stored = await transaction
    .insertInto("documents")
    .values({ ...row, search })
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet({ ...changed, search, updated_at: sql<string>`now()` })
        .where("documents.sha256", "=", row.sha256),
    )
    .returning("id")
    .executeTakeFirst();
  if (!stored) throw new Error(`the document ${row.id} was expected to have the hash ${row.sha256}, it has another`);
  await transaction.deleteFrom("removed_documents").where("id", "=", row.id).execute();
}

/** Writes the fact rows of a plan in place of those that its document has. */
export async function replaceFacts(transaction: InTransaction, plan: Plan): Promise<void> {
  const facts = cleanJson(factRows(plan));
  await transaction.deleteFrom("facts").where("document_id", "=", plan.id).execute();
  await sql`insert into facts select * from json_populate_recordset(null::facts, ${facts}::json)`.execute(transaction);
}

const storePlan = (transaction: InTransaction, plan: Plan, text: string, program: string, millis: number) =>
  transaction
    .insertInto("digitisations")
    .values({ sha256: plan.source.sha256, program, document_id: plan.id, plan: text, failure: null, millis })
    .onConflict((conflict) =>
      conflict.columns(["sha256", "program"]).doUpdateSet({ document_id: plan.id, plan: text, failure: null, millis }),
    )
    .execute();
