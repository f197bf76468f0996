import { z } from "zod";
import { DocumentQuery, DocumentRecord } from "../../../../schemas/document-record.ts";
import { Plan } from "../../../../schemas/plan.ts";
import { findDocument } from "../find-plans.ts";
import type { Reply, Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import type { Service } from "../service.ts";
import { cursorQuery, needs, pageOf } from "./route.ts";

const Id = z.object({ id: z.string().max(100) });
const Query = DocumentQuery.extend({ ...cursorQuery, approved: z.stringbool().optional() });
const Section = Id.extend({ section: z.enum(Object.keys(Plan.shape) as (keyof Plan)[]) });
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

  server.get("/api/documents/facets", { ...needs("read"), schema: { tags: ["documents"] } }, () =>
    store.documents.facets(),
  );

  server.get(
    "/api/documents/:id",
    { ...needs("read"), schema: { params: Id, response: { 200: DocumentRecord }, tags: ["documents"] } },
    ({ params }) => find(params.id),
  );

  server.get(
    "/api/documents/:id/plan",
    {
      ...needs("read"),
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
      ...needs("read"),
      schema: { params: Section, querystring: Corrected, tags: ["documents"], summary: "One section of the plan" },
    },
    async ({ params, query, headers }, reply) => {
      const document = await find(params.id);
      if (isFresh(reply, headers["if-none-match"], tagOf(document, query.corrected))) return reply.code(304).send();
      const plan = await planOf(params.id, query.corrected);
      return reply.type("application/json").send(JSON.stringify(plan[params.section]));
    },
  );

  server.get(
    "/api/documents/:id/original",
    { ...needs("read"), schema: { params: Id, tags: ["documents"], summary: "The bytes as they were uploaded" } },
    async ({ params }, reply) => {
      const { sha256, fileName, byteLength } = await find(params.id);
      return reply
        .header("content-type", "application/octet-stream")
        .header("content-length", byteLength)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
        .header("x-no-compression", "1")
        .send(await store.files.open(sha256));
    },
  );
}

const tagOf = ({ program, updatedAt }: DocumentRecord, isCorrected: boolean): string =>
  `"${program}-${Date.parse(updatedAt).toString(36)}-${isCorrected ? "c" : "m"}"`;

/** Tells the client the version that it is given, and whether it has that one already. */
function isFresh(reply: Reply, known: string | undefined, tag: string): boolean {
  reply.header("etag", tag).header("cache-control", "private, no-cache");
  return known?.split(/\s*,\s*/).some((each) => each.replace(/^W\//, "") === tag) ?? false;
}
