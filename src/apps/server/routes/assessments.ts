import { z } from "zod";
import { assessSheets } from "../../../../pipelines/assess.ts";
import { Assessment } from "../../../../schemas/assessment.ts";
import { writeAssessmentPage } from "../../../assess/assessment-page.ts";
import type { Assessment as StoredAssessment } from "../../../store/store.ts";
import { findDocument, findPlan } from "../find-plans.ts";
import type { Request, Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { recordWrite } from "../record-write.ts";
import { sendPage } from "../send-file.ts";
import type { Service } from "../service.ts";
import { cursorQuery, Id, needs, pageOf } from "./route.ts";

const MEGABYTE = 1024 * 1024;
/** A scoring table of a thousand rows has a tenth of it. */
const MOST_SHEET = 5 * MEGABYTE;
const Kept = z.object({
  id: z.string(),
  document: z.string(),
  name: z.string(),
  result: Assessment,
  who: z.string(),
  createdAt: z.string(),
});
const Format = z.object({ format: z.enum(["json", "html"]).default("json") });
const JSON_OR_PAGE = { "application/json": Kept, "text/html": null };

/** Filled scoring sheets, counted by the standards of a plan. */
export function addAssessmentRoutes(server: Server, { store }: Service): void {
  const find = async (id: string): Promise<StoredAssessment> => {
    const found = await store.assessments.find(id);
    if (!found) throw new Refusal("not-found", { what: "assessment", id });
    return found;
  };

  server.post(
    "/api/documents/:id/assessments",
    {
      ...needs("submit"),
      schema: {
        params: Id,
        response: { 201: z.array(Kept) },
        tags: ["assessments"],
        summary: "Assess a filled sheet: XLSX, CSV or JSON as the form field file, or JSON as the body",
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const plan = await findPlan(store, id);
      const { name, bytes } = await takeSheet(request);
      const kept: z.infer<typeof Kept>[] = [];
      for (const result of assessSheets(plan, bytes)) {
        const stored = await store.assessments.store({ document: id, name, result, who: request.actor!.id });
        await recordWrite(store, request, "assessment.create", stored.id, { document: id });
        kept.push({ ...stored, result });
      }
      return reply.code(201).send(kept);
    },
  );

  server.get(
    "/api/documents/:id/assessments",
    {
      ...needs("read"),
      schema: {
        params: Id,
        querystring: z.object(cursorQuery),
        response: { 200: pageOf(Kept) },
        tags: ["assessments"],
        summary: "The assessments by a plan's standards, the newest first",
      },
    },
    async ({ params, query }) => {
      await findDocument(store, params.id);
      const { items, next } = await store.assessments.list(params.id, query);
      return { items: items.map(toKept), next };
    },
  );

  server.get(
    "/api/assessments/:id",
    {
      ...needs("read", JSON_OR_PAGE),
      schema: { params: Id, querystring: Format, tags: ["assessments"], summary: "An assessment, also as a page" },
    },
    async ({ params, query }, reply) => {
      const kept = toKept(await find(params.id));
      return query.format === "html" ? sendPage(reply, writeAssessmentPage(kept.result)) : reply.send(kept);
    },
  );

  server.delete(
    "/api/assessments/:id",
    { ...needs("admin"), schema: { params: Id, tags: ["assessments"], summary: "Delete an assessment" } },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await store.assessments.remove(id))) throw new Refusal("not-found", { what: "assessment", id });
      await recordWrite(store, request, "assessment.delete", id);
      return reply.code(204).send();
    },
  );
}

const toKept = (stored: StoredAssessment): z.infer<typeof Kept> => ({
  ...stored,
  result: Assessment.parse(stored.result),
});

/** @throws Refusal `no-files`, `file-too-large`. */
async function takeSheet(request: Request): Promise<{ name: string; bytes: Uint8Array }> {
  if (!request.isMultipart()) return { name: "sheet.json", bytes: Buffer.from(JSON.stringify(request.body ?? null)) };
  const part = await request.file({ limits: { fileSize: MOST_SHEET, files: 1 }, throwFileSizeLimit: false });
  if (!part) throw new Refusal("no-files");
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw new Refusal("file-too-large", { file: part.filename, limit: MOST_SHEET / MEGABYTE });
  return { name: part.filename.slice(0, 255), bytes };
}
