import { z } from "zod";
import { AuditEvent } from "../../../../schemas/audit-event.ts";
import { Correction, CorrectionRequest, Review } from "../../../../schemas/correction.ts";
import { findDocument } from "../find-plans.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { recordWrite } from "../record-write.ts";
import type { Service } from "../service.ts";
import { cursorQuery, Id, needs, pageOf } from "./route.ts";

const Verdict = z.object({ verdict: Review.shape.verdict, note: z.string().max(2000).nullable().default(null) });

/** What people say of a plan: corrections over the machine's values, approval, and who did what. */
export function addReviewRoutes(server: Server, { store }: Service): void {
  server.get(
    "/api/documents/:id/corrections",
    {
      ...needs("read"),
      schema: {
        params: Id,
        response: { 200: z.array(Correction) },
        tags: ["review"],
        summary: "All corrections of a plan",
      },
    },
    async ({ params }) => {
      await findDocument(store, params.id);
      return [...(await store.corrections.list(params.id))];
    },
  );

  server.post(
    "/api/documents/:id/corrections",
    {
      ...needs("review"),
      schema: {
        params: Id,
        body: CorrectionRequest,
        response: { 201: Correction },
        tags: ["review"],
        summary: "Correct a value; the machine's is kept",
      },
    },
    async ({ params, body, actor }, reply) => {
      const correction = await store.corrections.create(params.id, body, actor!.id);
      if (!correction) throw new Refusal("not-found", { what: "document", id: params.id });
      await recordWrite(store, { actor }, "document.correct", params.id, {
        correction: correction.id,
        path: body.path,
      });
      await store.webhooks.announce("document.corrected", {
        document: params.id,
        correction: correction.id,
        path: body.path,
      });
      return reply.code(201).send(correction);
    },
  );

  server.delete(
    "/api/corrections/:id",
    { ...needs("review"), schema: { params: Id, tags: ["review"], summary: "Take a correction back" } },
    async ({ params, actor }, reply) => {
      if (!(await store.corrections.withdraw(params.id, actor!.id)))
        throw new Refusal("not-found", { what: "correction", id: params.id });
      await recordWrite(store, { actor }, "correction.withdraw", params.id);
      return reply.code(204).send();
    },
  );

  server.get(
    "/api/documents/:id/reviews",
    {
      ...needs("read"),
      schema: {
        params: Id,
        response: { 200: z.array(Review) },
        tags: ["review"],
        summary: "What people said of a plan",
      },
    },
    async ({ params }) => {
      await findDocument(store, params.id);
      return [...(await store.reviews.list(params.id))];
    },
  );

  server.post(
    "/api/documents/:id/reviews",
    {
      ...needs("review"),
      schema: {
        params: Id,
        body: Verdict,
        response: { 201: Review },
        tags: ["review"],
        summary: "Approve a plan, or open it again",
      },
    },
    async ({ params, body, actor }, reply) => {
      const review = await store.reviews.create(params.id, body.verdict, actor!.id, body.note);
      if (!review) throw new Refusal("not-found", { what: "document", id: params.id });
      await recordWrite(store, { actor }, `document.${body.verdict}`, params.id);
      if (body.verdict === "approved")
        await store.webhooks.announce("document.approved", { document: params.id, review: review.id });
      return reply.code(201).send(review);
    },
  );

  server.get(
    "/api/documents/:id/history",
    {
      ...needs("read"),
      schema: {
        params: Id,
        querystring: z.object(cursorQuery),
        response: { 200: pageOf(AuditEvent) },
        tags: ["review"],
        summary: "Who did what to a document, the newest first",
      },
    },
    async ({ params, query }) => {
      await findDocument(store, params.id);
      const { items, next } = await store.audit.list({ subject: params.id }, query);
      return { items: [...items], next };
    },
  );
}
