import { sql } from "kysely";
import { LineageLink } from "../../schemas/lineage.ts";
import { Plan } from "../../schemas/plan.ts";
import { cleanText } from "./clean-text.ts";
import { unpackJson } from "./pack-json.ts";
import type { PlacedPlan, Versions } from "./store.ts";
import type { Database, InTransaction } from "./tables.ts";
import { transact } from "./transact.ts";

/** Rows written in one statement. */
const AT_ONCE = 1000;

export const createVersions = (database: Database): Versions => ({
  mark: () => markOf(database),
  listChanges: async () => {
    const rows = await database.selectFrom("documents").select(["id", "updated_at"]).orderBy("ordinal").execute();
    return rows.map(({ id, updated_at: updatedAt }) => ({ id, updatedAt }));
  },
  listPlaced: (documents) => listPlaced(database, documents),
  save: (lineage, mark) =>
    transact(database, async (transaction) => {
      await sql`lock table document_links in exclusive mode`.execute(transaction);
      if (mark !== undefined && (await markOf(transaction)) !== mark) return false;
      await transaction.deleteFrom("document_links").execute();
      await transaction.deleteFrom("document_versions").execute();
      await insertLinks(transaction, lineage.links);
      await insertVersions(transaction, lineage.versions);
      return true;
    }),
  find: async (document) => {
    const rows = await database
      .selectFrom("document_versions")
      .select("document_id")
      .where("version_group", "=", (select) =>
        select.selectFrom("document_versions").select("version_group").where("document_id", "=", document),
      )
      .orderBy("ordinal")
      .execute();
    return rows.length > 0 ? rows.map(({ document_id }) => document_id) : [document];
  },
  links: async (document) => {
    const rows = await database
      .selectFrom("document_links")
      .selectAll()
      .where((or) => or.or([or("from_id", "=", document), or("to_id", "=", document)]))
      .orderBy("ordinal")
      .execute();
    return rows.map(({ from_id, basis, relation, to_id, known_by }) =>
      LineageLink.parse({ from: from_id, basis, relation, to: to_id, by: known_by }),
    );
  },
});

/** The sum changes with each document that changed, whichever of two transactions ends first. */
async function markOf(database: Database | InTransaction): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', count(*), max(ordinal), sum(extract(epoch from updated_at))) as mark from documents`.execute(
    database,
  );
  return rows[0]!.mark;
}

const Placed = Plan.pick({ id: true, header: true, basis: true });

async function listPlaced(database: Database, documents: readonly string[]): Promise<readonly PlacedPlan[]> {
  const { rows } = await sql<{ readonly at: string; readonly plan: Buffer; readonly isCorrected: boolean }>`
    select updated_at as at, plan, exists (
      select 1 from corrections where document_id = documents.id and withdrawn_at is null) as "isCorrected"
    from documents join digitisations d on d.document_id = documents.id and d.program = documents.program
    where documents.id = any(${documents}::text[])`.execute(database);
  return rows.map(({ at, plan, isCorrected }) => ({
    ...Placed.parse(JSON.parse(unpackJson(plan))),
    updatedAt: at,
    isCorrected,
  }));
}

async function insertLinks(transaction: InTransaction, links: readonly LineageLink[]): Promise<void> {
  const values = links.map(({ from, basis, relation, to, by }, ordinal) => ({
    from_id: from,
    basis: cleanText(basis),
    relation,
    to_id: to,
    known_by: by,
    ordinal,
  }));
  for (let from = 0; from < values.length; from += AT_ONCE)
    await transaction
      .insertInto("document_links")
      .values(values.slice(from, from + AT_ONCE))
      .execute();
}

async function insertVersions(transaction: InTransaction, versions: readonly (readonly string[])[]): Promise<void> {
  const values = versions.flatMap((documents, version_group) =>
    documents.map((document_id, ordinal) => ({ document_id, version_group, ordinal })),
  );
  for (let from = 0; from < values.length; from += AT_ONCE)
    await transaction
      .insertInto("document_versions")
      .values(values.slice(from, from + AT_ONCE))
      .execute();
}
