import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditEvent } from "../../../schemas/audit-event.ts";
import type { Submission } from "../../../schemas/submission.ts";
import { waitUntil } from "../../services/started.ts";
import { formOf } from "./support/forms.ts";
import { type Ask, startTestService, type TestService } from "./support/start-test-service.ts";

/** A plan with scoring rows, so that it can be assessed. */
const PLAN = readFileSync(join(import.meta.dirname, "../../../seeds/000_8a278b583fb0d41d.txt"), "utf8");

let service: TestService;
let admin: { readonly key: string; readonly record: { readonly id: string } };
/** What the writes before made. */
const made: Record<"document" | "other" | "failed" | "correction" | "assessment" | "comparison" | "webhook", string> = {
  document: "",
  other: "",
  failed: "",
  correction: "",
  assessment: "",
  comparison: "",
  webhook: "",
};
const secrets: string[] = [];

const ask = <T>(path: string, more: Ask = {}): Promise<T> =>
  service.json<T>(path, { ...more, headers: { authorization: `Bearer ${admin.key}` } });
const post = <T>(path: string, body?: unknown): Promise<T> => ask<T>(path, { method: "POST", body });
const remove = (path: string): Promise<null> => ask(path, { method: "DELETE", status: 204 });

async function upload(files: Record<string, string>): Promise<{ batch: string; submissions: readonly Submission[] }> {
  const headers = { authorization: `Bearer ${admin.key}` };
  const answer = await service.request("/api/submissions", { method: "POST", body: formOf(files), headers });
  expect(answer.status).toBe(202);
  return (await answer.json()) as { batch: string; submissions: readonly Submission[] };
}

async function endOf(id: string): Promise<Submission> {
  const find = () => ask<Submission>(`/api/submissions/${id}`);
  await waitUntil("the file has its end", async () => (await find()).finishedAt !== null, 120);
  return find();
}

interface Write {
  readonly action: string;
  /** Does the write; gives what the event's subject must be. */
  readonly act: () => Promise<string>;
}

/** Every route that writes, in an order in which each can be done; a route that is not here fails the first test. */
const WRITES: Readonly<Record<string, Write>> = {
  "POST /api/keys": {
    action: "key.create",
    act: async () => {
      admin = await service.json("/api/keys", {
        method: "POST",
        body: { name: "主管", scopes: ["admin"] },
        status: 201,
      });
      secrets.push(admin.key);
      return admin.record.id;
    },
  },
  "POST /api/session": {
    action: "session.create",
    act: async () => {
      await post("/api/session", { key: admin.key });
      return admin.record.id;
    },
  },
  "DELETE /api/session": {
    action: "session.delete",
    act: async () => {
      await remove("/api/session");
      return admin.record.id;
    },
  },
  "POST /api/submissions": {
    action: "submission.create",
    act: async () => {
      const { batch, submissions } = await upload({
        "plan.txt": PLAN,
        "other.txt": PLAN.replace(/\d{4}年/g, "2030年"),
        "cut.pdf": "%PDF-1.7\n",
      });
      const [document, other, failed] = await Promise.all(submissions.map(({ id }) => endOf(id)));
      expect([document!.state, other!.state, failed!.state]).toEqual(["done", "done", "failed"]);
      made.document = document!.document!;
      made.other = other!.document!;
      made.failed = failed!.id;
      return batch;
    },
  },
  "POST /api/submissions/{id}/retry": {
    action: "submission.retry",
    act: async () => {
      await post(`/api/submissions/${made.failed}/retry`);
      await endOf(made.failed);
      return made.failed;
    },
  },
  "POST /api/submissions/retry-failed": {
    action: "submission.retry-failed",
    act: async () => {
      expect(await post("/api/submissions/retry-failed", {})).toEqual({ retried: 1 });
      await endOf(made.failed);
      return "all";
    },
  },
  "POST /api/submissions/{id}/cancel": {
    action: "submission.cancel",
    act: async () => {
      const many = Array.from({ length: 8 }, (_, at) => [`${at}.txt`, `${PLAN}\n${at}`]);
      const { submissions } = await upload(Object.fromEntries(many));
      const { id } = submissions.at(-1)!;
      await post(`/api/submissions/${id}/cancel`);
      return id;
    },
  },
  "POST /api/documents/{id}/corrections": {
    action: "document.correct",
    act: async () => {
      const body = { path: "/header/title", value: "更正后的标题", why: "核对原件" };
      made.correction = (await post<{ id: string }>(`/api/documents/${made.document}/corrections`, body)).id;
      return made.document;
    },
  },
  "DELETE /api/corrections/{id}": {
    action: "correction.withdraw",
    act: async () => {
      await remove(`/api/corrections/${made.correction}`);
      return made.correction;
    },
  },
  "POST /api/documents/{id}/reviews": {
    action: "document.approved",
    act: async () => {
      await post(`/api/documents/${made.document}/reviews`, { verdict: "approved" });
      return made.document;
    },
  },
  "POST /api/documents/{id}/comments": {
    action: "document.comment",
    act: async () => {
      await post(`/api/documents/${made.document}/comments`, { path: "/header/title", text: "请核对标题" });
      return made.document;
    },
  },
  "POST /api/documents/{id}/assessments": {
    action: "assessment.create",
    act: async () => {
      const sheet = { subject: "某社区", rows: [{ number: 1, points: 1 }] };
      const [kept] = await post<{ id: string }[]>(`/api/documents/${made.document}/assessments`, sheet);
      made.assessment = kept!.id;
      return kept!.id;
    },
  },
  "DELETE /api/assessments/{id}": {
    action: "assessment.delete",
    act: async () => {
      await remove(`/api/assessments/${made.assessment}`);
      return made.assessment;
    },
  },
  "POST /api/comparisons": {
    action: "comparison.create",
    act: async () => {
      const body = { template: made.document, locals: [made.other] };
      made.comparison = (await post<{ id: string }[]>("/api/comparisons", body))[0]!.id;
      return made.document;
    },
  },
  "DELETE /api/comparisons/{id}": {
    action: "comparison.delete",
    act: async () => {
      await remove(`/api/comparisons/${made.comparison}`);
      return made.comparison;
    },
  },
  "POST /api/matrices": {
    action: "matrix.create",
    act: async () => {
      const body = { template: made.document, documents: [made.document, made.other] };
      return (await post<{ id: string }>("/api/matrices", body)).id;
    },
  },
  "POST /api/webhooks": {
    action: "webhook.create",
    act: async () => {
      const body = { url: "https://example.org/hook", events: ["batch.done"] };
      const { secret, webhook } = await post<{ secret: string; webhook: { id: string } }>("/api/webhooks", body);
      secrets.push(secret);
      made.webhook = webhook.id;
      return webhook.id;
    },
  },
  "DELETE /api/webhooks/{id}": {
    action: "webhook.delete",
    act: async () => {
      await remove(`/api/webhooks/${made.webhook}`);
      return made.webhook;
    },
  },
  "DELETE /api/documents/{id}": {
    action: "document.delete",
    act: async () => {
      await remove(`/api/documents/${made.other}`);
      return made.other;
    },
  },
  "DELETE /api/keys/{id}": {
    action: "key.revoke",
    act: async () => {
      const { record } = await post<{ record: { id: string } }>("/api/keys", { name: "临时", scopes: ["read"] });
      await remove(`/api/keys/${record.id}`);
      return record.id;
    },
  },
};

beforeAll(async () => {
  service = await startTestService({ workers: "1" });
}, 300_000);
afterAll(() => service?.close(), 60_000);

const listEvents = async (): Promise<readonly AuditEvent[]> =>
  (await ask<{ items: AuditEvent[] }>("/api/audit?limit=200")).items;

test("the table names every route of the description that writes", async () => {
  const { paths } = await service.json<{ paths: Record<string, Record<string, unknown>> }>("/api/openapi.json");
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const writing = routes.filter((route) => !/^(?:GET|HEAD|OPTIONS) /.test(route));
  expect(writing.sort()).toEqual(Object.keys(WRITES).sort());
});

test.each(Object.entries(WRITES))("%s leaves its event: who, what, which", { timeout: 180_000 }, async (_, write) => {
  const isFirst = admin === undefined;
  const seen = isFirst ? 0 : Math.max(0, ...(await listEvents()).map(({ id }) => id));
  const subject = await write.act();
  const events = (await listEvents()).filter(({ id }) => id > seen);
  expect(events).toContainEqual(
    expect.objectContaining({
      action: write.action,
      subject,
      actor: isFirst ? "local" : `key:${admin.record.id}`,
    }),
  );
});

test("a write that is refused, and a read, leave none", async () => {
  const before = await listEvents();
  await ask(`/api/documents/${made.document}/plan`);
  await ask("/api/comparisons", { method: "POST", body: { template: "none", locals: ["none"] }, status: 404 });
  await ask("/api/keys/none", { method: "DELETE", status: 404 });
  expect(await listEvents()).toEqual(before);
});

test("of several comparisons, those made before one that fails have left theirs", async () => {
  const locals = [made.document, "none"];
  await ask("/api/comparisons", { method: "POST", body: { template: made.document, locals }, status: 404 });
  const { items } = await ask<{ items: { id: string }[] }>(`/api/comparisons?document=${made.document}`);
  const [event] = await listEvents();
  expect(event).toMatchObject({ action: "comparison.create", detail: { comparison: items[0]!.id, local: locals[0] } });
});

test("no event holds a key or a webhook's secret", async () => {
  const text = JSON.stringify(await listEvents());
  expect(secrets).toHaveLength(2);
  for (const secret of secrets) expect(text).not.toContain(secret);
});
