import { statfs } from "node:fs/promises";
import { z } from "zod";
import { Submission, SubmissionState } from "../../../../schemas/submission.ts";
import { cancelSubmission, retrySubmission } from "../../../queue/submit.ts";
import type { Store } from "../../../store/store.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { keepUpload, receiveUpload } from "../receive-upload.ts";
import { recordWrite } from "../record-write.ts";
import type { Service } from "../service.ts";
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
      const who = request.actor!.id;
      const { batch, submissions } = await receiveUpload(request, service, async ({ files, fields }) => {
        const template = await findTemplate(fields.get("template") ?? null, service);
        const name = fields.get("name")?.slice(0, 200) ?? null;
        const taken = await keepUpload(parts, { name, template, who }, files);
        service.metrics.uploaded(
          files.length,
          files.reduce((sum, { byteLength }) => sum + byteLength, 0),
        );
        return taken;
      });
      await recordWrite(store, request, "submission.create", batch, { files: submissions.length });
      return reply.code(202).send({ batch, submissions: [...submissions] });
    },
  );

  server.post(
    "/api/submissions/retry-failed",
    {
      ...needs("submit"),
      schema: {
        body: z.object({ batch: z.uuid().nullable().default(null) }).nullish(),
        response: { 200: z.object({ retried: z.int().nonnegative() }) },
        tags: ["submissions"],
        summary: "Try all failed files again, of one batch or of all",
      },
    },
    async ({ body, actor }) => {
      const batch = body?.batch ?? undefined;
      let retried = 0;
      try {
        for (const id of await listFailed(store, batch)) if (await retrySubmission(parts, id)) retried++;
      } finally {
        await recordWrite(store, { actor }, "submission.retry-failed", batch ?? "all", { retried });
      }
      return { retried };
    },
  );

  server.get(
    "/api/submissions",
    {
      ...needs("read"),
      schema: {
        querystring: Filter,
        response: { 200: pageOf(Submission) },
        tags: ["submissions"],
        summary: "Uploaded files, the newest first",
      },
    },
    async ({ query }) => {
      const { state, batch, ...page } = query;
      const { items, next } = await store.submissions.list({ state, batch }, page);
      return { items: [...items], next };
    },
  );

  server.get(
    "/api/submissions/:id",
    {
      ...needs("read"),
      schema: { params: Id, response: { 200: Submission }, tags: ["submissions"], summary: "Where one file stands" },
    },
    ({ params }) => find(params.id),
  );

  server.post(
    "/api/submissions/:id/retry",
    {
      ...needs("submit"),
      schema: {
        params: Id,
        response: { 200: Submission },
        tags: ["submissions"],
        summary: "Try a failed or cancelled file again",
      },
    },
    async ({ params, actor }) => {
      const submission = await find(params.id);
      const again = await retrySubmission(parts, params.id);
      if (!again) throw new Refusal("not-possible", { state: submission.state });
      await recordWrite(store, { actor }, "submission.retry", params.id);
      return again;
    },
  );

  server.post(
    "/api/submissions/:id/cancel",
    {
      ...needs("submit"),
      schema: {
        params: Id,
        response: { 200: Submission },
        tags: ["submissions"],
        summary: "Cancel a file that has no end yet",
      },
    },
    async ({ params, actor }) => {
      const submission = await find(params.id);
      if (!(await cancelSubmission(parts, params.id))) throw new Refusal("not-possible", { state: submission.state });
      await recordWrite(store, { actor }, "submission.cancel", params.id);
      return find(params.id);
    },
  );
}

async function listFailed(store: Store, batch: string | undefined): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await store.submissions.list({ state: "failed", batch }, { limit: 200, cursor });
    ids.push(...items.map(({ id }) => id));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return ids.reverse();
}

/** @throws Refusal `busy`, `storage-full`, `unavailable`: pressure is told before any byte is taken. */
async function demandRoom({ store, jobs, settings }: Service): Promise<void> {
  await jobs.check().catch((error: unknown) => {
    throw Object.assign(new Refusal("unavailable", { what: "queue" }), { cause: error });
  });
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
