import { z } from "zod";
import { Comparison } from "../../../../schemas/comparison.ts";
import { Matrix } from "../../../../schemas/matrix.ts";
import { writeComparisonHtml } from "../../../publish/comparison/write-html.ts";
import { writeComparisonMarkdown } from "../../../publish/comparison/write-markdown.ts";
import { writeComparisonSheets } from "../../../publish/comparison/write-sheets.ts";
import { XLSX_TYPE } from "../../../publish/xlsx/write-workbook.ts";
import { findPlan } from "../find-plans.ts";
import type { Reply, Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { recordWrite } from "../record-write.ts";
import { sendFile, sendPage } from "../send-file.ts";
import type { Service } from "../service.ts";
import { cursorQuery, Id, needs, pageOf } from "./route.ts";

const MOST_PLANS = 200;
const Document = z.string().min(1).max(100);
const Asked = z.object({ template: Document, locals: z.array(Document).min(1).max(MOST_PLANS) });
const AskedMatrix = z.object({
  template: Document.nullable().default(null),
  documents: z.array(Document).min(2).max(MOST_PLANS),
});
const Format = z.object({ format: z.enum(["json", "html", "md", "xlsx"]).default("json") });
const Made = z.array(
  z.object({ id: z.string(), template: z.string(), local: z.string(), summary: Comparison.shape.summary }),
);
const Entry = z.object({
  id: z.string(),
  kind: z.enum(["comparison", "matrix"]),
  documents: z.array(z.string()),
  program: z.string(),
  createdAt: z.string(),
});

const OTHER_TYPES = { "text/html": null, "text/markdown": null, [XLSX_TYPE]: null };

type Format = z.infer<typeof Format>["format"];

/** Plans side by side: made on request, kept, and handed out as data, page, Markdown or workbook. */
export function addComparisonRoutes(server: Server, { store, comparer, program }: Service): void {
  server.post(
    "/api/comparisons",
    {
      ...needs("submit"),
      schema: {
        body: Asked,
        response: { 201: Made },
        tags: ["comparisons"],
        summary: "Compare local plans with a template",
      },
    },
    async ({ body, actor }, reply) => {
      const template = await findPlan(store, body.template);
      const made: z.infer<typeof Made> = [];
      for (const local of body.locals) {
        const comparison = await comparer.compare(template, await findPlan(store, local));
        const id = await store.comparisons.store(comparison, program);
        await recordWrite(store, { actor }, "comparison.create", body.template, { comparison: id, local });
        made.push({ id, template: body.template, local, summary: comparison.summary });
      }
      return reply.code(201).send(made);
    },
  );

  server.get(
    "/api/comparisons",
    {
      ...needs("read"),
      schema: {
        querystring: z.object({ document: Document.optional(), ...cursorQuery }),
        response: { 200: pageOf(Entry) },
        tags: ["comparisons"],
        summary: "Comparisons and matrices, the newest first",
      },
    },
    async ({ query: { document, ...page } }) => {
      const { items, next } = await store.comparisons.list(document, page);
      return { items: items.map((each) => ({ ...each, documents: [...each.documents] })), next };
    },
  );

  server.get(
    "/api/comparisons/:id",
    {
      ...needs("read", { "application/json": Comparison, ...OTHER_TYPES }),
      schema: { params: Id, querystring: Format, tags: ["comparisons"], summary: "comparison/1, or as html, md, xlsx" },
    },
    async ({ params, query }, reply) => {
      const comparison = await store.comparisons.find(params.id);
      if (!comparison) throw new Refusal("not-found", { what: "comparison", id: params.id });
      return WRITERS[query.format](reply, [comparison], null, comparison);
    },
  );

  server.post(
    "/api/matrices",
    {
      ...needs("submit"),
      schema: {
        body: AskedMatrix,
        response: { 201: z.object({ id: z.string(), matrix: Matrix }) },
        tags: ["comparisons"],
        summary: "Set n plans side by side",
      },
    },
    async ({ body, actor }, reply) => {
      const template = body.template === null ? null : await findPlan(store, body.template);
      const plans = await Promise.all(body.documents.map((id) => findPlan(store, id)));
      const matrix = await comparer.buildMatrix(plans, template);
      const id = await store.comparisons.storeMatrix(matrix, program);
      await recordWrite(store, { actor }, "matrix.create", id, { plans: plans.length });
      return reply.code(201).send({ id, matrix });
    },
  );

  server.get(
    "/api/matrices/:id",
    {
      ...needs("read", { "application/json": Matrix, ...OTHER_TYPES }),
      schema: { params: Id, querystring: Format, tags: ["comparisons"], summary: "matrix/1, or as html, md, xlsx" },
    },
    async ({ params, query }, reply) => {
      const matrix = await store.comparisons.findMatrix(params.id);
      if (!matrix) throw new Refusal("not-found", { what: "matrix", id: params.id });
      return WRITERS[query.format](reply, [], matrix, matrix);
    },
  );

  server.delete(
    "/api/comparisons/:id",
    { ...needs("admin"), schema: { params: Id, tags: ["comparisons"], summary: "Delete a comparison or a matrix" } },
    async ({ params, actor }, reply) => {
      if (!(await store.comparisons.remove(params.id)))
        throw new Refusal("not-found", { what: "comparison", id: params.id });
      await recordWrite(store, { actor }, "comparison.delete", params.id);
      return reply.code(204).send();
    },
  );
}

type Writer = (
  reply: Reply,
  comparisons: readonly Comparison[],
  matrix: Matrix | null,
  data: Comparison | Matrix,
) => Reply;

const WRITERS: Readonly<Record<Format, Writer>> = {
  json: (reply, _comparisons, _matrix, data) => reply.send(data),
  html: (reply, comparisons, matrix) => sendPage(reply, writeComparisonHtml(comparisons, matrix)),
  md: (reply, comparisons, matrix) =>
    sendFile(reply, {
      name: "comparison.md",
      mediaType: "text/markdown; charset=utf-8",
      bytes: new TextEncoder().encode(writeComparisonMarkdown(comparisons, matrix)),
    }),
  xlsx: (reply, comparisons, matrix) =>
    sendFile(reply, {
      name: "comparison.xlsx",
      mediaType: XLSX_TYPE,
      bytes: writeComparisonSheets(comparisons, matrix),
    }),
};
