import { type QueryCreator, sql } from "kysely";
import type { Plan } from "../../schemas/plan.ts";
import { cleanRows } from "./clean-text.ts";
import { documentRow } from "./document-rows.ts";
import { doneWith, end, tellEnd } from "./end-submission.ts";
import { packJson } from "./pack-json.ts";
import { factRows } from "./plan-facts.ts";
import type { Database, FactTable, InTransaction, Tables } from "./tables.ts";
import { lockBytes, transact, tryAgain } from "./transact.ts";

/** A plan as its rows in three tables. */
export interface WholePlan {
  readonly document: ReturnType<typeof documentRow>;
  readonly digitisation: DonePlan;
  /** As JSON. */
  readonly facts: string;
}

interface DonePlan {
  readonly sha256: string;
  readonly program: string;
  readonly document_id: string;
  readonly plan: Buffer;
  readonly millis: number;
}

export function wholePlan(plan: Plan, program: string, millis: number): WholePlan {
  const document = documentRow(plan, program);
  const packed = packJson(JSON.stringify(plan));
  return {
    document,
    digitisation: { sha256: document.sha256, program, document_id: document.id, plan: packed, millis },
    facts: cleanRows(factRows(plan)),
  };
}

/** Whoever stores the same bytes at the same time waits for the first, and then finds the document there. */
const isNew = sql<boolean>`exists (select from document)`;

/**
 * Stores a plan of bytes that have no document yet, and ends the submission it was made for: all in one statement, for each is a
 * way to the database and back, and a transaction. False where there is a document: nothing was done. No submission has the empty id.
 */
export async function storeNew(database: Database, whole: WholePlan, submission = ""): Promise<boolean> {
  const { document, digitisation, facts } = whole;
  const ending = doneWith(document.id);
  const stored = await tryAgain(() =>
    database
      .with("document", (part) =>
        part
          .insertInto("documents")
          .values(document)
          .onConflict((conflict) => conflict.doNothing())
          .returning("id"),
      )
      .with("taken_back", (part) => part.deleteFrom("removed_documents").where("id", "=", document.id).where(isNew))
      .with("digitisation", (part) => insertDigitisation(part, digitisation, isNew))
      .with("facts_of_plan", (part) => insertFacts(part, facts, isNew))
      .with("ended", (part) => end(part, submission, ending).where(isNew))
      .with("told", (part) => tellEnd(part, ending))
      .selectFrom("document")
      .select("id")
      .executeTakeFirst(),
  );
  return stored !== undefined;
}

/**
 * Stores a plan where there is a document of its bytes: nothing where the same program made it; else it takes the place of what
 * another made. The name of the first upload stays.
 */
export const takePlace = (database: Database, { document, digitisation, facts }: WholePlan): Promise<void> =>
  transact(database, async (transaction) => {
    await lockBytes(transaction, [document.sha256]);
    const programs = await findPrograms(transaction, document.sha256);
    if (programs.includes(digitisation.program)) return;
    await removeFacts(transaction, document.id);
    await writeDocument(transaction, document);
    await insertDigitisation(transaction, digitisation).execute();
    await insertFacts(transaction, facts).execute();
  });

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

async function writeDocument(transaction: InTransaction, document: WholePlan["document"]): Promise<void> {
  const { id, sha256, file_name: _name, ...changed } = document;
  const written = await transaction
    .insertInto("documents")
    .values(document)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet({ ...changed, search: null, updated_at: sql<string>`now()` })
        .where("documents.sha256", "=", sha256),
    )
    .returning("id")
    .executeTakeFirst();
  if (!written) throw new Error(`the document ${id} was expected to have the hash ${sha256}, it has another`);
}

const TRUE = sql<boolean>`true`;

/** A failure of before gives way. */
const insertDigitisation = (
  database: QueryCreator<Tables>,
  { sha256, program, document_id, plan, millis }: DonePlan,
  condition = TRUE,
) =>
  database
    .insertInto("digitisations")
    .columns(["sha256", "program", "document_id", "plan", "millis"])
    .expression(
      sql<DonePlan>`select ${sha256}::text, ${program}::text, ${document_id}::text, ${plan}::bytea, ${millis}::int where ${condition}`,
    )
    .onConflict((conflict) =>
      conflict.columns(["sha256", "program"]).doUpdateSet({ document_id, plan, failure: null, millis }),
    );

const insertFacts = (database: QueryCreator<Tables>, facts: string, condition = TRUE) =>
  database
    .insertInto("facts")
    .expression(sql<FactTable>`select * from json_populate_recordset(null::facts, ${facts}::json) where ${condition}`);

const removeFacts = (transaction: InTransaction, document: string) =>
  transaction.deleteFrom("facts").where("document_id", "=", document).execute();

/** Writes the fact rows of a plan in place of those that its document has. */
export async function replaceFacts(transaction: InTransaction, plan: Plan): Promise<void> {
  await removeFacts(transaction, plan.id);
  await insertFacts(transaction, cleanRows(factRows(plan))).execute();
}
