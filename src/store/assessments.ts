import { cleanText } from "./clean-text.ts";
import { createId } from "./ids.ts";
import { limitOf, pageOf, readCursor } from "./paging.ts";
import type { Assessment, Assessments } from "./store.ts";
import type { Database, Row } from "./tables.ts";

export const createAssessments = (database: Database): Assessments => ({
  store: async ({ document, name, result, who }) => {
    const row = await database
      .insertInto("assessments")
      .values({ id: createId(), document_id: document, name: cleanText(name), result: JSON.stringify(result), who })
      .returningAll()
      .executeTakeFirstOrThrow();
    return toAssessment(row);
  },
  find: async (id) => {
    const row = await database.selectFrom("assessments").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? toAssessment(row) : null;
  },
  list: async (document, page = {}) => {
    const limit = limitOf(page);
    const key = readCursor(page.cursor, ["string"]);
    const rows = await database
      .selectFrom("assessments")
      .selectAll()
      .$if(document !== undefined, (each) => each.where("document_id", "=", document!))
      .$if(key !== null, (each) => each.where("id", "<", String(key![0])))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return pageOf(rows, limit, ({ id }) => [id], toAssessment);
  },
  remove: async (id) => {
    const { numDeletedRows } = await database.deleteFrom("assessments").where("id", "=", id).executeTakeFirst();
    return numDeletedRows > 0n;
  },
});

const toAssessment = ({ document_id: document, created_at: createdAt, ...row }: Row<"assessments">): Assessment => ({
  document,
  createdAt,
  ...row,
});
