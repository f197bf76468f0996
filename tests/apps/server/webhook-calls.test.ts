import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditEvent } from "../../../schemas/audit-event.ts";
import type { Problem } from "../../../schemas/problem.ts";
import type { Submission } from "../../../schemas/submission.ts";
import type { Delivery, Webhook } from "../../../schemas/webhook.ts";
import { type OpenStore, openStore } from "../../../src/store/open-store.ts";
import { smallPlan } from "../../queue/support/small-plan.ts";
import { waitUntil } from "../../services/started.ts";
import { formOf } from "./support/forms.ts";
import { startTestService, type TestService } from "./support/start-test-service.ts";

interface Call {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}
type IsGenuine = (header: string, body: string, secret: string) => boolean;

/** The receiver: answers each call with the next status of `answers`, then with 204. */
let receiver: Server;
let hook: string;
const calls: Call[] = [];
const answers: number[] = [];

let service: TestService;
let secret: string;
let webhook: Webhook;
let isGenuine: IsGenuine;

beforeAll(async () => {
  receiver = createServer(async (request, answer) => {
    let body = "";
    for await (const part of request) body += part;
    calls.push({ headers: request.headers, body });
    answer.writeHead(answers.shift() ?? 204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  hook = `http://127.0.0.1:${(receiver.address() as { port: number }).port}/hook`;
  isGenuine = await readReadmeCheck();
  service = await startTestService({ workers: "1", webhookPrivate: "true" });
}, 300_000);
afterAll(async () => {
  await service?.close();
  receiver.closeAllConnections();
  receiver.close();
}, 60_000);

/** What the README tells a receiver to do, run as it stands there. */
async function readReadmeCheck(): Promise<IsGenuine> {
  const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
  const code = /^```js\n([\s\S]*?function isGenuine[\s\S]*?)^```/m.exec(readme)![1]!;
  const path = join(mkdtempSync(join(tmpdir(), "fangan-readme-")), "check.mjs");
  writeFileSync(path, `${code}\nexport { isGenuine };\n`);
  return ((await import(pathToFileURL(path).href)) as { isGenuine: IsGenuine }).isGenuine;
}

async function upload(number: number, name = "plan.txt", text = smallPlan(number)): Promise<Submission> {
  const answer = await service.request("/api/submissions", { method: "POST", body: formOf({ [name]: text }) });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { submissions: Submission[] }).submissions[0]!;
}

const listDeliveries = async (): Promise<readonly Delivery[]> =>
  (await service.json<{ items: Delivery[] }>(`/api/webhooks/${webhook.id}/deliveries`)).items;
const newest = async (): Promise<Delivery> => (await listDeliveries())[0]!;

/** The pauses between attempts are hours in the end: the test moves what waits to now, as time would. */
async function withStore<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  const place = { databaseUrl: null, dataFolder: service.dataFolder, filesUrl: null, s3: null, share: true };
  const store = await openStore(place);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
const passTime = (store: OpenStore) =>
  sql`update deliveries set next_at = now() where state = 'waiting'`.execute(store.database);

test("a webhook at a private address is refused by default, and its secret is shown only when it is made", {
  timeout: 120_000,
}, async () => {
  const strict = await startTestService();
  const body = { url: hook, events: ["submission.done"] };
  const problem = await strict.json<Problem>("/api/webhooks", { method: "POST", body, status: 422 });
  expect(problem).toMatchObject({ code: "address-private", facts: { came: "127.0.0.1" } });
  await strict.close();

  const made = await service.json<{ secret: string; webhook: Webhook }>("/api/webhooks", {
    method: "POST",
    body: { url: hook, events: ["submission.done", "submission.failed", "batch.done", "document.approved"] },
    status: 201,
  });
  ({ secret, webhook } = made);
  expect(JSON.stringify(await service.json("/api/webhooks"))).not.toContain(secret);
});

test("an upload is told to who asked: file and batch, signed so that the README's check knows them", {
  timeout: 120_000,
}, async () => {
  const { id, batch } = await upload(1);
  await waitUntil("both calls have come", async () => calls.length >= 2, 60);
  const bodies = calls.map(({ body }) => JSON.parse(body) as { event: string; data: Record<string, unknown> });
  expect(bodies.find(({ event }) => event === "submission.done")?.data).toMatchObject({ submission: id, batch });
  expect(bodies.find(({ event }) => event === "batch.done")?.data).toMatchObject({ batch });
  for (const { headers, body } of calls) {
    const signature = String(headers["fangan-signature"]);
    expect(isGenuine(signature, body, secret)).toBe(true);
    expect(isGenuine(signature, body.replace(batch, "another"), secret)).toBe(false);
    expect(isGenuine(signature, body, "another secret")).toBe(false);
    expect(headers["fangan-event"]).toBe((JSON.parse(body) as { event: string }).event);
  }
  await waitUntil("both are delivered", async () =>
    (await listDeliveries()).every((each) => each.state === "delivered"),
  );
  const listed = await listDeliveries();
  expect(listed).toHaveLength(2);
  for (const each of listed)
    expect(each).toMatchObject({ webhook: webhook.id, attempts: 1, lastStatus: 204, lastError: null });
  expect(new Set(calls.map(({ headers }) => headers["fangan-delivery"]))).toEqual(
    new Set(listed.map((each) => each.id)),
  );
});

test("a file that fails and a plan that is approved are told, too", { timeout: 120_000 }, async () => {
  const failed = await upload(2, "cut.pdf", "%PDF-1.7\n");
  await waitUntil("the failure is told", async () => calls.some(({ body }) => body.includes("submission.failed")), 60);
  const told = calls.map(({ body }) => JSON.parse(body) as { event: string; data: Record<string, unknown> });
  expect(told.find(({ event }) => event === "submission.failed")?.data).toMatchObject({
    submission: failed.id,
    failure: { code: "damaged" },
  });
  const { items } = await service.json<{ items: { id: string }[] }>("/api/documents");
  const body = { verdict: "approved" };
  await service.json(`/api/documents/${items[0]!.id}/reviews`, { method: "POST", body, status: 201 });
  await waitUntil("the approval is told", async () => calls.some((call) => call.body.includes("document.approved")));
});

test("after a 500 the same message is sent again, by itself", { timeout: 120_000 }, async () => {
  await waitUntil("nothing is left", async () => (await listDeliveries()).every((each) => each.state === "delivered"));
  const before = calls.length;
  answers.push(500, 503);
  const { items } = await service.json<{ items: { id: string }[] }>("/api/documents");
  const path = `/api/documents/${items[0]!.id}/reviews`;
  await service.json(path, { method: "POST", body: { verdict: "approved" }, status: 201 });
  await waitUntil("the first call has failed", async () => (await newest()).lastStatus === 500);
  const failed = await newest();
  expect(failed).toMatchObject({ state: "waiting", attempts: 1, lastError: expect.stringContaining("came 500") });
  // Five seconds later, without any help.
  await waitUntil("the second call has failed", async () => (await newest()).lastStatus === 503, 30);
  await withStore(passTime);
  await waitUntil("the third call went well", async () => (await newest()).state === "delivered", 30);
  expect(await newest()).toMatchObject({ id: failed.id, attempts: 3, lastStatus: 204, lastError: null });
  const sent = calls.slice(before);
  expect(sent.map(({ headers }) => headers["fangan-delivery"])).toEqual([failed.id, failed.id, failed.id]);
  expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  for (const { headers, body } of sent) expect(isGenuine(String(headers["fangan-signature"]), body, secret)).toBe(true);
});

test("a message that no attempt brought there is given up after the tenth, and stays listed", {
  timeout: 180_000,
}, async () => {
  const before = calls.length;
  answers.push(...Array<number>(20).fill(500));
  const { items } = await service.json<{ items: { id: string }[] }>("/api/documents");
  const path = `/api/documents/${items[0]!.id}/reviews`;
  await service.json(path, { method: "POST", body: { verdict: "approved" }, status: 201 });
  await withStore(async (store) => {
    await waitUntil(
      "it is given up",
      async () => {
        const { state, attempts, lastStatus } = await newest();
        // Only what has its answer: a call that is under way is not hurried.
        if (state === "waiting" && lastStatus === 500 && calls.length - before === attempts) await passTime(store);
        return state === "dead";
      },
      120,
    );
    expect(await newest()).toMatchObject({ state: "dead", attempts: 10, lastStatus: 500 });
    expect(calls.length - before).toBe(10);
    await passTime(store);
  });
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(calls.length - before).toBe(10);
  answers.length = 0;
});

test("where private addresses are no longer allowed, a webhook from before is not called, and says why", {
  timeout: 120_000,
}, async () => {
  const data = service.dataFolder;
  await service.stop();
  service = await startTestService({ data });
  const before = calls.length;
  const { items } = await service.json<{ items: { id: string }[] }>("/api/documents");
  const path = `/api/documents/${items[0]!.id}/reviews`;
  await service.json(path, { method: "POST", body: { verdict: "approved" }, status: 201 });
  await waitUntil("the call is refused", async () => (await newest()).lastError !== null);
  expect(await newest()).toMatchObject({
    state: "waiting",
    attempts: 1,
    lastStatus: null,
    lastError: expect.stringContaining("FANGAN_WEBHOOK_PRIVATE"),
  });
  expect(calls.length).toBe(before);
});

test("a webhook that is removed is called no more", { timeout: 60_000 }, async () => {
  await service.json(`/api/webhooks/${webhook.id}`, { method: "DELETE", status: 204 });
  expect(await listDeliveries()).toEqual([]);
  expect((await service.json<{ items: unknown[] }>("/api/webhooks")).items).toEqual([]);
  const { items } = await service.json<{ items: AuditEvent[] }>(`/api/audit?subject=${webhook.id}`);
  expect(items.map(({ action }) => action)).toEqual(["webhook.delete", "webhook.create"]);
});
