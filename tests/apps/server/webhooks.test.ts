import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookupPublic, postDelivery } from "../../../src/apps/server/webhooks/post-delivery.ts";
import { isPrivateAddress, isPrivateHost } from "../../../src/apps/server/webhooks/private-address.ts";
import { type SenderParts, startWebhooks } from "../../../src/apps/server/webhooks/send-webhooks.ts";
import { waitUntil } from "../../services/started.ts";

interface Call {
  readonly path: string;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

let server: Server;
let url: string;
const calls: Call[] = [];
/** What the path says: `/500` answers so, `/redirect` points elsewhere, `/hang` never answers. */
beforeAll(async () => {
  server = createServer(async (request, answer) => {
    let body = "";
    for await (const part of request) body += part;
    calls.push({ path: request.url!, headers: request.headers, body });
    if (request.url === "/hang") return;
    if (request.url === "/redirect") answer.writeHead(302, { location: "/204" });
    else answer.writeHead(Number(request.url!.slice(1)));
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Due = Awaited<ReturnType<SenderParts["webhooks"]["takeDue"]>>[number];
const delivery = (path: string): Due => ({
  id: `d${path}`,
  webhook: "w",
  event: "submission.done",
  payload: { submission: "s", title: "方案" },
  state: "waiting",
  attempts: 0,
  nextAt: "2026-01-01T00:00:00.000Z",
  lastStatus: null,
  lastError: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  deliveredAt: null,
  url: path.startsWith("/") ? url + path : path,
  secret: "a secret",
});

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "::1",
  "::",
  "fc00::1",
  "fe80::1",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::a00:1",
  "2002:a00:1::",
  "nonsense",
])("%s is not on the internet", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each(["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:1.1.1.1"])(
  "%s is on the internet",
  (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  },
);

test.each([
  ["localhost", true],
  ["LOCALHOST.", true],
  ["redis", true],
  ["db.internal", true],
  ["printer.local", true],
  ["[::1]", true],
  ["127.0.0.1", true],
  ["example.org", false],
  ["8.8.8.8", false],
])("the host %s is private: %s", (host, isPrivate) => {
  expect(isPrivateHost(host)).toBe(isPrivate);
});

test("a call is signed over its time and body", async () => {
  expect(await postDelivery(delivery("/204"), true)).toBe(204);
  const { headers, body } = calls.at(-1)!;
  const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["fangan-signature"]))!;
  expect(signature).toBe(createHmac("sha256", "a secret").update(`${seconds}.${body}`).digest("hex"));
  expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(60);
  expect(JSON.parse(body)).toEqual({
    id: "d/204",
    event: "submission.done",
    createdAt: "2026-01-01T00:00:00.000Z",
    data: { submission: "s", title: "方案" },
  });
});

test("a redirect is not followed", async () => {
  const before = calls.length;
  expect(await postDelivery(delivery("/redirect"), true)).toBe(302);
  expect(calls.length).toBe(before + 1);
});

test("a name that means a private address is not connected to", async () => {
  const found = Promise.withResolvers<Error | null>();
  lookupPublic("localhost", { all: true }, (error) => found.resolve(error));
  expect(await found.promise).toMatchObject({ message: expect.stringContaining("localhost is not one") });
});

test("a private address is not called, by number or by name", async () => {
  const before = calls.length;
  await expect(postDelivery(delivery("/204"), false)).rejects.toThrow(/address on the internet was expected/);
  const { port } = new URL(url);
  await expect(postDelivery(delivery(`http://localhost:${port}/204`), false)).rejects.toThrow(/on the internet/);
  expect(calls.length).toBe(before);
});

test("a call that gets no answer ends within its time", { timeout: 30_000 }, async () => {
  const began = Date.now();
  await expect(postDelivery(delivery("/hang"), true)).rejects.toThrow(/abort|timeout/i);
  expect(Date.now() - began).toBeLessThan(20_000);
});

test("what fails is tried again, later each time, and given up in the end", { timeout: 30_000 }, async () => {
  const ends: unknown[] = [];
  const due = [delivery("/500"), delivery("/200"), delivery("http://127.0.0.1:1/")];
  const tries = new Map<string, number>();
  const waiting = [...due];
  const webhooks: SenderParts["webhooks"] = {
    takeDue: async () =>
      waiting.splice(0).map((each): Due & { attempts: number } => {
        tries.set(each.id, (tries.get(each.id) ?? 0) + 1);
        return { ...each, attempts: tries.get(each.id)! };
      }),
    delivered: async (id, status) => void ends.push([id, status]),
    failed: async (id, status, _error, nextAt) => {
      ends.push([id, status, nextAt === null ? "given up" : Math.round((nextAt.getTime() - Date.now()) / 1000)]);
      if (nextAt) waiting.push(due.find((each) => each.id === id)!);
    },
  };
  const sender = startWebhooks({ webhooks, mayBePrivate: true, log: () => {}, onSent: () => {}, waits: [5, 30] });
  await waitUntil("both are given up", async () => ends.filter((end) => String(end).includes("given up")).length === 2);
  await sender.close();
  const of = (id: string) => ends.filter((end) => (end as string[])[0] === id);
  expect(of("d/200")).toEqual([["d/200", 200]]);
  expect(of("d/500")).toEqual([
    ["d/500", 500, 5],
    ["d/500", 500, 30],
    ["d/500", 500, "given up"],
  ]);
  expect(of("dhttp://127.0.0.1:1/").at(-1)).toEqual(["dhttp://127.0.0.1:1/", null, "given up"]);
});
