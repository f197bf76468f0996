import { sql } from "kysely";
import { Comparison } from "../../schemas/comparison.ts";
import { Matrix } from "../../schemas/matrix.ts";
import { createId } from "./ids.ts";
import { limitOf, pageOf, readCursor } from "./paging.ts";
import type { ComparisonEntry, Comparisons } from "./store.ts";
import type { Database } from "./tables.ts";

type Kind = ComparisonEntry["kind"];

export const createComparisons = (database: Database): Comparisons => ({
  store: (comparison, program) =>
    storeResult(database, "comparison", [comparison.template.id, comparison.local.id], program, comparison),
  storeMatrix: (matrix, program) =>
    storeResult(
      database,
      "matrix",
      matrix.plans.map(({ id }) => id),
      program,
      matrix,
    ),
  find: async (id) => Comparison.nullable().parse(await findResult(database, "comparison", id)),
  findMatrix: async (id) => Matrix.nullable().parse(await findResult(database, "matrix", id)),
  findOf: async (template, local, program) => {
    const row = await database
      .selectFrom("comparisons")
      .select(["id", "result"])
      .where("kind", "=", "comparison")
      .where(sql<boolean>`documents = ${[template, local]}::text[]`)
      .where("program", "=", program)
      .executeTakeFirst();
    return row ? { id: row.id, comparison: Comparison.parse(row.result) } : null;
  },
  list: async (document, page = {}) => {
    const limit = limitOf(page);
    const key = readCursor(page.cursor, ["string"]);
    const rows = await database
      .selectFrom("comparisons")
      .select(["id", "kind", "documents", "program", "created_at"])
      .$if(document !== undefined, (each) => each.where(sql<boolean>`documents @> array[${document}::text]`))
      .$if(key !== null, (each) => each.where("id", "<", String(key![0])))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      ({ kind, created_at: createdAt, ...row }): ComparisonEntry => ({ ...row, kind: kind as Kind, createdAt }),
    );
  },
  remove: async (id) => {
    const { numDeletedRows } = await database.deleteFrom("comparisons").where("id", "=", id).executeTakeFirst();
    return numDeletedRows > 0n;
  },
});

/** The same documents and program again take the place of the earlier result, which keeps its id. */
async function storeResult(
  database: Database,
  kind: Kind,
  documents: string[],
  program: string,
  result: object,
): Promise<string> {
  const text = JSON.stringify(result);
  const { id } = await database
    .insertInto("comparisons")
    .values({ id: createId(), kind, documents, program, result: text })
    .onConflict((conflict) => conflict.columns(["kind", "documents", "program"]).doUpdateSet({ result: text }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function findResult(database: Database, kind: Kind, id: string): Promise<unknown> {
  const row = await database
    .selectFrom("comparisons")
    .select("result")
    .where("id", "=", id)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return row?.result ?? null;
}
