import { Comment } from "../../schemas/comment.ts";
import type { Plan } from "../../schemas/plan.ts";
import { findAt } from "../core/json-pointer.ts";
import { cleanText } from "./clean-text.ts";
import { WrongPath } from "./errors.ts";
import { createId } from "./ids.ts";
import type { Comments } from "./store.ts";
import type { Database, Row } from "./tables.ts";

export const createComments = (database: Database, findPlan: (id: string) => Promise<Plan | null>): Comments => ({
  create: async (document, { path, text }, who) => {
    const plan = await findPlan(document);
    if (!plan) return null;
    if (path !== null && findAt(plan, path) === undefined) throw new WrongPath(path);
    const row = await database
      .insertInto("comments")
      .values({ id: createId(), document_id: document, path, text: cleanText(text), who })
      .returningAll()
      .executeTakeFirstOrThrow();
    return toComment(row);
  },
  list: async (document) => {
    const rows = await database
      .selectFrom("comments")
      .selectAll()
      .where("document_id", "=", document)
      .orderBy("id")
      .execute();
    return rows.map(toComment);
  },
});

const toComment = ({ document_id: document, ...row }: Row<"comments">): Comment => Comment.parse({ document, ...row });
