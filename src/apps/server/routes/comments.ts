import { z } from "zod";
import { Comment, CommentRequest } from "../../../../schemas/comment.ts";
import { findDocument } from "../find-plans.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { recordWrite } from "../record-write.ts";
import type { Service } from "../service.ts";
import { Id, needs } from "./route.ts";

/** Remarks on a plan or on one of its facts: they neither correct nor approve. */
export function addCommentRoutes(server: Server, { store }: Service): void {
  server.get(
    "/api/documents/:id/comments",
    {
      ...needs("read"),
      schema: {
        params: Id,
        response: { 200: z.array(Comment) },
        tags: ["review"],
        summary: "Remarks on a plan and its facts, the oldest first",
      },
    },
    async ({ params }) => {
      await findDocument(store, params.id);
      return [...(await store.comments.list(params.id))];
    },
  );

  server.post(
    "/api/documents/:id/comments",
    {
      ...needs("review"),
      schema: {
        params: Id,
        body: CommentRequest,
        response: { 201: Comment },
        tags: ["review"],
        summary: "Remark on a plan, or on the fact at a path",
      },
    },
    async ({ params, body, actor }, reply) => {
      const comment = await store.comments.create(params.id, body, actor!.id);
      if (!comment) throw new Refusal("not-found", { what: "document", id: params.id });
      await recordWrite(store, { actor }, "document.comment", params.id, { comment: comment.id, path: body.path });
      return reply.code(201).send(comment);
    },
  );
}
