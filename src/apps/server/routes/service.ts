import { statfs } from "node:fs/promises";
import { z } from "zod";
import { AuditEvent } from "../../../../schemas/audit-event.ts";
import { Submission, SubmissionCounts } from "../../../../schemas/submission.ts";
import type { Server } from "../http.ts";
import type { Service } from "../service.ts";
import { cursorQuery, needs, pageOf } from "./route.ts";

const MEGABYTE = 1024 * 1024;
const Count = z.int().nonnegative();
const Queue = z.object({
  backend: z.enum(["redis", "postgres"]),
  jobs: z.object({ waiting: Count, active: Count, delayed: Count, failed: Count }),
  submissions: SubmissionCounts,
  /** The newest that failed, each with its reason in `failure`. */
  failed: z.array(Submission),
  documents: Count,
  storage: z.object({ database: z.string(), freeMegabytes: z.number() }),
});
const AuditFilter = z.object({
  actor: z.string().max(100).optional(),
  subject: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  ...cursorQuery,
});
const PLAIN = { "text/plain": null };

/** How the service is doing, for those who run it. */
export function addServiceRoutes(server: Server, { store, jobs, metrics }: Service): void {
  server.get(
    "/api/queue",
    {
      ...needs("admin"),
      schema: {
        response: { 200: Queue },
        tags: ["service"],
        summary: "What waits, what is at work, what failed and why, and the room that is left",
      },
    },
    async () => {
      const { bavail, bsize } = await statfs(store.files.temporaryFolder);
      return {
        backend: jobs.connection.kind,
        jobs: await jobs.counts(),
        submissions: await store.submissions.counts(),
        failed: [...(await store.submissions.list({ state: "failed" }, { limit: 50 })).items],
        documents: await store.documents.count(),
        storage: { database: store.kind, freeMegabytes: Math.floor((bavail * bsize) / MEGABYTE) },
      };
    },
  );

  server.get(
    "/api/audit",
    {
      ...needs("admin"),
      schema: {
        querystring: AuditFilter,
        response: { 200: pageOf(AuditEvent) },
        tags: ["service"],
        summary: "Who did what, the newest first",
      },
    },
    async ({ query: { limit, cursor, actor, subject, action } }) => {
      const filter = { ...(actor && { actor }), ...(subject && { subject }), ...(action && { action }) };
      const { items, next } = await store.audit.list(filter, { limit, cursor });
      return { items: [...items], next };
    },
  );

  server.get("/metrics", { ...needs("admin", PLAIN), schema: { hide: true } }, async (_request, reply) => {
    const states = {
      submissions: await store.submissions.counts(),
      jobs: { ...(await jobs.counts()) },
      documents: await store.documents.count(),
    };
    return reply.type(metrics.contentType).send(await metrics.render(states));
  });
}
