import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Problem } from "../../../schemas/problem.ts";
import type { Batch, Submission } from "../../../schemas/submission.ts";
import { createClient } from "../../../src/apps/client/client.ts";
import { mayPass, ServiceProblem, ServiceUnreachable } from "../../../src/apps/client/service-problem.ts";

const SUBMISSION: Submission = {
  id: "s1",
  batch: "b1",
  ordinal: 1,
  fileName: "a.txt",
  sha256: "0".repeat(64),
  byteLength: 3,
  priority: 1,
  state: "done",
  stage: null,
  progress: 100,
  failure: null,
  document: "d1",
  attempts: 1,
  who: "local",
  createdAt: "2026-01-01T00:00:00.000Z",
  startedAt: null,
  finishedAt: "2026-01-01T00:00:01.000Z",
};
const BATCH: Batch = {
  id: "b1",
  name: null,
  template: null,
  state: "done",
  counts: { queued: 0, running: 0, done: 1, failed: 0, cancelled: 0 },
  report: null,
  who: "local",
  createdAt: "2026-01-01T00:00:00.000Z",
  finishedAt: "2026-01-01T00:00:01.000Z",
};
const problem = (status: number, code: string): Problem => ({
  type: `/problems/${code}`,
  title: code,
  status,
  detail: `said ${code}`,
  instance: "/",
  code,
  requestId: "r",
});

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** Answers the first request with the first answer, and so on; the last one is given again. */
async function serve(...answers: readonly Answer[]) {
  const asked: string[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    keys.push(request.headers.authorization);
    request.resume().on("end", () => answers[Math.min(asked.length, answers.length) - 1]!(response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, keys };
}

const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
const events =
  (...list: readonly (readonly [string, unknown])[]): Answer =>
  (response) =>
    void response
      .writeHead(200, { "content-type": "text/event-stream" })
      .end(list.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(""));

test("a key goes with each request, below a path of the server too", async () => {
  const { url, asked, keys } = await serve(json(BATCH));
  expect(await createClient({ server: `${url}/fangan/`, key: "fangan_k" }).findBatch("b/1")).toEqual(BATCH);
  expect({ asked, keys }).toEqual({ asked: ["GET /fangan/api/batches/b%2F1"], keys: ["Bearer fangan_k"] });
});

test("what the service refuses is thrown as its problem", async () => {
  const { url } = await serve(json(problem(404, "not-found"), 404));
  const error = await createClient({ server: url, key: null })
    .findBatch("b1")
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ServiceProblem);
  expect(error).toMatchObject({ message: "said not-found", problem: { status: 404 } });
  expect(mayPass(error)).toBe(false);
});

test("a busy service is asked again when it says so, and an upload too; without patience its refusal is thrown", async () => {
  const busy = json(problem(503, "busy"), 503, { "retry-after": "1" });
  const { url, asked } = await serve(busy, json({ batch: "b1", submissions: [SUBMISSION] }, 202));
  const files = [{ name: "a.txt", content: new Blob(["abc"]) }];
  expect(await createClient({ server: url, key: null }).submit(files)).toEqual({
    batch: "b1",
    submissions: [SUBMISSION],
  });
  expect(asked).toEqual(["POST /api/submissions", "POST /api/submissions"]);
  const other = await serve(busy);
  const impatient = createClient({ server: other.url, key: null, patienceSeconds: 0 });
  await expect(impatient.submit(files)).rejects.toMatchObject({ retrySeconds: 1, problem: { code: "busy" } });
});

test("nobody there, or somebody else there, is told apart from a refusal", async () => {
  const away = createClient({ server: "http://127.0.0.1:9", key: null });
  await expect(away.findMe()).rejects.toThrow(ServiceUnreachable);
  const other = await serve((response) => void response.writeHead(502).end("<html>"), json({ hello: 1 }));
  const client = createClient({ server: other.url, key: null });
  await expect(client.findMe()).rejects.toThrow("502");
  await expect(client.findMe()).rejects.toThrow("not one of this program's version");
});

test("a batch is followed over a cut stream to its end; unknown events are passed over", async () => {
  const running = { ...SUBMISSION, state: "running", finishedAt: null, document: null };
  const cut: Answer = (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(`event: submission\ndata: ${JSON.stringify(running)}\n\nevent: subm`, () => response.destroy());
  };
  const { url, asked } = await serve(cut, events(["news", {}], ["submission", SUBMISSION], ["batch", BATCH]));
  const heard: string[] = [];
  for await (const event of createClient({ server: url, key: null }).follow("b1"))
    heard.push(event.kind === "batch" ? event.batch.state : event.submission.state);
  expect(heard).toEqual(["running", "done", "done"]);
  expect(asked).toHaveLength(2);
});

test("following ends with a refusal, with the end of patience, and with the signal", async () => {
  const drain = async (client: ReturnType<typeof createClient>) => {
    for await (const _ of client.follow("b1"));
  };
  const gone = await serve(json(problem(404, "not-found"), 404));
  await expect(drain(createClient({ server: gone.url, key: null }))).rejects.toThrow("said not-found");
  const away = createClient({ server: "http://127.0.0.1:9", key: null, patienceSeconds: 0 });
  await expect(drain(away)).rejects.toThrow(ServiceUnreachable);
  const silent = await serve(() => {});
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  await expect(drain(createClient({ server: silent.url, key: null, signal: stop.signal }))).rejects.toThrow("abort");
});

test("all files of a batch are listed over pages, in their order", async () => {
  const item = (ordinal: number) => ({ ...SUBMISSION, id: `s${ordinal}`, ordinal });
  const { url, asked } = await serve(
    json({ items: [item(3), item(2)], next: "c 1" }),
    json({ items: [item(1)], next: null }),
  );
  const listed = await createClient({ server: url, key: null }).listSubmissions({ batch: "b1", state: "failed" });
  expect(listed.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
  expect(asked).toEqual([
    "GET /api/submissions?batch=b1&state=failed&limit=200",
    "GET /api/submissions?batch=b1&state=failed&limit=200&cursor=c+1",
  ]);
});
