import { sql } from "kysely";
import type { Plan } from "../../schemas/plan.ts";
import { SubmissionFailure } from "../../schemas/submission.ts";
import { cleanJson } from "./clean-text.ts";
import { documentRow } from "./document-rows.ts";
import { factRows } from "./plan-facts.ts";
import type { Digitisation, Digitisations } from "./store.ts";
import type { Database, FactTable, InTransaction, Row } from "./tables.ts";
import { lockBytes, transact } from "./transact.ts";

const NOW = sql<string>`now()`;

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
    const row = documentRow(plan, program);
    const digitisation = { sha256: row.sha256, program, document_id: row.id, plan: JSON.stringify(plan), millis };
    const facts = cleanJson(factRows(plan));
    await transact(database, async (transaction) => {
      await lockBytes(transaction, [row.sha256]);
      const programs = await findPrograms(transaction, row.sha256);
      if (programs.includes(program)) return;
      if (programs.length > 0) await removeFacts(transaction, row.id);
      await storeWhole(transaction, row, digitisation, facts);
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

/** The programs that made a plan of these bytes. */
async function findPrograms(transaction: InTransaction, sha256: string): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom("digitisations")
    .select("program")
    .where("sha256", "=", sha256)
    .where("document_id", "is not", null)
    .execute();
  return rows.map(({ program }) => program);
}

type DocumentRow = ReturnType<typeof documentRow>;

interface DonePlan {
  readonly sha256: string;
  readonly program: string;
  readonly document_id: string;
  readonly plan: string;
  readonly millis: number;
}

/**
 * Takes the place of what another program made of the same bytes; the name of the first upload stays. One statement for all
 * tables: on the embedded database each costs about a millisecond of its own.
 */
async function storeWhole(
  transaction: InTransaction,
  row: DocumentRow,
  digitisation: DonePlan,
  facts: string,
): Promise<void> {
  const { id: _id, sha256: _sha256, file_name: _name, ...changed } = row;
  const { document_id, plan, millis } = digitisation;
  const stored = await transaction
    .with("document", (part) =>
      part
        .insertInto("documents")
        .values({ ...row, search: null })
        .onConflict((conflict) =>
          conflict
            .column("id")
            .doUpdateSet({ ...changed, search: null, updated_at: NOW })
            .where("documents.sha256", "=", row.sha256),
        )
        .returning("id"),
    )
    .with("taken_back", (part) => part.deleteFrom("removed_documents").where("id", "=", row.id))
    .with("digitisation", (part) =>
      part
        .insertInto("digitisations")
        .values({ ...digitisation, failure: null })
        .onConflict((conflict) =>
          conflict.columns(["sha256", "program"]).doUpdateSet({ document_id, plan, failure: null, millis }),
        ),
    )
    .with("facts_of_plan", (part) => part.insertInto("facts").expression(factsFrom(facts)))
    .selectFrom("document")
    .select("id")
    .executeTakeFirst();
  if (!stored) throw new Error(`the document ${row.id} was expected to have the hash ${row.sha256}, it has another`);
}

const factsFrom = (facts: string) => sql<FactTable>`select * from json_populate_recordset(null::facts, ${facts}::json)`;

const removeFacts = (transaction: InTransaction, document: string) =>
  transaction.deleteFrom("facts").where("document_id", "=", document).execute();

/** Writes the fact rows of a plan in place of those that its document has. */
export async function replaceFacts(transaction: InTransaction, plan: Plan): Promise<void> {
  await removeFacts(transaction, plan.id);
  await transaction
    .insertInto("facts")
    .expression(factsFrom(cleanJson(factRows(plan))))
    .execute();
}
