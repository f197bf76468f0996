import { sql } from "kysely";
import { LineageLink } from "../../schemas/lineage.ts";
import { cleanText } from "./clean-text.ts";
import type { Versions } from "./store.ts";
import type { Database, InTransaction } from "./tables.ts";
import { transact } from "./transact.ts";

/** Rows written in one statement. */
const AT_ONCE = 1000;

export const createVersions = (database: Database): Versions => ({
  save: (lineage) =>
    transact(database, async (transaction) => {
      await sql`lock table document_links in exclusive mode`.execute(transaction);
      await transaction.deleteFrom("document_links").execute();
      await transaction.deleteFrom("document_versions").execute();
      await insertLinks(transaction, lineage.links);
      await insertVersions(transaction, lineage.versions);
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
