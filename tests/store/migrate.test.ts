import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backup } from "../../src/store/backup.ts";
import { connectDatabase } from "../../src/store/connect-database.ts";
import { documentRow } from "../../src/store/document-rows.ts";
import { DatabaseUnfit } from "../../src/store/errors.ts";
import { migrate } from "../../src/store/migrate.ts";
import { MIGRATIONS } from "../../src/store/migrations/all.ts";
import { openStore } from "../../src/store/open-store.ts";
import { restore } from "../../src/store/restore.ts";
import { type Postgres, startPostgres } from "../services/start-postgres.ts";
import { realPlan } from "./sample-plans.ts";

describe("migrations", { timeout: 60_000 }, () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 120_000);
  afterAll(() => postgres.stop(), 60_000);

  test("their ids count from 1 without a gap", () => {
    expect(MIGRATIONS.map(({ id }) => id)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  test("eight programs that start at once apply each step once", async () => {
    const connectionString = await postgres.createDatabase();
    const databases = Array.from({ length: 8 }, () => connectDatabase({ connectionString }, 1));
    await Promise.all(databases.map((database) => migrate(database)));
    const { rows } = await sql<{ id: number }>`select id from migrations order by id`.execute(databases[0]!);
    expect(rows.map(({ id }) => id)).toEqual(MIGRATIONS.map(({ id }) => id));
    await Promise.all(databases.map((database) => database.destroy()));
  });

  test("a step that fails leaves the database as it was", async () => {
    const database = connectDatabase({ connectionString: await postgres.createDatabase() }, 1);
    const steps = [
      { id: 1, name: "good", sql: "create table good (n int)" },
      { id: 2, name: "bad", sql: "create table good (n int)" },
    ];
    await expect(migrate(database, steps)).rejects.toMatchObject({ code: "42P07" });
    await migrate(database, [{ id: 1, name: "other", sql: "create table good (n int)" }]);
    await database.destroy();
  });

  test("a plan stored as JSON, before plans were packed, is read as before, also out of a backup of then", async () => {
    const connectionString = await postgres.createDatabase();
    const database = connectDatabase({ connectionString }, 1);
    await migrate(database, MIGRATIONS.slice(0, 5));
    const plan = { ...(await realPlan()), messages: [] };
    const text = JSON.stringify({ ...plan, header: { ...plan.header, title: "题\u0000\ud800 \\n" } });
    const { counts: _, ...row } = documentRow(plan, "p1");
    await database
      .insertInto("documents")
      .values({ ...row, counts: "{}" })
      .execute();
    await sql`insert into digitisations (sha256, program, document_id, plan, millis)
      values (${row.sha256}, 'p1', ${row.id}, ${text}::json, 1)`.execute(database);
    const folder = mkdtempSync(join(tmpdir(), "fangan-old-"));
    const open = async (url: string) => openStore({ databaseUrl: url, dataFolder: folder, filesUrl: null, s3: null });
    await backup({ ...(await open(await postgres.createDatabase())), database }, join(folder, "old.tar"));
    await database.destroy();
    const migrated = await open(connectionString);
    const restored = await open(await postgres.createDatabase());
    await restore(restored, join(folder, "old.tar"), { force: false });
    for (const store of [migrated, restored]) {
      expect(await store.documents.findPlanText(row.id)).toBe(text);
      expect(await store.searchIndex.fill(5)).toBe(1);
      await store.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  test("a database that is newer, or of an edited step, is refused in words", async () => {
    const connectionString = await postgres.createDatabase();
    const database = connectDatabase({ connectionString }, 1);
    await migrate(database, [...MIGRATIONS, { id: 99, name: "tomorrow", sql: "select 1" }]);
    const open = openStore({
      databaseUrl: connectionString,
      dataFolder: postgres.folder,
      filesUrl: "file:///nowhere",
      s3: null,
    });
    const refused = await open.catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseUnfit);
    expect(String(refused)).toContain("step 99 (tomorrow) came: a newer fangan changed it");
    const edited = MIGRATIONS.map((step) => (step.id === 1 ? { ...step, sql: `${step.sql} ` } : step));
    await sql`delete from migrations where id = 99`.execute(database);
    await expect(migrate(database, edited)).rejects.toThrow("step 1 (collection) was applied with other text");
    await database.destroy();
  });
});
