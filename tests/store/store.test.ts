import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DocumentQuery } from "../../schemas/document-record.ts";
import { FileMissing, WrongCursor, WrongPath } from "../../src/store/errors.ts";
import type { OpenStore } from "../../src/store/open-store.ts";
import { KINDS, keepText, startStores, submitText, type TestStores } from "./open-test-store.ts";
import { realPlan, seedBytes, sha256Of, variant } from "./sample-plans.ts";

const query = (asked: Partial<DocumentQuery>): DocumentQuery => DocumentQuery.parse(asked);
const FAILURE = { code: "damaged", facts: { limit: 3 }, retriable: false };

describe.each(KINDS)("the store, %s", { timeout: 60_000 }, (kind) => {
  let stores: TestStores;
  let store: OpenStore;

  beforeAll(async () => {
    stores = await startStores(kind);
    store = await stores.open();
  }, 180_000);
  afterAll(() => stores.end(), 60_000);

  /** A stored document of words of its own. */
  const storeVariant = async (seed: string, header: Parameters<typeof variant>[2] = {}) => {
    await keepText(store, seed);
    return store.digitisations.store({ plan: variant(await realPlan(), seed, header), program: "p1", millis: 5 });
  };

  test("a plan comes back as it went in, with its bytes, its record and its facts", async () => {
    const plan = await realPlan();
    const text = seedBytes().toString();
    await keepText(store, text);
    expect(plan.source.sha256).toBe(sha256Of(seedBytes()));
    const id = await store.digitisations.store({ plan, program: "p1", millis: 12 });
    expect(id).toBe(plan.id);
    expect(await store.documents.findPlan(id)).toEqual(plan);
    expect(await store.documents.findPlanText(id)).toBe(JSON.stringify(plan));
    expect(Buffer.from(await store.files.read(plan.source.sha256)).toString()).toBe(text);
    expect(await store.digitisations.find(plan.source.sha256, "p1")).toEqual({
      state: "done",
      document: id,
      millis: 12,
    });
    expect(await store.digitisations.find(plan.source.sha256, "p2")).toBeNull();
    expect(await store.documents.find(id)).toMatchObject({
      title: plan.header.title,
      issuers: plan.header.issuers,
      counts: { targets: plan.targets.length, tasks: plan.tasks.length },
      corrections: 0,
      approval: null,
      program: "p1",
    });
    const facts = await store.documents.facts({ document: id, kind: "target" }, { limit: 200 });
    expect(facts.items.map(({ text, value }) => ({ text, value }))).toEqual(
      plan.targets.map(({ text, value }) => ({ text, value })),
    );
  });

  test("storing the same twice changes nothing; another program's plan takes its place, and the first stays", async () => {
    const plan = variant(await realPlan(), `twice ${randomUUID()}`);
    await store.digitisations.store({ plan, program: "p1", millis: 1 });
    const before = await store.documents.find(plan.id);
    await Promise.all([1, 2, 3].map((millis) => store.digitisations.store({ plan, program: "p1", millis })));
    expect(await store.documents.find(plan.id)).toEqual(before);
    const other = { ...plan, targets: plan.targets.slice(1), header: { ...plan.header, title: "新题" } };
    await store.digitisations.store({ plan: other, program: "p2", millis: 1 });
    expect(await store.documents.find(plan.id)).toMatchObject({ program: "p2", title: "新题" });
    expect(await store.documents.findPlan(plan.id)).toEqual(other);
    expect(await store.documents.findPlan(plan.id, "p1")).toEqual(plan);
    const facts = await store.documents.facts({ document: plan.id, kind: "target" }, { limit: 200 });
    expect(facts.items.length).toBe(plan.targets.length - 1);
  });

  test("a plan that is stored ends its submission, and the next one of its bytes is told of it", async () => {
    const text = randomUUID();
    const first = await submitText(store, text);
    const second = await submitText(store, text);
    const { webhook } = await store.webhooks.create({ url: "https://example.org", events: ["submission.done"] }, "me");
    const takeTold = async () => {
      const taken = await store.webhooks.takeDue(5, 60);
      for (const { id } of taken) await store.webhooks.delivered(id, 204);
      return taken.map(({ payload }) => payload);
    };
    const plan = variant(await realPlan(), text);
    await store.submissions.begin(first.id, "p1");
    await store.digitisations.store({ plan, program: "p1", millis: 7, submission: first.id });
    expect(await store.submissions.find(first.id)).toMatchObject({ state: "done", progress: 100, document: plan.id });
    expect(await takeTold()).toEqual([{ submission: first.id, batch: first.batch, document: plan.id }]);
    expect(await store.submissions.begin(second.id, "p2")).toMatchObject({ known: null });
    expect(await store.submissions.begin(second.id, "p1")).toMatchObject({
      known: { state: "done", document: plan.id, millis: 7 },
    });
    await store.digitisations.store({ plan, program: "p1", millis: 8, submission: second.id });
    expect(await store.submissions.find(second.id)).toMatchObject({ state: "done", document: plan.id });
    expect(await takeTold()).toEqual([{ submission: second.id, batch: second.batch, document: plan.id }]);
    await store.webhooks.remove(webhook.id);
  });

  test("where two programs store the same bytes at once, the facts are those of the plan that stays", async () => {
    for (let round = 0; round < 10; round++) {
      const plan = variant(await realPlan(), randomUUID());
      const fewer = { ...plan, targets: plan.targets.slice(2) };
      await Promise.all([
        store.digitisations.store({ plan, program: "p1", millis: 1 }),
        store.digitisations.store({ plan: fewer, program: "p2", millis: 1 }),
        store.digitisations.store({ plan, program: "p1", millis: 1 }),
      ]);
      const stays = (await store.documents.findPlan(plan.id))!;
      const { items } = await store.documents.facts({ document: plan.id, kind: "target" }, { limit: 200 });
      expect(items.map(({ text }) => text)).toEqual(stays.targets.map(({ text }) => text));
      expect((await store.documents.find(plan.id))?.counts.targets).toBe(stays.targets.length);
    }
  });

  test("texts with NUL and halves of surrogate pairs, as hostile files have them, are stored", async () => {
    const nasty = "题\u0000目\ud800’; drop table documents; --";
    const plan = variant(await realPlan(), `nasty ${randomUUID()}`, { title: nasty, issuers: [nasty] });
    const id = await store.digitisations.store({ plan, program: "p1", millis: 1 });
    expect((await store.documents.find(id))?.title).toBe("题目\ufffd’; drop table documents; --");
    expect((await store.documents.findPlan(id))?.header.title).toBe(nasty);
    expect((await submitText(store, `${nasty} ${randomUUID()}`)).state).toBe("queued");
  });

  test("a search finds the plans that have a standard, or those that have none", async () => {
    const jurisdiction = { name: `县${randomUUID().slice(0, 8)}`, level: "county" } as const;
    const having = await storeVariant(randomUUID(), { jurisdiction });
    const seed = randomUUID();
    await keepText(store, seed);
    const bare = { ...variant(await realPlan(), seed, { jurisdiction }), standards: [] };
    const without = await store.digitisations.store({ plan: bare, program: "p1", millis: 5 });
    const find = async (asked: Partial<DocumentQuery>) =>
      (await store.documents.search(query({ jurisdiction: jurisdiction.name, ...asked }))).items.map(({ id }) => id);
    expect(await find({})).toEqual([without, having]);
    expect(await find({ hasStandards: true })).toEqual([having]);
    expect(await find({ hasStandards: false })).toEqual([without]);
  });

  test("a search finds by words of the text, place, level, body, dates and approval", async () => {
    const place = `县${randomUUID().slice(0, 8)}`;
    const jurisdiction = { name: place, level: "county" } as const;
    const first = await storeVariant(randomUUID(), {
      title: "数字孪生水网建设方案",
      jurisdiction,
      issuedOn: "2021-06-30",
      issuers: ["甲厅"],
    });
    const second = await storeVariant(randomUUID(), {
      title: "养老服务方案",
      jurisdiction,
      issuedOn: "2021-07",
      issuers: ["乙厅"],
    });
    const third = await storeVariant(randomUUID(), { title: "无日期方案", jurisdiction, issuedOn: null });
    const find = async (asked: Partial<DocumentQuery>) =>
      (await store.documents.search(query({ jurisdiction: place, ...asked }))).items.map(({ id }) => id);
    expect(await find({})).toEqual([third, second, first]);
    expect(await find({ order: "issued" })).toEqual([second, first, third]);
    expect(await find({ text: "水网建设" })).toEqual([]);
    while ((await store.searchIndex.fill(2)) > 0);
    expect(await find({ text: "水网建设" })).toEqual([first]);
    expect(await find({ text: "水网 赛艇" })).toEqual([]);
    expect(await find({ text: "' & !( | \\" })).toEqual([third, second, first]);
    expect(await find({ issuer: "乙厅" })).toEqual([second]);
    expect(await find({ level: "province" })).toEqual([]);
    expect(await find({ issuedFrom: "2021-07" })).toEqual([second]);
    expect(await find({ issuedFrom: "2021-06-30", issuedTo: "2021-06-30" })).toEqual([first]);
    expect(await find({ issuedTo: "2021" })).toEqual([second, first]);
    await store.reviews.create(second, "approved", "clerk", null);
    expect(await find({ approved: true })).toEqual([second]);
    await store.reviews.create(second, "reopened", "clerk", "again");
    expect(await find({ approved: true })).toEqual([]);
    expect((await store.documents.facets()).jurisdiction).toContainEqual({ value: place, count: 3 });
  });

  test("two processes that fill the search index share the plans; a plan that changed is searched anew", async () => {
    const place = `乡${randomUUID().slice(0, 8)}`;
    const jurisdiction = { name: place, level: "township" } as const;
    while ((await store.searchIndex.fill(50)) > 0);
    const seeds = Array.from({ length: 8 }, () => randomUUID());
    for (const seed of seeds) await storeVariant(seed, { title: "湿地修复方案", jurisdiction });
    const filled = await Promise.all([1, 2, 3, 4].map(() => store.searchIndex.fill(3)));
    const rest = await store.searchIndex.fill(50);
    expect(filled.reduce((sum, count) => sum + count, rest)).toBe(8);
    const find = async (text: string) =>
      (await store.documents.search(query({ jurisdiction: place, text }))).items.length;
    expect([await find("湿地"), await find("沙漠")]).toEqual([8, 0]);
    const changed = variant(await realPlan(), seeds[0]!, { title: "沙漠治理方案", jurisdiction });
    await store.digitisations.store({ plan: changed, program: "p2", millis: 5 });
    expect(await store.searchIndex.fill(50)).toBe(1);
    expect([await find("湿地"), await find("沙漠")]).toEqual([7, 1]);
  });

  test.each(["added", "issued"] as const)(
    "paging by %s neither skips nor repeats while others upload",
    async (order) => {
      const place = `镇${randomUUID().slice(0, 8)}`;
      const jurisdiction = { name: place, level: "township" } as const;
      const dates = ["2020-01-05", "2020-01-05", null, "2021-02-03", "2019-12-31", null, "2020-01-05"];
      const before: string[] = [];
      for (const issuedOn of dates) before.push(await storeVariant(randomUUID(), { jurisdiction, issuedOn }));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.documents.search(query({ jurisdiction: place, order, limit: 2, cursor }));
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
        await storeVariant(randomUUID(), { jurisdiction, issuedOn: "2022-01-01" });
      } while (cursor && seen.length < 100);
      expect(new Set(seen).size).toBe(seen.length);
      expect(before.filter((id) => !seen.includes(id))).toEqual([]);
    },
  );

  test("a cursor that is none is refused", async () => {
    for (const cursor of [
      "x",
      "W10",
      Buffer.from('["a"]').toString("base64url"),
      Buffer.from('{"a":1}').toString("base64url"),
    ])
      await expect(store.documents.search(query({ cursor }))).rejects.toThrow(WrongCursor);
    const cursor = Buffer.from(JSON.stringify(["now'", 1])).toString("base64url");
    await expect(store.documents.search(query({ order: "issued", cursor }))).rejects.toThrow(WrongCursor);
  });

  test("an upload is taken in whole or not at all", async () => {
    const files = [
      await keepText(store, randomUUID()),
      { ...(await keepText(store, randomUUID())), sha256: sha256Of(randomUUID()) },
    ];
    const before = await store.submissions.counts();
    await expect(store.submissions.create({ name: null, template: null, who: "test", files })).rejects.toThrow(
      FileMissing,
    );
    expect(await store.submissions.counts()).toEqual(before);
  });

  test("a submission goes forward only, and has one end", async () => {
    const { id, batch } = await submitText(store, randomUUID());
    expect(await store.submissions.begin(id, "p1")).toMatchObject({
      submission: { state: "running", attempts: 1, progress: 0 },
      known: null,
    });
    await store.submissions.advance(id, "extract", 60);
    await store.submissions.advance(id, "read", 20);
    expect(await store.submissions.find(id)).toMatchObject({ stage: "extract", progress: 60 });
    expect(await store.submissions.begin(id, "p1")).toMatchObject({ submission: { attempts: 2, progress: 60 } });
    expect(await store.batches.finish(id, {})).toBe(false);
    expect(await store.submissions.finish(id, "plan-0000000000000000")).toBe(true);
    expect(await store.submissions.finish(id, "plan-1111111111111111")).toBe(false);
    expect(await store.submissions.fail(id, FAILURE)).toBe(false);
    expect(await store.submissions.cancel(id)).toBe(false);
    expect(await store.submissions.begin(id, "p1")).toBeNull();
    expect(await store.submissions.retry(id)).toBeNull();
    expect(await store.submissions.find(id)).toMatchObject({
      state: "done",
      progress: 100,
      document: "plan-0000000000000000",
    });
    expect(await store.batches.listReady()).toContain(batch);
    expect(await store.batches.finish(batch, { plans: 1 })).toBe(true);
    expect(await store.batches.finish(batch, {})).toBe(false);
    expect(await store.batches.find(batch)).toMatchObject({
      state: "done",
      report: { plans: 1 },
      counts: { done: 1, queued: 0 },
    });
  });

  test("a failed submission keeps its reason and can be tried again, which opens its batch", async () => {
    const { id, batch } = await submitText(store, randomUUID());
    expect(await store.submissions.fail(id, FAILURE)).toBe(true);
    await store.batches.finish(batch, {});
    expect(await store.submissions.find(id)).toMatchObject({ state: "failed", failure: FAILURE });
    expect(await store.submissions.retry(id)).toMatchObject({
      state: "queued",
      failure: null,
      progress: 0,
      finishedAt: null,
    });
    expect(await store.batches.find(batch)).toMatchObject({ state: "open", report: null });
    expect((await store.submissions.listUnfinished({ limit: 200 })).items.map((each) => each.id)).toContain(id);
  });

  test("twenty that end one submission at once: one does", async () => {
    const { id } = await submitText(store, randomUUID());
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2 ? store.submissions.fail(id, FAILURE) : store.submissions.finish(id, "plan-0000000000000000"),
      ),
    );
    expect(ends.filter(Boolean)).toHaveLength(1);
  });

  test("a correction is laid over the plan, and the machine's value is kept", async () => {
    const id = await storeVariant(randomUUID());
    const machine = (await store.documents.findPlan(id))!;
    const request = { path: "/header/title", value: "改正的题目", why: "印错" };
    const made = (await store.corrections.create(id, request, "clerk"))!;
    expect(made).toMatchObject({ machine: machine.header.title, value: "改正的题目", who: "clerk", withdrawn: null });
    expect((await store.documents.findCorrectedPlan(id))?.plan.header.title).toBe("改正的题目");
    expect(await store.documents.findPlan(id)).toEqual(machine);
    expect((await store.documents.find(id))?.corrections).toBe(1);
    expect(await store.corrections.withdraw(made.id, "chief")).toBe(true);
    expect(await store.corrections.withdraw(made.id, "chief")).toBe(false);
    expect((await store.documents.findCorrectedPlan(id))?.plan).toEqual(machine);
    expect(await store.corrections.list(id)).toMatchObject([{ withdrawn: { who: "chief" } }]);
    expect(await store.corrections.create("plan-none", request, "clerk")).toBeNull();
    for (const path of ["/source/sha256", "/header/__proto__", "/targets/999/text", "/targets/0/evidence", "/header"])
      await expect(store.corrections.create(id, { ...request, path }, "clerk")).rejects.toThrow(WrongPath);
  });

  test("remarks stay beside the plan, in the order in which they were made, and go with their document", async () => {
    const id = await storeVariant(randomUUID());
    const before = await store.documents.find(id);
    await store.comments.create(id, { path: null, text: "第一条\u0000" }, "clerk");
    await store.comments.create(id, { path: "/targets/0", text: "第二条" }, "chief");
    expect(await store.comments.list(id)).toMatchObject([
      { document: id, path: null, text: "第一条", who: "clerk" },
      { path: "/targets/0", text: "第二条", who: "chief" },
    ]);
    expect(await store.documents.find(id)).toEqual(before);
    for (const path of ["/targets/999", "/nothing", "/header/__proto__"])
      await expect(store.comments.create(id, { path, text: "无" }, "clerk")).rejects.toThrow(WrongPath);
    expect(await store.comments.create("plan-none", { path: null, text: "无" }, "clerk")).toBeNull();
    await store.documents.remove(id);
    expect(await store.comments.list(id)).toEqual([]);
  });

  test("a key is told by its text alone, and only while it is in force", async () => {
    const { key, record } = await store.keys.create({ name: "clerk", scopes: ["read", "review"], expiresAt: null });
    expect(key).toMatch(/^fangan_[\w-]{43}$/);
    expect(await store.keys.check(key)).toEqual({ id: record.id, name: "clerk", scopes: ["read", "review"] });
    expect(await store.keys.check(`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`)).toBeNull();
    expect(await store.keys.check("' or true --")).toBeNull();
    expect(JSON.stringify(await store.keys.list())).not.toContain(key);
    const late = await store.keys.create({ name: "late", scopes: ["read"], expiresAt: "2020-01-01T00:00:00Z" });
    expect(await store.keys.check(late.key)).toBeNull();
    expect(await store.keys.revoke(record.id)).toBe(true);
    expect(await store.keys.check(key)).toBeNull();
    expect(await store.keys.any()).toBe(false);
  });

  test("an event becomes one delivery for each webhook that asks for it, taken by one sender at a time", async () => {
    const { webhook, secret } = await store.webhooks.create(
      { url: "https://example.org/hook", events: ["submission.failed"] },
      "test",
    );
    const { id, batch } = await submitText(store, randomUUID());
    await store.submissions.fail(id, FAILURE);
    const taken = (await Promise.all([store.webhooks.takeDue(5, 60), store.webhooks.takeDue(5, 60)])).flat();
    expect(taken).toMatchObject([
      { webhook: webhook.id, secret, attempts: 1, payload: { submission: id, batch, failure: FAILURE } },
    ]);
    await store.webhooks.failed(taken[0]!.id, 500, "busy", new Date(Date.now() - 1000));
    expect(await store.webhooks.takeDue(5, 60)).toMatchObject([{ attempts: 2, lastStatus: 500 }]);
    await store.webhooks.delivered(taken[0]!.id, 204);
    expect((await store.webhooks.listDeliveries(webhook.id)).items).toMatchObject([
      { state: "delivered", lastStatus: 204 },
    ]);
    expect(await store.webhooks.remove(webhook.id)).toBe(true);
  });

  test("what is deleted is gone with its bytes, unless a submission still waits for them", async () => {
    const seed = randomUUID();
    const id = await storeVariant(seed);
    await store.corrections.create(id, { path: "/header/title", value: "题", why: "" }, "clerk");
    const waiting = await submitText(store, seed);
    expect(await store.documents.remove(id)).toBe(true);
    expect(await store.documents.remove(id)).toBe(false);
    expect([await store.documents.find(id), await store.documents.findPlanText(id)]).toEqual([null, null]);
    expect((await store.documents.facts({ document: id })).items).toEqual([]);
    expect(await store.files.has(sha256Of(seed))).toBe(true);
    await storeVariant(seed);
    await store.submissions.cancel(waiting.id);
    await store.documents.remove(id);
    expect(await store.files.has(sha256Of(seed))).toBe(false);
  });

  test("finished batches are removed after their time, with bytes that became no document", async () => {
    const lost = await submitText(store, randomUUID());
    await store.submissions.fail(lost.id, FAILURE);
    await store.batches.finish(lost.batch, null);
    const open = await submitText(store, randomUUID());
    expect(await store.submissions.removeFinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await store.submissions.removeFinished(new Date(Date.now() + 60_000))).toBeGreaterThanOrEqual(1);
    expect(await store.submissions.find(lost.id)).toBeNull();
    expect(await store.files.has(lost.sha256)).toBe(false);
    expect(await store.submissions.find(open.id)).not.toBeNull();
    expect(await store.files.has(open.sha256)).toBe(true);
  });

  test("lineage, assessments and the audit are kept", async () => {
    const document = await storeVariant(randomUUID());
    const link = { from: document, basis: "上级方案", relation: "implements", to: null, by: null } as const;
    await store.versions.save({ schema: "lineage/1", plans: [], links: [link], versions: [["plan-old", document]] });
    expect(await store.versions.find(document)).toEqual(["plan-old", document]);
    expect(await store.versions.find("plan-other")).toEqual(["plan-other"]);
    expect(await store.versions.links(document)).toEqual([link]);
    const made = await store.assessments.store({ document, name: "自评", result: { total: 93.5 }, who: "test" });
    expect(await store.assessments.find(made.id)).toEqual(made);
    expect((await store.assessments.list(document)).items).toEqual([made]);
    await store.audit.record({
      actor: "local",
      action: "document.delete",
      subject: document,
      detail: { reason: "测试" },
    });
    expect((await store.audit.list({ subject: document })).items).toMatchObject([
      { actor: "local", detail: { reason: "测试" } },
    ]);
  });
});
