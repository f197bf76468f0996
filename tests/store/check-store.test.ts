import { randomUUID } from "node:crypto";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { StoreFaultCode } from "../../schemas/store-fault.ts";
import { checkStore } from "../../src/store/check-store.ts";
import type { OpenStore } from "../../src/store/open-store.ts";
import { TABLES } from "../../src/store/tables.ts";
import { gather } from "./gather.ts";
import { KINDS, keepText, startStores, submitText, type TestStores } from "./open-test-store.ts";
import { realPlan, sha256Of, variant } from "./sample-plans.ts";

describe.each(KINDS)("check-store, %s", { timeout: 60_000 }, (kind) => {
  let stores: TestStores;
  let store: OpenStore;
  const pathOf = (sha256: string): string => join(store.files.temporaryFolder, "..", sha256.slice(0, 2), sha256);
  /** Also what was written in this very millisecond. */
  const check = async (repair = false, graceSeconds = -1) =>
    (await gather(checkStore(store, { repair, graceSeconds }))).map(({ code, subject, repair }) => [
      code,
      subject,
      repair,
    ]);
  const storeVariant = async (seed = randomUUID()) => {
    await keepText(store, seed);
    return {
      id: await store.digitisations.store({ plan: variant(await realPlan(), seed), program: "p1", millis: 1 }),
      sha256: sha256Of(seed),
    };
  };

  beforeAll(async () => {
    stores = await startStores(kind);
    store = await stores.open();
  }, 180_000);
  beforeEach(async () => {
    for (const table of TABLES.toReversed()) await store.database.deleteFrom(table).execute();
    for await (const { sha256 } of store.files.list()) await store.files.remove(sha256);
    for (const name of readdirSync(store.files.temporaryFolder)) rmSync(join(store.files.temporaryFolder, name));
  });
  afterAll(() => stores.end(), 60_000);

  /** Each harm is done to a sound store. */
  const harms: Record<string, { code: StoreFaultCode; mends: boolean; harm: () => Promise<string> }> = {
    "a file that no row names": {
      code: "file-without-row",
      mends: true,
      harm: async () => (await keepText(store, randomUUID())).sha256,
    },
    "what a cut upload left": {
      code: "file-forgotten",
      mends: true,
      harm: async () => {
        writeFileSync(join(store.files.temporaryFolder, "half"), "half");
        return "half";
      },
    },
    "a document whose file is gone": {
      code: "file-missing",
      mends: false,
      harm: async () => {
        const { sha256 } = await storeVariant();
        rmSync(pathOf(sha256));
        return sha256;
      },
    },
    "a waiting submission whose file is gone": {
      code: "file-missing",
      mends: false,
      harm: async () => {
        const { sha256 } = await submitText(store, randomUUID());
        rmSync(pathOf(sha256));
        return sha256;
      },
    },
    "a file with other bytes": {
      code: "file-damaged",
      mends: false,
      harm: async () => {
        const { sha256 } = await storeVariant();
        writeFileSync(pathOf(sha256), "other");
        return sha256;
      },
    },
    "a document without its plan": {
      code: "document-without-plan",
      mends: false,
      harm: async () => {
        const { id } = await storeVariant();
        await store.database.deleteFrom("digitisations").where("document_id", "=", id).execute();
        return id;
      },
    },
    "a document without facts": {
      code: "facts-differ",
      mends: true,
      harm: async () => {
        const { id } = await storeVariant();
        await store.database.deleteFrom("facts").where("document_id", "=", id).where("kind", "=", "task").execute();
        return id;
      },
    },
    "facts of a document that is not there": {
      code: "facts-without-document",
      mends: true,
      harm: async () => {
        const { id } = await storeVariant();
        await sql`insert into facts (document_id, kind, ordinal, path, text) values (${`${id}0`}, 'task', 1, '/tasks/0', '')`.execute(
          store.database,
        );
        return `${id}0`;
      },
    },
    "a finished submission whose document is lost": {
      code: "submission-without-document",
      mends: true,
      harm: async () => {
        const seed = randomUUID();
        const { id: submission } = await submitText(store, seed);
        const { id } = await storeVariant(seed);
        await store.submissions.finish(submission, id);
        await store.database.deleteFrom("facts").where("document_id", "=", id).execute();
        await store.database.deleteFrom("documents").where("id", "=", id).execute();
        return submission;
      },
    },
    "a batch that was closed too early": {
      code: "batch-done-too-early",
      mends: true,
      harm: async () => {
        const { batch } = await submitText(store, randomUUID());
        await sql`update batches set state = 'done', finished_at = now() where id = ${batch}`.execute(store.database);
        return batch;
      },
    },
    "a comparison of a lost document": {
      code: "comparison-without-document",
      mends: true,
      harm: async () => {
        const plan = {
          id: "plan-lost",
          title: null,
          jurisdiction: null,
          level: null,
          isTemplate: true,
          coverage: null,
        };
        return store.comparisons.storeMatrix({ schema: "matrix/1", plans: [plan], rows: [], outliers: [] }, "p1");
      },
    },
  };

  test.each(Object.entries(harms))("%s is found, and mended where that is safe", async (_, { code, mends, harm }) => {
    await storeVariant();
    const removed = await storeVariant();
    const done = await submitText(store, randomUUID());
    await store.submissions.finish(done.id, removed.id);
    await store.documents.remove(removed.id);
    await store.files.remove(done.sha256);
    expect(await check()).toEqual([]);
    const subject = await harm();
    const found = await check();
    expect(found).toContainEqual([code, subject, mends ? "possible" : "none"]);
    expect(
      found.filter(
        ([each]) => each !== code && !(code === "submission-without-document" && each === "file-without-row"),
      ),
    ).toEqual([]);
    await check(true);
    expect(await check()).toEqual(mends ? [] : found);
  });

  test("files of an upload that is going on are passed over", async () => {
    await keepText(store, randomUUID());
    writeFileSync(join(store.files.temporaryFolder, "half"), "half");
    expect(await check(true, 3600)).toEqual([]);
  });
});
