import { statfs } from "node:fs/promises";
import { z } from "zod";
import { Submission, SubmissionState } from "../../../../schemas/submission.ts";
import { cancelSubmission, retrySubmission, submitUpload } from "../../../queue/submit.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import type { Service } from "../service.ts";
import { type TakenFile, takeUpload } from "../take-upload.ts";
import { cursorQuery, needs, pageOf } from "./route.ts";

const Id = z.object({ id: z.uuid() });
const Taken = z.object({ batch: z.string(), submissions: z.array(Submission) });
const Filter = z.object({ state: SubmissionState.optional(), batch: z.uuid().optional(), ...cursorQuery });
const MEGABYTE = 1024 * 1024;

/** Uploads, and where each of them stands. */
export function addSubmissionRoutes(server: Server, service: Service): void {
  const { store } = service;
  const parts = {
    store,
    jobs: service.jobs,
    tell: (error: Error, where: string) => service.log("warn", where, { error: error.message }),
  };
  const find = async (id: string): Promise<Submission> => {
    const submission = await store.submissions.find(id);
    if (!submission) throw new Refusal("not-found", { what: "submission", id });
    return submission;
  };

  server.post(
    "/api/submissions",
    {
      ...needs("submit"),
      schema: {
        consumes: ["multipart/form-data"],
        response: { 202: Taken },
        tags: ["submissions"],
        summary: "Upload files; a ZIP stands for the files in it",
      },
    },
    async (request, reply) => {
      await demandRoom(service);
      if (!request.isMultipart()) throw new Refusal("not-multipart");
      const files: TakenFile[] = [];
      const fields = new Map<string, string>();
      for await (const part of request.parts()) {
        if (part.type === "field") fields.set(part.fieldname, String(part.value));
        else files.push(...(await takeUpload(part.file, part.filename, store.files, service.settings)));
      }
      if (files.length === 0) throw new Refusal("no-files");
      if (files.length > service.settings.uploadFiles)
        throw new Refusal("too-many-files", { limit: service.settings.uploadFiles });
      const template = await findTemplate(fields.get("template") ?? null, service);
      const who = request.actor!.id;
      const taken = await submitUpload(parts, {
        name: fields.get("name")?.slice(0, 200) ?? null,
        template,
        who,
        files,
      });
      await store.audit.record({
        actor: who,
        action: "submission.create",
        subject: taken.batch,
        detail: { files: files.length },
      });
      return reply.code(202).send({ batch: taken.batch, submissions: [...taken.submissions] });
    },
  );

  server.get(
    "/api/submissions",
    { ...needs("read"), schema: { querystring: Filter, response: { 200: pageOf(Submission) }, tags: ["submissions"] } },
    async ({ query }) => {
      const { state, batch, ...page } = query;
      const { items, next } = await store.submissions.list({ state, batch }, page);
      return { items: [...items], next };
    },
  );

  server.get(
    "/api/submissions/:id",
    { ...needs("read"), schema: { params: Id, response: { 200: Submission }, tags: ["submissions"] } },
    ({ params }) => find(params.id),
  );

  server.post(
    "/api/submissions/:id/retry",
    { ...needs("submit"), schema: { params: Id, response: { 200: Submission }, tags: ["submissions"] } },
    async ({ params, actor }) => {
      const submission = await find(params.id);
      const again = await retrySubmission(parts, params.id);
      if (!again) throw new Refusal("not-possible", { reason: `state ${submission.state}` });
      await store.audit.record({ actor: actor!.id, action: "submission.retry", subject: params.id, detail: {} });
      return again;
    },
  );

  server.post(
    "/api/submissions/:id/cancel",
    { ...needs("submit"), schema: { params: Id, response: { 200: Submission }, tags: ["submissions"] } },
    async ({ params, actor }) => {
      const submission = await find(params.id);
      if (!(await cancelSubmission(parts, params.id)))
        throw new Refusal("not-possible", { reason: `state ${submission.state}` });
      await store.audit.record({ actor: actor!.id, action: "submission.cancel", subject: params.id, detail: {} });
      return find(params.id);
    },
  );
}

/** @throws Refusal `busy`, `storage-full`: pressure is told before any byte is taken. */
async function demandRoom({ store, settings }: Service): Promise<void> {
  const { queued } = await store.submissions.counts();
  if (queued >= settings.waitingFiles) throw new Refusal("busy", { waiting: queued });
  const { bavail, bsize } = await statfs(store.files.temporaryFolder);
  if ((bavail * bsize) / MEGABYTE < settings.freeMegabytes) throw new Refusal("storage-full");
}

async function findTemplate(id: string | null, { store }: Service): Promise<string | null> {
  if (id === null || id === "") return null;
  if (!(await store.documents.find(id))) throw new Refusal("not-found", { what: "template", id });
  return id;
}
