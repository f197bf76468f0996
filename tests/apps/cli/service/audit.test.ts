import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../../../src/store/open-store.ts";
import { createDataFolder } from "../../../services/embedded-folder.ts";
import { runProgram } from "../run-program.ts";

/** Commands that write to a store go past the API: each leaves its event itself. */
test("keys made and revoked, a repair and a restore by the command line are in the audit", {
  timeout: 600_000,
}, async () => {
  const data = await createDataFolder();
  const run = (...args: string[]) => runProgram([...args, "--data", data]);
  const key = run("keys", "create", "--name", "住建局", "--scope", "admin").stdout.trim();
  const [, , id] = (await listEvents(data))[0]!;
  expect(run("keys", "revoke", id!).status).toBe(0);
  const backup = join(mkdtempSync(join(tmpdir(), "fangan-backup-")), "all.tar");
  expect(run("backup", backup).status).toBe(0);
  const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
  const left = join(data, "files", "incoming", "left");
  writeFileSync(left, "half");
  utimesSync(left, twoHoursAgo, twoHoursAgo);
  expect(run("check-store", "--repair").status).toBe(3);

  expect(await listEvents(data)).toEqual([
    ["cli", "key.create", id],
    ["cli", "key.revoke", id],
    ["cli", "store.repair", "store"],
  ]);
  expect(run("restore", backup, "--force").status).toBe(0);
  expect(await listEvents(data)).toEqual([
    ["cli", "key.create", id],
    ["cli", "key.revoke", id],
    ["cli", "store.restore", "store"],
  ]);
  expect(JSON.stringify(await listEvents(data))).not.toContain(key);
});

/** The oldest first. */
async function listEvents(dataFolder: string): Promise<readonly (readonly string[])[]> {
  const store = await openStore({ databaseUrl: null, dataFolder, filesUrl: null, s3: null });
  try {
    const { items } = await store.audit.list({});
    return items.toReversed().map(({ actor, action, subject }) => [actor, action, subject]);
  } finally {
    await store.close();
  }
}
