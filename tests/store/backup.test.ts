import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backup } from "../../src/store/backup.ts";
import { checkStore } from "../../src/store/check-store.ts";
import { BackupDamaged, StoreNotEmpty } from "../../src/store/errors.ts";
import type { OpenStore } from "../../src/store/open-store.ts";
import { restore } from "../../src/store/restore.ts";
import { TABLES } from "../../src/store/tables.ts";
import { gather } from "./gather.ts";
import { KINDS, keepText, type StoreKind, startStores, submitText, type TestStores } from "./open-test-store.ts";
import { realPlan, sha256Of, variant } from "./sample-plans.ts";

/** Every row of every table, as text. */
const contentOf = async ({ database }: OpenStore): Promise<Record<string, string[]>> => {
  const content: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ line: string }>`select each::text as line from ${sql.table(table)} each`.execute(
      database,
    );
    content[table] = rows.map(({ line }) => line).sort();
  }
  return content;
};

const filesOf = async ({ files }: OpenStore): Promise<string[]> => {
  const hashes: string[] = [];
  for await (const { sha256 } of files.list()) hashes.push(sha256);
  return hashes.sort();
};

/** Something in every table, with what is hard to carry: NUL, half surrogates, quotes, empty lists, nulls. */
async function fill(store: OpenStore): Promise<void> {
  const nasty = '题\u0000目\ud800 "quoted" \\u0000 \\ \n{}';
  const ids: string[] = [];
  for (let i = 0; i < 30; i++) {
    const seed = `${i} ${randomUUID()}`;
    await keepText(store, seed);
    const header = i % 3 ? {} : { title: nasty, issuers: [], issuedOn: null };
    ids.push(
      await store.digitisations.store({ plan: variant(await realPlan(), seed, header), program: "p1", millis: i }),
    );
  }
  await store.documents.remove(ids.pop()!);
  const document = ids[0]!;
  const failed = await submitText(store, randomUUID());
  const failure = { code: "damaged", facts: { nasty }, retriable: false };
  await store.submissions.fail(failed.id, failure);
  await store.batches.finish(failed.batch, { nasty });
  await store.digitisations.storeFailure({ sha256: failed.sha256, program: "p1", failure, millis: 3 });
  await submitText(store, randomUUID());
  await store.corrections.create(document, { path: "/header/title", value: nasty, why: "" }, "clerk");
  await store.reviews.create(document, "approved", "clerk", null);
  await store.comments.create(document, { path: null, text: nasty }, "clerk");
  await store.versions.save({
    schema: "lineage/1",
    plans: [],
    links: [{ from: document, basis: "上级", relation: "cites", to: ids[1]!, by: "title" }],
    versions: [[document, ids[1]!]],
  });
  await store.comparisons.storeMatrix({ schema: "matrix/1", plans: [], rows: [], outliers: [] }, "p1");
  await store.assessments.store({ document, name: "自评", result: { total: 1.5 }, who: "clerk" });
  await store.audit.record({ actor: "local", action: "test", subject: document, detail: { nasty } });
  await store.keys.create({ name: "key", scopes: ["read"], expiresAt: null });
  await store.webhooks.create({ url: "https://example.org", events: ["batch.done"] }, "clerk");
  await store.webhooks.announce("batch.done", { nasty });
}

describe.each(KINDS.flatMap((from) => KINDS.map((to) => [from, to] as const)))(
  "a backup from %s to %s",
  { timeout: 120_000 },
  (from, to) => {
    const started: Partial<Record<StoreKind, TestStores>> = {};
    const folder = mkdtempSync(join(tmpdir(), "fangan-backup-"));
    const path = join(folder, "backup.tar.gz");
    let source: OpenStore;
    let target: OpenStore;

    beforeAll(async () => {
      for (const kind of new Set([from, to])) started[kind] = await startStores(kind);
      source = await started[from]!.open();
      target = await started[to]!.open();
      await fill(source);
    }, 180_000);
    afterAll(async () => {
      for (const stores of Object.values(started)) await stores.end();
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    test("restored, the store is the same in every row and file, and goes on from there", async () => {
      const manifest = await backup(source, path);
      expect(manifest.missing).toEqual([]);
      await restore(target, path, { force: false });
      const before = await contentOf(source);
      expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
      expect(await contentOf(target)).toEqual(before);
      expect(await filesOf(target)).toEqual(await filesOf(source));
      const faults = await gather(checkStore(target, { repair: false, graceSeconds: 0 }));
      expect(faults).toEqual([]);
      const seed = randomUUID();
      await keepText(target, seed);
      await target.digitisations.store({ plan: variant(await realPlan(), seed), program: "p1", millis: 1 });
      await target.audit.record({ actor: "local", action: "test", subject: "after", detail: {} });
    });

    test("a store that holds something is left alone, unless it is to be cleared", async () => {
      await expect(restore(target, path, { force: false })).rejects.toThrow(StoreNotEmpty);
      await restore(target, path, { force: true });
      expect(await contentOf(target)).toEqual(await contentOf(source));
      expect(await filesOf(target)).toEqual(await filesOf(source));
    });

    test("a backup that is cut short, altered or something else changes nothing", async () => {
      const before = await contentOf(target);
      const whole = readFileSync(path);
      const damage: Record<string, () => void> = {
        cut: () => truncateSync(path, Math.floor(whole.length / 2)),
        altered: () => {
          const tar = gunzipSync(whole);
          const at = tar.indexOf("老旧小区");
          tar[at + 1] = tar[at + 1]! ^ 1;
          writeFileSync(path, gzipSync(tar));
        },
        other: () => writeFileSync(path, "not a backup"),
        empty: () => writeFileSync(path, ""),
      };
      for (const harm of Object.values(damage)) {
        writeFileSync(path, whole);
        harm();
        await expect(restore(target, path, { force: true })).rejects.toThrow(BackupDamaged);
      }
      writeFileSync(path, whole);
      expect(await contentOf(target)).toEqual(before);
    });

    test("a file that is there is not written over, and a failed backup leaves none", async () => {
      await expect(backup(source, path)).rejects.toMatchObject({ code: "EEXIST" });
      const [sha256] = await filesOf(source);
      const damaged = join(source.files.temporaryFolder, "..", sha256!.slice(0, 2), sha256!);
      const bytes = readFileSync(damaged);
      writeFileSync(damaged, "other bytes");
      const second = join(folder, "second.tar.gz");
      await expect(backup(source, second)).rejects.toThrow("has the hash");
      expect([existsSync(second), existsSync(`${second}.partial`)]).toEqual([false, false]);
      writeFileSync(damaged, bytes);
      expect(sha256Of(bytes)).toBe(sha256);
    });
  },
);
