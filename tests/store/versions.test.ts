import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenStore } from "../../src/store/open-store.ts";
import { KINDS, keepText, startStores, type TestStores } from "./open-test-store.ts";
import { realPlan, variant } from "./sample-plans.ts";

describe.each(KINDS)("lineage in the store, %s", { timeout: 60_000 }, (kind) => {
  let stores: TestStores;
  let store: OpenStore;
  beforeAll(async () => {
    stores = await startStores(kind);
    store = await stores.open();
  }, 180_000);
  afterAll(() => stores.end(), 60_000);

  const storePlan = async (): Promise<string> => {
    const seed = randomUUID();
    await keepText(store, seed);
    return store.digitisations.store({ plan: variant(await realPlan(), seed), program: "p1", millis: 1 });
  };
  const correct = (id: string) =>
    store.corrections.create(id, { path: "/header/title", value: "更正", why: "核对" }, "test");

  test("the mark of the collection changes with each plan that comes, is corrected, or goes, and else stays", async () => {
    const marks = [await store.versions.mark()];
    const acts = [
      storePlan,
      storePlan,
      async () => correct((await store.versions.listChanges())[0]!.id),
      async () => store.documents.remove((await store.versions.listChanges())[1]!.id),
    ];
    for (const act of acts) {
      await act();
      marks.push(await store.versions.mark());
      expect(await store.versions.mark()).toBe(marks.at(-1));
    }
    expect(new Set(marks).size).toBe(5);
  });

  test("a lineage of a collection that has changed since is not kept", async () => {
    const mark = await store.versions.mark();
    const id = await storePlan();
    const lineage = { schema: "lineage/1", plans: [], links: [], versions: [[id, "plan-other"]] } as const;
    const given = { ...lineage, plans: [], links: [], versions: lineage.versions.map((each) => [...each]) };
    expect(await store.versions.save(given, mark)).toBe(false);
    expect(await store.versions.find(id)).toEqual([id]);
    expect(await store.versions.save(given, await store.versions.mark())).toBe(true);
    expect(await store.versions.find(id)).toEqual([id, "plan-other"]);
  });

  test("what places plans is read without the rest of them, and says where people corrected one", async () => {
    const [plain, corrected] = [await storePlan(), await storePlan()];
    await correct(corrected);
    const placed = await store.versions.listPlaced([plain, corrected, "plan-none"]);
    const { header, basis } = await realPlan();
    expect(new Map(placed.map(({ id, isCorrected }) => [id, isCorrected]))).toEqual(
      new Map([
        [plain, false],
        [corrected, true],
      ]),
    );
    for (const each of placed) expect(each).toMatchObject({ header, basis });
    const changes = await store.versions.listChanges();
    for (const { id, updatedAt } of placed) expect(changes).toContainEqual({ id, updatedAt });
  });
});
