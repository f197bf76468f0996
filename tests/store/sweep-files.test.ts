import { randomUUID } from "node:crypto";
import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FileMissing } from "../../src/store/errors.ts";
import type { OpenStore } from "../../src/store/open-store.ts";
import { lockBytes } from "../../src/store/transact.ts";
import { gather } from "./gather.ts";
import { KINDS, keepText, startStores, submitText, type TestStores } from "./open-test-store.ts";
import { realPlan, variant } from "./sample-plans.ts";

const HOUR = 3600;
/** Also what was written in this very millisecond. */
const ANY_AGE = -1;

describe.each(KINDS)("bytes that a crash left, %s", { timeout: 60_000 }, (kind) => {
  let stores: TestStores;
  let store: OpenStore;
  const pathOf = (sha256: string): string => join(store.files.temporaryFolder, "..", sha256.slice(0, 2), sha256);
  const makeOld = (sha256: string, seconds = 2 * HOUR): void => {
    const then = new Date(Date.now() - seconds * 1000);
    utimesSync(pathOf(sha256), then, then);
  };
  const kept = async (): Promise<string[]> => (await gather(store.files.list())).map(({ sha256 }) => sha256).sort();

  beforeAll(async () => {
    stores = await startStores(kind);
    store = await stores.open();
  }, 180_000);
  beforeEach(async () => {
    await store.sweep(ANY_AGE);
  });
  afterAll(() => stores.end(), 60_000);

  test("are removed once they are old enough, and no sooner", async () => {
    const before = await kept();
    const [old, young] = [await keepText(store, randomUUID()), await keepText(store, randomUUID())];
    makeOld(old.sha256);
    expect(await store.sweep(HOUR)).toBe(1);
    expect(await kept()).toEqual([...before, young.sha256].sort());
    expect(await store.sweep(ANY_AGE)).toBe(1);
    expect(await kept()).toEqual(before);
  });

  test("bytes that a document, a waiting or a failed submission names stay, however old", async () => {
    const seed = randomUUID();
    const document = await keepText(store, seed);
    await store.digitisations.store({ plan: variant(await realPlan(), seed), program: "p1", millis: 1 });
    const waiting = await submitText(store, randomUUID());
    const failed = await submitText(store, randomUUID());
    await store.submissions.fail(failed.id, { code: "damaged", facts: {}, retriable: false });
    const hashes = [document.sha256, waiting.sha256, failed.sha256];
    for (const sha256 of hashes) makeOld(sha256);
    expect(await store.sweep(HOUR)).toBe(0);
    expect(await kept()).toEqual(expect.arrayContaining(hashes));
  });

  test("an upload of the same bytes makes them young, and counts from when they were kept", async () => {
    const text = randomUUID();
    const { sha256 } = await keepText(store, text);
    makeOld(sha256);
    await keepText(store, text);
    expect(Date.now() - statSync(pathOf(sha256)).mtimeMs).toBeLessThan(60_000);
    expect(await store.sweep(HOUR)).toBe(0);
  });

  test("an upload that has the lock on its bytes keeps them; one that comes after the removal is told", async () => {
    const file = await keepText(store, randomUUID());
    makeOld(file.sha256);
    const hasLock = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const upload = store.database.transaction().execute(async (transaction) => {
      await lockBytes(transaction, [file.sha256]);
      hasLock.resolve();
      if (kind === "server") await goOn.promise;
      await transaction
        .insertInto("batches")
        .values({ id: randomUUID(), name: null, template: null, who: "test" })
        .returning("id")
        .executeTakeFirstOrThrow()
        .then(({ id }) =>
          transaction
            .insertInto("submissions")
            .values({
              id: randomUUID(),
              batch_id: id,
              ordinal: 1,
              file_name: "a.txt",
              sha256: file.sha256,
              byte_length: file.byteLength,
              priority: 1,
              who: "test",
            })
            .execute(),
        );
    });
    await hasLock.promise;
    const swept = store.sweep(HOUR);
    goOn.resolve();
    await upload;
    expect(await swept).toBe(0);
    expect(await store.files.has(file.sha256)).toBe(true);

    const late = await keepText(store, randomUUID());
    makeOld(late.sha256);
    expect(await store.sweep(HOUR)).toBe(1);
    const create = store.submissions.create({ name: null, template: null, who: "test", files: [late] });
    await expect(create).rejects.toThrow(FileMissing);
  });
});
