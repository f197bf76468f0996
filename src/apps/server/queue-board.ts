import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import type { Jobs } from "../../queue/job-queue.ts";
import type { Server } from "./http.ts";

const PATH = "/admin/queues";
/** The dashboard carries one style of its own in its page. */
const CONTENT_SECURITY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * BullMQ's own dashboard, to look at only: a job that is retried or removed behind the store's back would leave its submission
 * without an end. The API's ways are POST /api/submissions/:id/retry and /cancel.
 */
export async function addQueueBoard(server: Server, queues: Jobs["queues"]): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(PATH);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue as never, { readOnlyMode: true })),
    serverAdapter: adapter as never,
    options: { uiConfig: { boardTitle: "Fangan 方案" } },
  });
  await server.register(async (scope) => {
    scope.addHook("onSend", async (_request, reply, payload) => {
      reply.header("content-security-policy", CONTENT_SECURITY);
      return typeof payload === "string" && isPage(reply) ? payload.replace(FOREIGN_LINK, "") : payload;
    });
    await scope.register(adapter.registerPlugin(), { prefix: PATH });
  });
}

/** The dashboard's page asks another server for its fonts, for which it has no setting: it does without. */
const FOREIGN_LINK = /<link href="https?:[^">]*"[^>]*>/gu;

const isPage = (reply: { readonly getHeader: (name: string) => unknown }): boolean =>
  String(reply.getHeader("content-type")).startsWith("text/html");
