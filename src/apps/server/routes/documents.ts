import { z } from "zod";
import { DocumentQuery, DocumentRecord } from "../../../../schemas/document-record.ts";
import { Plan } from "../../../../schemas/plan.ts";
import { findDocument } from "../find-plans.ts";
import { isFresh } from "../freshness.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { recordWrite } from "../record-write.ts";
import type { Service } from "../service.ts";
import { cursorQuery, Id, needs, pageOf } from "./route.ts";

const Query = DocumentQuery.extend({
  ...cursorQuery,
  approved: z.stringbool().optional(),
  hasStandards: z.stringbool().optional(),
});
const Section = Id.extend({ section: z.enum(Object.keys(Plan.shape) as (keyof Plan)[]) });
const FacetCounts = z.array(z.object({ value: z.string(), count: z.int() }));
const Facets = z.object({ jurisdiction: FacetCounts, level: FacetCounts, issuer: FacetCounts });
const Corrected = z.object({ corrected: z.stringbool().default(true) });

/** The collection: its documents, their plans whole or by section, and the bytes they were read from. */
export function addDocumentRoutes(server: Server, { store }: Service): void {
  const find = (id: string): Promise<DocumentRecord> => findDocument(store, id);
  const planOf = async (id: string, isCorrected: boolean): Promise<Plan> => {
    const found = isCorrected
      ? (await store.documents.findCorrectedPlan(id))?.plan
      : await store.documents.findPlan(id);
    if (!found) throw new Refusal("not-found", { what: "document", id });
    return found;
  };

  server.get(
    "/api/documents",
    {
      ...needs("read"),
      schema: {
        querystring: Query,
        response: { 200: pageOf(DocumentRecord) },
        tags: ["documents"],
        summary: "List and search",
      },
    },
    async ({ query }) => {
      const { items, next } = await store.documents.search(query);
      return { items: [...items], next };
    },
  );

  server.get(
    "/api/documents/facets",
    {
      ...needs("read", { "application/json": Facets }),
      schema: { tags: ["documents"], summary: "Which jurisdictions, levels and issuers there are" },
    },
    () => store.documents.facets(),
  );

  server.get(
    "/api/documents/:id",
    {
      ...needs("read"),
      schema: { params: Id, response: { 200: DocumentRecord }, tags: ["documents"], summary: "A document" },
    },
    ({ params }) => find(params.id),
  );

  server.get(
    "/api/documents/:id/plan",
    {
      ...needs("read", { "application/json": Plan }),
      schema: {
        params: Id,
        querystring: Corrected,
        tags: ["documents"],
        summary: "The plan (plan/1), with its corrections",
      },
    },
    async ({ params, query, headers }, reply) => {
      const document = await find(params.id);
      if (isFresh(reply, headers["if-none-match"], tagOf(document, query.corrected))) return reply.code(304).send();
      return planOf(params.id, query.corrected);
    },
  );

  server.get(
    "/api/documents/:id/plan/:section",
    {
      ...needs("read", { "application/json": null }),
      schema: { params: Section, querystring: Corrected, tags: ["documents"], summary: "One section of the plan" },
    },
    async ({ params, query, headers }, reply) => {
      const document = await find(params.id);
      if (isFresh(reply, headers["if-none-match"], tagOf(document, query.corrected))) return reply.code(304).send();
      const plan = await planOf(params.id, query.corrected);
      return reply.type("application/json").send(JSON.stringify(plan[params.section]));
    },
  );

  server.delete(
    "/api/documents/:id",
    {
      ...needs("admin"),
      schema: { params: Id, tags: ["documents"], summary: "Delete a document with all that was made of it" },
    },
    async (request, reply) => {
      const { fileName, sha256 } = await find(request.params.id);
      if (!(await store.documents.remove(request.params.id)))
        throw new Refusal("not-found", { what: "document", id: request.params.id });
      await recordWrite(store, request, "document.delete", request.params.id, { fileName, sha256 });
      await store.webhooks.announce("document.deleted", { document: request.params.id, sha256 });
      return reply.code(204).send();
    },
  );
}

const tagOf = ({ program, updatedAt }: DocumentRecord, isCorrected: boolean): string =>
  `"${program}-${Date.parse(updatedAt).toString(36)}-${isCorrected ? "c" : "m"}"`;
