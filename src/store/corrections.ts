import { sql } from "kysely";
import { Correction, Review } from "../../schemas/correction.ts";
import type { Plan } from "../../schemas/plan.ts";
import { canCorrect } from "../core/apply-corrections.ts";
import { findAt } from "../core/json-pointer.ts";
import { cleanText } from "./clean-text.ts";
import { WrongPath } from "./errors.ts";
import { createId } from "./ids.ts";
import type { Corrections, Reviews } from "./store.ts";
import type { Database, Row } from "./tables.ts";

export const createCorrections = (database: Database, findPlan: (id: string) => Promise<Plan | null>): Corrections => ({
  create: async (document, { path, value, why }, who) => {
    const plan = await findPlan(document);
    if (!plan) return null;
    const id = createId();
    if (!canCorrect(plan, { path, value })) throw new WrongPath(path);
    const machine = JSON.stringify(findAt(plan, path));
    const row = await database
      .insertInto("corrections")
      .values({ id, document_id: document, path, machine, value: JSON.stringify(value), who, why: cleanText(why) })
      .returningAll()
      .executeTakeFirstOrThrow();
    await touch(database, document);
    return toCorrection(row);
  },
  list: (document) => listCorrections(database, document),
  withdraw: async (id, who) => {
    const withdrawn = await database
      .updateTable("corrections")
      .set({ withdrawn_by: who, withdrawn_at: sql<string>`now()` })
      .where("id", "=", id)
      .where("withdrawn_at", "is", null)
      .returning("document_id")
      .executeTakeFirst();
    if (withdrawn) await touch(database, withdrawn.document_id);
    return withdrawn !== undefined;
  },
});

/** A plan that people changed is another one to whoever keeps a copy: they tell by this time. */
const touch = (database: Database, document: string): Promise<unknown> =>
  database.updateTable("documents").set({ updated_at: sql<string>`now()` }).where("id", "=", document).execute();

/** The oldest first, those withdrawn too. */
export async function listCorrections(database: Database, document: string): Promise<readonly Correction[]> {
  const rows = await database
    .selectFrom("corrections")
    .selectAll()
    .where("document_id", "=", document)
    .orderBy("id")
    .execute();
  return rows.map(toCorrection);
}

const toCorrection = (row: Row<"corrections">): Correction =>
  Correction.parse({
    id: row.id,
    document: row.document_id,
    path: row.path,
    machine: row.machine,
    value: row.value,
    who: row.who,
    why: row.why,
    at: row.at,
    withdrawn: row.withdrawn_at === null ? null : { who: row.withdrawn_by, at: row.withdrawn_at },
  });

export const createReviews = (database: Database): Reviews => ({
  create: async (document, verdict, who, note) => {
    const known = database.selectFrom("documents").select("id").where("id", "=", document);
    if (!(await known.executeTakeFirst())) return null;
    const row = await database
      .insertInto("reviews")
      .values({ id: createId(), document_id: document, verdict, who, note: note === null ? null : cleanText(note) })
      .returningAll()
      .executeTakeFirstOrThrow();
    return toReview(row);
  },
  list: async (document) => {
    const rows = await database
      .selectFrom("reviews")
      .selectAll()
      .where("document_id", "=", document)
      .orderBy("id")
      .execute();
    return rows.map(toReview);
  },
});

const toReview = ({ document_id: document, ...row }: Row<"reviews">): Review => Review.parse({ document, ...row });
