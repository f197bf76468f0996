import { Readable } from "node:stream";
import { z } from "zod";
import { Batch } from "../../../../schemas/submission.ts";
import { type FollowEvent, followAll, followBatch } from "../follow-submissions.ts";
import type { Reply, Request, Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import type { Service } from "../service.ts";
import { cursorQuery, needs, pageOf } from "./route.ts";

const Id = z.object({ id: z.uuid() });
const STREAM = { "text/event-stream": null };

/** Batches, and what happens to their files as Server-Sent Events. */
export function addEventRoutes(server: Server, { store, stopping }: Service): void {
  const send = (request: Request, reply: Reply, follow: (signal: AbortSignal) => AsyncIterable<FollowEvent>): Reply =>
    sendEvents(request, reply, stopping, follow);
  const find = async (id: string): Promise<Batch> => {
    const batch = await store.batches.find(id);
    if (!batch) throw new Refusal("not-found", { what: "batch", id });
    return batch;
  };

  server.get(
    "/api/batches",
    {
      ...needs("read"),
      schema: {
        querystring: z.object(cursorQuery),
        response: { 200: pageOf(Batch) },
        tags: ["submissions"],
        summary: "Uploads, the newest first",
      },
    },
    async ({ query }) => {
      const { items, next } = await store.batches.list(query);
      return { items: [...items], next };
    },
  );

  server.get(
    "/api/batches/:id",
    {
      ...needs("read"),
      schema: { params: Id, response: { 200: Batch }, tags: ["submissions"], summary: "An upload, with its report" },
    },
    ({ params }) => find(params.id),
  );

  server.get(
    "/api/batches/:id/events",
    {
      ...needs("read", STREAM),
      compress: false,
      schema: { params: Id, tags: ["submissions"], summary: "Follow a batch: Server-Sent Events until it is done" },
    },
    async (request, reply) => {
      await find(request.params.id);
      return send(request, reply, (signal) => followBatch(store, request.params.id, signal));
    },
  );

  server.get(
    "/api/submissions/:id/events",
    {
      ...needs("read", STREAM),
      compress: false,
      schema: { params: Id, tags: ["submissions"], summary: "Follow one file: Server-Sent Events until its end" },
    },
    async (request, reply) => {
      const submission = await store.submissions.find(request.params.id);
      if (!submission) throw new Refusal("not-found", { what: "submission", id: request.params.id });
      return send(request, reply, (signal) => only(submission.id, followBatch(store, submission.batch, signal)));
    },
  );

  server.get(
    "/api/events",
    {
      ...needs("read", STREAM),
      compress: false,
      schema: { tags: ["submissions"], summary: "Follow all files: Server-Sent Events without end" },
    },
    (request, reply) => send(request, reply, (signal) => followAll(store, signal)),
  );
}

async function* only(id: string, events: AsyncIterable<FollowEvent>): AsyncGenerator<FollowEvent> {
  for await (const each of events) {
    if (each.event === "submission" && each.id !== id) continue;
    yield each;
    if (each.event === "submission" && each.data.finishedAt !== null) return;
  }
}

function sendEvents(
  request: Request,
  reply: Reply,
  stopping: AbortSignal,
  follow: (signal: AbortSignal) => AsyncIterable<FollowEvent>,
): Reply {
  const gone = new AbortController();
  request.raw.on("close", () => gone.abort());
  return reply
    .header("content-type", "text/event-stream; charset=utf-8")
    .header("cache-control", "no-store")
    .header("x-accel-buffering", "no")
    .send(Readable.from(writeEvents(follow(AbortSignal.any([gone.signal, stopping])))));
}

/** `retry` tells a browser when to come back; each event is the whole state, so nothing has to be replayed. */
async function* writeEvents(events: AsyncIterable<FollowEvent>): AsyncGenerator<string> {
  yield "retry: 2000\n\n";
  for await (const { event, id, data } of events) {
    if (event === "beat") yield ": beat\n\n";
    else yield `${id === "" ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }
}
