import { z } from "zod";
import { Block, CellPlace } from "../../../../schemas/block.ts";
import type { DocumentRecord } from "../../../../schemas/document-record.ts";
import { Box } from "../../../../schemas/evidence.ts";
import type { Plan } from "../../../../schemas/plan.ts";
import { createPageDrawer } from "../draw-page.ts";
import { findDocument } from "../find-plans.ts";
import { isFresh } from "../freshness.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import type { Service } from "../service.ts";
import { Id, needs } from "./route.ts";

const MOST_PAGE = 10_000;
const PageNumber = z.coerce.number().int().min(1).max(MOST_PAGE);
const Place = z.object({
  block: z.coerce.number().int().nonnegative(),
  start: z.coerce.number().int().nonnegative(),
  end: z.coerce.number().int().positive(),
});
/** Evidence with the text that stands around it. */
const Shown = z.object({
  block: z.int(),
  start: z.int(),
  end: z.int(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  page: z.int().nullable(),
  bbox: Box.nullable(),
  cell: CellPlace.nullable(),
});
const PNG = { "image/png": null };
const BINARY = { "application/octet-stream": null };

/** What a plan was read from: its bytes, its pages as pictures, its text, and the place of a quote. */
export function addSourceRoutes(server: Server, service: Service): void {
  const { store } = service;
  const draw = createPageDrawer(service);
  const find = (id: string): Promise<DocumentRecord> => findDocument(store, id);
  const blocksOf = async (id: string): Promise<Plan["blocks"]> => {
    const plan = await store.documents.findPlan(id);
    if (!plan) throw new Refusal("not-found", { what: "document", id });
    return plan.blocks;
  };

  server.get(
    "/api/documents/:id/original",
    {
      ...needs("read", BINARY),
      compress: false,
      schema: { params: Id, tags: ["documents"], summary: "The bytes as they were uploaded, to be saved" },
    },
    async ({ params, headers }, reply) => {
      const { sha256, fileName, byteLength } = await find(params.id);
      if (isFresh(reply, headers["if-none-match"], `"${sha256}"`)) return reply.code(304).send();
      return reply
        .header("content-type", "application/octet-stream")
        .header("content-length", byteLength)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
        .send(await store.files.open(sha256));
    },
  );

  server.get(
    "/api/documents/:id/pages/:page",
    {
      ...needs("read", PNG),
      schema: {
        params: Id.extend({ page: PageNumber }),
        querystring: z.object({ scale: z.coerce.number().min(1).max(3).default(1.5) }),
        tags: ["documents"],
        summary: "A page as PNG (PDF, OFD, pictures); scale in pixels a point, as evidence boxes count them",
      },
    },
    async ({ params: { id, page }, query: { scale }, headers }, reply) => {
      const document = await find(id);
      if (isFresh(reply, headers["if-none-match"], `"${document.sha256}-${page}-${scale}"`))
        return reply.code(304).send();
      const png = await draw(document, page, scale);
      return reply.header("content-type", "image/png").send(Buffer.from(png));
    },
  );

  server.get(
    "/api/documents/:id/text",
    {
      ...needs("read"),
      schema: {
        params: Id,
        querystring: z.object({ page: PageNumber.optional() }),
        response: { 200: z.object({ blocks: z.array(Block) }) },
        tags: ["documents"],
        summary: "The text in blocks, whole or of one page",
      },
    },
    async ({ params, query: { page } }) => {
      const blocks = await blocksOf(params.id);
      return { blocks: page === undefined ? blocks : blocks.filter((block) => block.page === page) };
    },
  );

  server.get(
    "/api/documents/:id/evidence",
    {
      ...needs("read"),
      schema: {
        params: Id,
        querystring: Place,
        response: { 200: Shown },
        tags: ["documents"],
        summary: "A quote with what stands around it, its page and its box",
      },
    },
    async ({ params, query: { block, start, end } }) => {
      const found = (await blocksOf(params.id))[block];
      if (!found || start >= end || end > found.text.length)
        throw new Refusal("not-found", { what: "evidence", id: `${block}:${start}-${end}` });
      const { text, page, bbox, cell } = found;
      const parts = { before: text.slice(0, start), quote: text.slice(start, end), after: text.slice(end) };
      return { block, start, end, ...parts, page, bbox, cell };
    },
  );
}
