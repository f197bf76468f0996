import { sql } from "kysely";
import { FactRow } from "../../schemas/fact-row.ts";
import { Plan } from "../../schemas/plan.ts";
import { applyCorrections } from "../core/apply-corrections.ts";
import { listCorrections } from "./corrections.ts";
import { toRecord } from "./document-rows.ts";
import { searchDocuments, selectDocuments } from "./document-search.ts";
import { unpackJson } from "./pack-json.ts";
import { limitOf, pageOf, readCursor } from "./paging.ts";
import { removeDocument } from "./remove-document.ts";
import type { CutSearchWords } from "./search-words.ts";
import type { Documents, Files } from "./store.ts";
import type { Database, Row } from "./tables.ts";

type Facets = Awaited<ReturnType<Documents["facets"]>>;

const MOST_FACETS = 500;

export const createDocuments = (database: Database, files: Files, cut: CutSearchWords): Documents => ({
  find: async (id) => {
    const row = await selectDocuments(database).where("id", "=", id).executeTakeFirst();
    return row ? toRecord(row) : null;
  },
  findBySha256: async (sha256) => {
    const row = await selectDocuments(database).where("sha256", "=", sha256).executeTakeFirst();
    return row ? toRecord(row) : null;
  },
  findPlanText: (id, program) => findPlanText(database, id, program),
  findPlan: async (id, program) => readPlan(await findPlanText(database, id, program)),
  findCorrectedPlan: async (id) => {
    const plan = readPlan(await findPlanText(database, id));
    if (!plan) return null;
    const corrections = (await listCorrections(database, id)).filter(({ withdrawn }) => withdrawn === null);
    return { plan: applyCorrections(plan, corrections), corrections };
  },
  search: (query) => searchDocuments(database, query, cut),
  facts: async (filter, page = {}) => {
    const limit = limitOf(page);
    const key = readCursor(page.cursor, ["string", "string", "number"]);
    const rows = await database
      .selectFrom("facts")
      .selectAll()
      .$if(filter.document !== undefined, (each) => each.where("document_id", "=", filter.document!))
      .$if(filter.kind !== undefined, (each) => each.where("kind", "=", filter.kind!))
      .$if(filter.family !== undefined, (each) => each.where("family", "=", filter.family!))
      .$if(filter.metric !== undefined, (each) => each.where("metric", "=", filter.metric!))
      .$if(key !== null, (each) =>
        each.where(sql<boolean>`(document_id, kind, ordinal) > (${key?.[0]}, ${key?.[1]}, ${key?.[2]}::int)`),
      )
      .orderBy("document_id")
      .orderBy("kind")
      .orderBy("ordinal")
      .limit(limit + 1)
      .execute();
    return pageOf(rows, limit, ({ document_id, kind, ordinal }) => [document_id, kind, ordinal], toFact);
  },
  remove: (id) => removeDocument(database, files, id),
  facets: async () => ({
    jurisdiction: await countValues(database, "jurisdiction"),
    level: await countValues(database, "level"),
    issuer: await countValues(database, "unnest(issuers)"),
  }),
  count: async () => {
    const { count } = await database
      .selectFrom("documents")
      .select((select) => select.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  },
});

const readPlan = (text: string | null): Plan | null => (text === null ? null : Plan.parse(JSON.parse(text)));

async function findPlanText(database: Database, id: string, program?: string): Promise<string | null> {
  const row = await database
    .selectFrom("digitisations")
    .innerJoin("documents", "documents.id", "digitisations.document_id")
    .select("plan")
    .where("documents.id", "=", id)
    .where("digitisations.program", "=", program ?? sql.ref<string>("documents.program"))
    .executeTakeFirst();
  return row?.plan ? unpackJson(row.plan) : null;
}

const toFact = ({ document_id: document, ...fact }: Row<"facts">): FactRow => FactRow.parse({ document, ...fact });

async function countValues(database: Database, expression: string): Promise<Facets["level"]> {
  const { rows } = await sql<{ value: string; count: number }>`
    select value, count(*) as count from (select ${sql.raw(expression)} as value from documents) each
    where value is not null group by value order by count desc, value limit ${MOST_FACETS}`.execute(database);
  return rows;
}
