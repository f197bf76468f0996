import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Scope } from "../../../schemas/api-key.ts";
import type { Problem } from "../../../schemas/problem.ts";
import { Settings } from "../../../schemas/settings.ts";
import { createServer } from "../../../src/apps/server/create-server.ts";
import type { Server } from "../../../src/apps/server/http.ts";
import { createMetrics } from "../../../src/apps/server/metrics.ts";
import { startService } from "../../../src/apps/server/start-service.ts";
import { type BackOffice, openBackOffice } from "../../../src/queue/open-back-office.ts";
import { createDataFolder } from "../../services/embedded-folder.ts";

/** On a busy machine, opening an embedded database anew takes longer than the usual five seconds. */
vi.setConfig({ testTimeout: 120_000 });

/**
 * Every route with the scope that it needs. A route that is not in this table fails the test: whoever adds one says here who may
 * use it.
 */
const ROUTES: Readonly<Record<string, Scope | "any" | "open">> = {
  "GET /healthz": "open",
  "GET /readyz": "open",
  "GET /api/openapi.json": "open",
  "POST /api/session": "open",
  "DELETE /api/session": "open",
  "GET /api/me": "any",
  "POST /api/submissions": "submit",
  "GET /api/submissions": "read",
  "GET /api/submissions/:id": "read",
  "GET /api/submissions/:id/events": "read",
  "POST /api/submissions/:id/retry": "submit",
  "POST /api/submissions/:id/cancel": "submit",
  "POST /api/submissions/retry-failed": "submit",
  "GET /api/batches": "read",
  "GET /api/batches/:id": "read",
  "GET /api/batches/:id/events": "read",
  "GET /api/events": "read",
  "GET /api/documents": "read",
  "GET /api/documents/facets": "read",
  "GET /api/documents/export": "read",
  "GET /api/documents/:id": "read",
  "DELETE /api/documents/:id": "admin",
  "GET /api/documents/:id/plan": "read",
  "GET /api/documents/:id/plan/:section": "read",
  "GET /api/documents/:id/original": "read",
  "GET /api/documents/:id/pages/:page": "read",
  "GET /api/documents/:id/text": "read",
  "GET /api/documents/:id/evidence": "read",
  "GET /api/documents/:id/standards": "read",
  "GET /api/documents/:id/lineage": "read",
  "GET /api/documents/:id/versions": "read",
  "GET /api/documents/:id/history": "read",
  "GET /api/documents/:id/publish/:format": "read",
  "GET /api/documents/:id/corrections": "read",
  "POST /api/documents/:id/corrections": "review",
  "DELETE /api/corrections/:id": "review",
  "GET /api/documents/:id/reviews": "read",
  "POST /api/documents/:id/reviews": "review",
  "GET /api/documents/:id/comments": "read",
  "POST /api/documents/:id/comments": "review",
  "POST /api/documents/:id/assessments": "submit",
  "GET /api/documents/:id/assessments": "read",
  "GET /api/assessments/:id": "read",
  "DELETE /api/assessments/:id": "admin",
  "GET /api/lineage": "read",
  "GET /api/facts": "read",
  "POST /api/comparisons": "submit",
  "GET /api/comparisons": "read",
  "GET /api/comparisons/:id": "read",
  "DELETE /api/comparisons/:id": "admin",
  "POST /api/matrices": "submit",
  "GET /api/matrices/:id": "read",
  "GET /api/keys": "admin",
  "POST /api/keys": "admin",
  "DELETE /api/keys/:id": "admin",
  "GET /api/webhooks": "admin",
  "POST /api/webhooks": "admin",
  "DELETE /api/webhooks/:id": "admin",
  "GET /api/webhooks/:id/deliveries": "admin",
  "GET /api/audit": "admin",
  "GET /api/queue": "admin",
  "GET /metrics": "admin",
};
/** Registered by libraries: the docs page is open, the dashboard is for admins. */
const LIBRARY = /^\/(?:api\/docs|admin\/queues|\*$)/;

let office: BackOffice;
let server: Server;
let dataFolder: string;
const keys = new Map<Scope, string>();

const settingsOf = (more: Record<string, string> = {}): Settings =>
  Settings.parse({ port: "0", workers: "0", logLevel: "silent", data: dataFolder, ...more });
const create = (more: Record<string, string> = {}, webFolder: string | null = null): Promise<Server> =>
  createServer({
    settings: settingsOf(more),
    store: office.store,
    jobs: office.jobs,
    program: office.program,
    comparer: office.comparer,
    drawers: { run: () => Promise.reject(new Error("nothing is drawn here")), close: async () => {} },
    metrics: createMetrics(),
    webFolder,
    stopping: new AbortController().signal,
    log: () => {},
  });

beforeAll(async () => {
  dataFolder = await createDataFolder();
  office = await openBackOffice(settingsOf(), () => {});
  server = await create();
}, 300_000);
afterAll(async () => {
  await server?.close();
  await office?.close();
}, 60_000);

const ask = (
  method: string,
  url: string,
  { key, ...headers }: Record<string, string> = {},
): Promise<{ statusCode: number; body: string; headers: Record<string, unknown>; json: () => Problem }> =>
  server.inject({
    method: method as "GET",
    url: url.replace(/:\w+/g, "0"),
    headers: { host: "127.0.0.1", ...(key && { authorization: `Bearer ${key}` }), ...headers },
  });

test("the table names every route, and each route says the scope of the table", () => {
  const own = server.routeList.filter(({ method, url }) => method !== "HEAD" && !LIBRARY.test(url));
  expect(Object.fromEntries(own.map(({ method, url, scope }) => [`${method} ${url}`, scope]))).toEqual(ROUTES);
});

test("before the first key is made, loopback is open", async () => {
  const { statusCode, body } = await ask("GET", "/api/me");
  expect(statusCode).toBe(200);
  expect(JSON.parse(body)).toMatchObject({ actor: "local", scopes: ["read", "submit", "review", "admin"] });
});

test("a server beyond loopback does not start without a key", async () => {
  await office.close();
  const start = startService(settingsOf({ host: "0.0.0.0" }), () => {});
  await expect(start).rejects.toThrow(/API key was expected.*fangan keys create/);
  office = await openBackOffice(settingsOf(), () => {});
  server = await create();
  for (const scope of ["read", "submit", "review", "admin"] as const)
    keys.set(scope, (await office.store.keys.create({ name: scope, scopes: [scope], expiresAt: null })).key);
});

test.each(Object.entries(ROUTES))("%s needs %s", async (route, scope) => {
  const [method, url] = route.split(" ") as [string, string];
  if (scope === "open") {
    expect([401, 403]).not.toContain((await ask(method, url)).statusCode);
    return;
  }
  const without = await ask(method, url);
  expect(without.statusCode).toBe(401);
  expect(without.json().code).toBe("key-missing");
  expect(without.headers["www-authenticate"]).toBe("Bearer");
  for (const [held, key] of keys) {
    const isEnough = scope === "any" || held === scope || held === "admin";
    if (isEnough && url === "/api/events") continue;
    const { statusCode, json } = await ask(method, url, { key });
    if (isEnough) expect([401, 403]).not.toContain(statusCode);
    else expect([statusCode, json().code, json().facts]).toEqual([403, "scope-missing", { scope }]);
  }
});

test("the queue's dashboard is for admins, and keeps its own content rules", async () => {
  expect((await ask("GET", "/admin/queues")).statusCode).toBe(401);
  expect((await ask("GET", "/admin/queues/api/queues", { key: keys.get("review")! })).statusCode).toBe(403);
  const page = await ask("GET", "/admin/queues", { key: keys.get("admin")! });
  expect(page.statusCode).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("style-src 'self' 'unsafe-inline'");
  expect(page.body).toContain("static/js/main");
  expect(page.body).not.toMatch(/https?:/u);
  const other = await ask("GET", "/healthz");
  expect(other.headers["content-security-policy"]).not.toContain("unsafe-inline");
});

test("a wrong, an expired and a revoked key are refused", async () => {
  const { key, record } = await office.store.keys.create({ name: "gone", scopes: ["read"], expiresAt: null });
  const past = await office.store.keys.create({ name: "old", scopes: ["read"], expiresAt: "2020-01-01T00:00:00.000Z" });
  expect((await ask("GET", "/api/me", { key })).statusCode).toBe(200);
  await office.store.keys.revoke(record.id);
  for (const wrong of [key, past.key, "fangan_none"])
    expect((await ask("GET", "/api/me", { key: wrong })).json().code).toBe("key-invalid");
});

test("a session puts the key into a cookie that scripts and other sites do not get", async () => {
  const session = (key: string, more = {}) =>
    server.inject({ method: "POST", url: "/api/session", payload: { key }, headers: { host: "127.0.0.1", ...more } });
  const made = await session(keys.get("read")!);
  expect(made.statusCode).toBe(200);
  const cookie = String(made.headers["set-cookie"]);
  expect(cookie).toMatch(/^fangan_key=fangan_[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
  const me = await ask("GET", "/api/me", { cookie: cookie.split(";")[0]! });
  expect(JSON.parse(me.body)).toMatchObject({ name: "read", scopes: ["read"] });
  expect((await session("fangan_none")).statusCode).toBe(401);
  expect((await session(keys.get("read")!, { origin: "https://evil.example" })).json().code).toBe("other-site");
  const ended = await ask("DELETE", "/api/session");
  expect(String(ended.headers["set-cookie"])).toMatch(/^fangan_key=; .*Max-Age=0$/);
});

test("a page of another site, and a foreign name for this machine, are refused", async () => {
  const key = keys.get("admin")!;
  const write = await ask("POST", "/api/submissions/retry-failed", { key, origin: "https://evil.example" });
  expect([write.statusCode, write.json().code]).toEqual([403, "other-site"]);
  expect((await ask("POST", "/api/submissions/retry-failed", { key, origin: "http://127.0.0.1" })).statusCode).toBe(
    200,
  );
  expect((await ask("GET", "/api/me", { key, host: "evil.example" })).json().code).toBe("other-site");
});

test("too many requests are told when to come back", async () => {
  const strict = await create({ requestsPerMinute: "2" });
  const answers = [];
  for (let count = 0; count < 3; count++)
    answers.push(await strict.inject({ url: "/api/me", headers: { host: "127.0.0.1", authorization: "Bearer x" } }));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 429]);
  expect(answers[2]!.json()).toMatchObject({ code: "rate-exceeded", facts: { limit: 2 } });
  expect(Number(answers[2]!.headers["retry-after"])).toBeGreaterThan(0);
  expect((await strict.inject({ url: "/healthz" })).statusCode).toBe(200);
  await strict.close();
});

test("the web page answers deep links, and its hashed files are kept for good", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fangan-web-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>方案</title>");
  writeFileSync(join(folder, "assets", "main.4c9f061c66.js"), "export {};");
  const withPage = await create({}, folder);
  const get = (url: string, accept = "text/html") => withPage.inject({ url, headers: { host: "127.0.0.1", accept } });
  expect((await get("/")).headers["cache-control"]).toBe("no-cache");
  expect((await get("/documents/plan-1?tab=targets")).body).toContain("<title>方案</title>");
  expect((await get("/assets/main.4c9f061c66.js")).headers["cache-control"]).toContain("immutable");
  expect((await get("/assets/none.js", "*/*")).statusCode).toBe(404);
  expect((await get("/api/none")).json()).toMatchObject({ code: "not-found" });
  expect((await get("/../package.json")).body).not.toContain("fangan");
  await withPage.close();
});
