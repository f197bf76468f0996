import { readFileSync } from "node:fs";
import { request as requestHttp } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AuditEvent } from "../../../schemas/audit-event.ts";
import type { Comparison } from "../../../schemas/comparison.ts";
import type { DocumentRecord } from "../../../schemas/document-record.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type { Submission } from "../../../schemas/submission.ts";
import { SETUPS, type Setup, startSetup } from "../../queue/support/setups.ts";
import { eventsOf, formOf } from "./support/forms.ts";
import { startTestService, type TestService } from "./support/start-test-service.ts";

const SAMPLES = join(import.meta.dirname, "../../../src/apps/cli/samples");
const SEEDS = join(import.meta.dirname, "../../../seeds");
const sample = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(SAMPLES, name)));
/** Two plans that both state scoring rows. */
const NATION = "002_bec9de873ccecc5a.txt";
const COUNTY = "000_8a278b583fb0d41d.txt";
const seed = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(SEEDS, name)));

interface Taken {
  readonly batch: string;
  readonly submissions: readonly Submission[];
}

describe.each(SETUPS)("on %s", (setupName) => {
  let setup: Setup;
  let service: TestService;
  let documents: readonly string[];
  const json = <T>(...given: Parameters<TestService["json"]>): Promise<T> => service.json<T>(...given);

  beforeAll(async () => {
    setup = await startSetup(setupName);
    const { databaseUrl, redisUrl, dataFolder: data } = setup;
    service = await startTestService({ databaseUrl, redisUrl, data, workers: "2", fileSeconds: "120" });
  }, 600_000);
  afterAll(async () => {
    await service?.stop();
    await setup?.stop();
  }, 120_000);

  const upload = async (files: Record<string, Uint8Array<ArrayBuffer>>, fields = {}): Promise<Taken> => {
    const answer = await service.request("/api/submissions", { method: "POST", body: formOf(files, fields) });
    expect(answer.status).toBe(202);
    return (await answer.json()) as Taken;
  };
  const follow = async (path: string) => eventsOf(await (await service.request(path)).text());

  test("files are uploaded, followed to their end, and become documents", { timeout: 300_000 }, async () => {
    const { batch, submissions } = await upload({
      [NATION]: seed(NATION),
      [COUNTY]: seed(COUNTY),
      "page.pdf": sample("plan.pdf"),
    });
    const events = await follow(`/api/batches/${batch}/events`);
    expect(events.at(-1)).toMatchObject({ event: "batch", data: { id: batch, state: "done", counts: { done: 3 } } });
    for (const { id } of submissions) {
      const own = events.filter(({ data }) => data.id === id).map(({ data }) => data as unknown as Submission);
      expect(own.at(-1)).toMatchObject({ state: "done", progress: 100, failure: null });
      const progress = own.map((each) => each.progress);
      expect(progress).toEqual(progress.toSorted((a, b) => a - b));
      const last = await follow(`/api/submissions/${id}/events`);
      expect(last.map(({ event, data }) => [event, data.state])).toEqual([["submission", "done"]]);
    }
    const ended = await Promise.all(submissions.map(({ id }) => json<Submission>(`/api/submissions/${id}`)));
    documents = ended.map(({ document }) => document!);
    expect(new Set(documents).size).toBe(3);
  });

  test("all files are followed without end, and a follower that leaves is let go", { timeout: 60_000 }, async () => {
    const stop = new AbortController();
    const answer = await service.request("/api/events", { signal: stop.signal });
    expect(answer.headers.get("content-encoding")).toBeNull();
    let text = "";
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (eventsOf(text).length >= 4) break;
    }
    stop.abort();
    expect(eventsOf(text)[0]).toMatchObject({ event: "counts", data: { done: 3 } });
  });

  test("the collection is listed, searched and counted", async () => {
    const all = await json<{ items: DocumentRecord[]; next: null }>("/api/documents");
    expect(all.items.map(({ id }) => id).sort()).toEqual([...documents].sort());
    const first = await json<{ items: DocumentRecord[]; next: string }>("/api/documents?limit=2");
    const rest = await json<{ items: DocumentRecord[] }>(`/api/documents?limit=2&cursor=${first.next}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
    const search = `/api/documents?text=${encodeURIComponent("公共活动空间")}`;
    const find = async () => (await json<{ items: DocumentRecord[] }>(search)).items.map(({ id }) => id);
    await expect.poll(find, { timeout: 10_000 }).toContain(documents[2]);
    const facets = await json<{ level: { count: number }[] }>("/api/documents/facets");
    expect(facets.level.length).toBeGreaterThan(0);
    expect((await json<{ code: string }>("/api/documents?cursor=nonsense", { status: 400 })).code).toBe("cursor-wrong");
  });

  test("a plan is given whole, by section, and not again to who has it", async () => {
    const path = `/api/documents/${documents[0]}/plan`;
    const answer = await service.request(path);
    const plan = (await answer.json()) as Plan;
    expect(plan).toMatchObject({ schema: "plan/1", id: documents[0] });
    expect(await json(`${path}/targets`)).toEqual(plan.targets);
    expect((await json<{ code: string }>(`${path}/nothing`, { status: 400 })).code).toBe("request-invalid");
    const again = await service.request(path, { headers: { "if-none-match": answer.headers.get("etag")! } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const [target] = plan.targets;
    const { block, start, end, quote, page } = target!.evidence[0]!;
    const shown = await json(`/api/documents/${documents[0]}/evidence?block=${block}&start=${start}&end=${end}`);
    expect(shown).toMatchObject({ quote, page });
    const { blocks } = await json<{ blocks: Plan["blocks"] }>(`/api/documents/${documents[0]}/text`);
    expect(blocks).toEqual(plan.blocks);
    await json(`/api/documents/${documents[0]}/evidence?block=${block}&start=0&end=99999999`, { status: 404 });
  });

  test("plans are packed on the way, originals and events are not", async () => {
    const path = `/api/documents/${documents[0]}`;
    const packed = await rawGet(`${service.url}${path}/plan`);
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(gunzipSync(packed.body).toString())).toMatchObject({ id: documents[0] });
    const original = await rawGet(`${service.url}${path}/original`);
    expect(original.headers["content-encoding"]).toBeUndefined();
    expect(original.headers["content-disposition"]).toMatch(/^attachment; /);
    expect(original.body).toEqual(Buffer.from(seed(NATION)));
  });

  test("a page is drawn once and known again; what has no pages says so", { timeout: 120_000 }, async () => {
    const path = `/api/documents/${documents[2]}/pages/1?scale=1`;
    const answer = await service.request(path);
    const png = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([595, 842]);
    const again = await service.request(path, { headers: { "if-none-match": answer.headers.get("etag")! } });
    expect(again.status).toBe(304);
    expect((await json<{ code: string }>(`/api/documents/${documents[2]}/pages/9`, { status: 422 })).code).toBe(
      "page-unreadable",
    );
    expect((await json<{ code: string }>(`/api/documents/${documents[0]}/pages/1`, { status: 422 })).code).toBe(
      "no-pages",
    );
  });

  test("lineage, versions and facts are asked of the whole collection", async () => {
    const lineage = await json<{ plans: { id: string }[] }>("/api/lineage");
    expect(lineage.plans.map(({ id }) => id).sort()).toEqual([...documents].sort());
    expect(await json(`/api/documents/${documents[1]}/lineage`)).toMatchObject({ plan: { id: documents[1] } });
    const versions = await json<{ items: DocumentRecord[] }>(`/api/documents/${documents[1]}/versions`);
    expect(versions.items.map(({ id }) => id)).toContain(documents[1]);
    const facts = await json<{ items: { kind: string; document: string }[] }>(
      `/api/facts?kind=target&document=${documents[0]}`,
    );
    expect(facts.items.length).toBeGreaterThan(0);
    expect(new Set(facts.items.map(({ kind, document }) => `${kind} ${document}`))).toEqual(
      new Set([`target ${documents[0]}`]),
    );
  });

  test("plans are compared, set side by side, and published", { timeout: 120_000 }, async () => {
    const [template, local] = documents;
    const made = await json<{ id: string }[]>("/api/comparisons", {
      method: "POST",
      body: { template, locals: [local] },
      status: 201,
    });
    const comparison = await json<Comparison>(`/api/comparisons/${made[0]!.id}`);
    expect(comparison).toMatchObject({ schema: "comparison/1", template: { id: template }, local: { id: local } });
    for (const format of ["html", "md", "xlsx"])
      expect((await service.request(`/api/comparisons/${made[0]!.id}?format=${format}`)).status).toBe(200);
    const list = await json<{ items: { id: string }[] }>(`/api/comparisons?document=${local}`);
    expect(list.items.map(({ id }) => id)).toEqual([made[0]!.id]);
    const matrix = await json<{ id: string }>("/api/matrices", {
      method: "POST",
      body: { template, documents: [template, local] },
      status: 201,
    });
    expect(await json(`/api/matrices/${matrix.id}`)).toMatchObject({ schema: "matrix/1" });
    const markdown = await service.request(`/api/documents/${template}/publish/markdown`);
    expect(markdown.status).toBe(200);
    await json("/api/comparisons", { method: "POST", body: { template: "plan-none", locals: [local] }, status: 404 });
  });

  test("many plans come as one ZIP, with a list that says which gave nothing", { timeout: 120_000 }, async () => {
    const [nation, county, page] = documents as [string, string, string];
    const asked = (ids: readonly string[], format: string) =>
      service.request(`/api/documents/export?format=${format}&documents=${ids.join(",")}`);
    const answer = await asked([county, nation, page, county], "csv");
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''fangan-csv\.zip$/);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const list = strFromU8(files["导出清单.csv"]!).trim().split("\r\n").slice(1);
    expect(list.map((line) => line.split(",")[0])).toEqual([county, nation, page]);
    expect(list[2]).toMatch(/方案中没有标准/);
    const listed = list.slice(0, 2).flatMap((line) => line.split(",")[3]!.split("；"));
    expect(Object.keys(files)).toEqual([...listed, "导出清单.csv"]);
    const plans = unzipSync(new Uint8Array(await (await asked([page], "json")).arrayBuffer()));
    expect(JSON.parse(strFromU8(plans["page.plan.json"]!))).toEqual(await json(`/api/documents/${page}/plan`));
    expect((await asked([county, "plan-none"], "json")).status).toBe(404);
    expect((await asked([county], "schema")).status).toBe(400);
    const many = Array.from({ length: 201 }, (_, at) => `plan-${at}`);
    expect((await (await asked(many, "json")).json()) as object).toMatchObject({ status: 413, code: "too-many-plans" });
  });

  test("a filled sheet is assessed, kept, shown and deleted", { timeout: 60_000 }, async () => {
    const path = `/api/documents/${documents[1]}/assessments`;
    const body = { subject: "某社区", rows: [{ number: 1, points: 1 }] };
    const [kept] = await json<{ id: string }[]>(path, { method: "POST", body, status: 201 });
    expect(await json(`/api/assessments/${kept!.id}`)).toMatchObject({
      document: documents[1],
      result: { schema: "assessment/1", subject: "某社区" },
    });
    expect(await (await service.request(`/api/assessments/${kept!.id}?format=html`)).text()).toContain("某社区");
    expect((await json<{ items: unknown[] }>(path)).items.length).toBe(1);
    expect((await json<{ code: string }>(path, { method: "POST", body: { x: 1 }, status: 422 })).code).toBe(
      "sheet-refused",
    );
    await json(`/api/assessments/${kept!.id}`, { method: "DELETE", status: 204 });
    await json(`/api/assessments/${kept!.id}`, { status: 404 });
  });

  test("a correction is laid over the machine's value and taken back; a plan is approved", async () => {
    const path = `/api/documents/${documents[0]}`;
    const before = await json<Plan>(`${path}/plan`);
    const body = { path: "/header/title", value: "更正后的标题", why: "核对原件" };
    const correction = await json<{ id: string; machine: unknown }>(`${path}/corrections`, {
      method: "POST",
      body,
      status: 201,
    });
    expect(correction.machine).toBe(before.header.title);
    expect((await json<Plan>(`${path}/plan`)).header.title).toBe("更正后的标题");
    expect((await json<Plan>(`${path}/plan?corrected=false`)).header.title).toBe(before.header.title);
    const wrong = { ...body, path: "/header/nothing/at/all" };
    expect(
      (await json<{ code: string }>(`${path}/corrections`, { method: "POST", body: wrong, status: 422 })).code,
    ).toBe("path-wrong");
    await json(`/api/corrections/${correction.id}`, { method: "DELETE", status: 204 });
    expect((await json<Plan>(`${path}/plan`)).header.title).toBe(before.header.title);
    await json(`${path}/reviews`, { method: "POST", body: { verdict: "approved" }, status: 201 });
    const approved = await json<{ items: DocumentRecord[] }>("/api/documents?approved=true");
    expect(approved.items.map(({ id }) => id)).toEqual([documents[0]]);
  });

  test("a plan and its facts are remarked on, which corrects and approves nothing; the history tells", async () => {
    const path = `/api/documents/${documents[1]}`;
    const before = await json<DocumentRecord>(path);
    const say = (body: object, status: number) =>
      json<{ id: string; code?: string }>(`${path}/comments`, { method: "POST", body, status });
    await say({ text: "整体无误，附件待补。" }, 201);
    const { id } = await say({ path: "/header", text: "  文号待核对  " }, 201);
    expect((await say({ path: "/targets/99999", text: "没有这一条" }, 422)).code).toBe("path-wrong");
    expect((await say({ text: "   " }, 400)).code).toBe("request-invalid");
    expect(await json(`${path}/comments`)).toMatchObject([
      { path: null, text: "整体无误，附件待补。", who: "local" },
      { id, path: "/header", text: "文号待核对", document: documents[1] },
    ]);
    expect(await json(path)).toEqual(before);
    const { items } = await json<{ items: { action: string; detail: object }[] }>(`${path}/history`);
    expect(items[0]).toMatchObject({ action: "document.comment", detail: { comment: id, path: "/header" } });
    await json("/api/documents/none/comments", { method: "POST", body: { text: "无" }, status: 404 });
  });

  test("a bad file fails with its reason, and may be tried again", { timeout: 120_000 }, async () => {
    const { submissions } = await upload({ "cut.pdf": sample("scan.pdf").slice(0, 100) });
    const { id } = submissions[0]!;
    await follow(`/api/submissions/${id}/events`);
    expect(await json(`/api/submissions/${id}`)).toMatchObject({ state: "failed", failure: { code: "damaged" } });
    expect(await json("/api/queue")).toMatchObject({ failed: [{ id, failure: { code: "damaged" } }], documents: 3 });
    await json(`/api/submissions/${id}/retry`, { method: "POST" });
    await follow(`/api/submissions/${id}/events`);
    expect(await json("/api/submissions/retry-failed", { method: "POST", body: {} })).toEqual({ retried: 1 });
    await follow(`/api/submissions/${id}/events`);
    expect((await json<{ code: string }>(`/api/submissions/${id}/cancel`, { method: "POST", status: 409 })).code).toBe(
      "not-possible",
    );
    const metrics = await (await service.request("/metrics")).text();
    expect(metrics).toMatch(/fangan_submissions\{state="failed"\} 1/);
    expect(metrics).toMatch(/fangan_digitise_seconds_count\{outcome="done"\} 3/);
  });

  test("a deleted document is gone with its bytes", async () => {
    await json(`/api/documents/${documents[2]}`, { method: "DELETE", status: 204 });
    await json(`/api/documents/${documents[2]}`, { status: 404 });
    await json(`/api/documents/${documents[2]}/original`, { status: 404 });
    await json(`/api/documents/${documents[2]}`, { method: "DELETE", status: 404 });
    const lineage = await json<{ plans: unknown[] }>("/api/lineage");
    expect(lineage.plans.length).toBe(2);
  });

  test("every write has left its event, and the history of a document is told", async () => {
    const { items } = await json<{ items: AuditEvent[] }>("/api/audit?limit=200");
    const actions = new Set(items.map(({ action }) => action));
    expect([...actions].sort()).toEqual([
      "assessment.create",
      "assessment.delete",
      "comparison.create",
      "correction.withdraw",
      "document.approved",
      "document.comment",
      "document.correct",
      "document.delete",
      "matrix.create",
      "submission.create",
      "submission.retry",
      "submission.retry-failed",
    ]);
    expect(items.every(({ actor }) => actor === "local")).toBe(true);
    const history = await json<{ items: AuditEvent[] }>(`/api/documents/${documents[0]}/history`);
    expect(history.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["document.approved", "document.correct"]),
    );
  });
});

interface Raw {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** As it comes over the wire: fetch would unpack it. */
const rawGet = (url: string): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const request = requestHttp(url, { headers: { "accept-encoding": "gzip" } }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      resolve({ headers: answer.headers, body: Buffer.concat(parts) });
    });
    request.once("error", reject).end();
  });
