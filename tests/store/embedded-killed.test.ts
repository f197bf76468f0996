import { spawn } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { DataFolderInUse } from "../../src/store/errors.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createDataFolder } from "../services/embedded-folder.ts";

/** Each opens the database anew, which takes seconds. */
const KILLS = 3;
const PROGRAM = join(import.meta.dirname, "write-until-killed.ts");
const folders: string[] = [];

const newFolder = async (): Promise<string> => {
  const folder = await createDataFolder();
  folders.push(folder);
  return folder;
};
const open = (dataFolder: string, share = false) =>
  openStore({ databaseUrl: null, dataFolder, filesUrl: null, s3: null, share });

/** A process that writes audit events without a pause and says each one that was committed. */
function startWriter(folder: string) {
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const committed: string[] = [];
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const wrote = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      child.once("exit", () => reject(new Error("the writer ended by itself")));
      child.stdout.on("data", (bytes: Buffer) => {
        committed.push(...bytes.toString().split("\n").filter(Boolean));
        if (committed.length >= count) resolve();
      });
    });
  return { child, committed, ended, wrote };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the embedded database in bad times", { timeout: 600_000 }, () => {
  test("killed again and again while it writes, it keeps everything that it had confirmed, once", async () => {
    const folder = await newFolder();
    const confirmed: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      const { child, committed, ended, wrote } = startWriter(folder);
      await wrote(20 + round);
      child.kill("SIGKILL");
      await ended;
      confirmed.push(...committed);
    }
    const store = await open(folder);
    const rows = await store.database.selectFrom("audit_events").select("subject").execute();
    await store.close();
    const kept = rows.map(({ subject }) => subject);
    console.log(`killed ${KILLS} times: ${confirmed.length} writes confirmed, ${kept.length} kept`);
    expect(new Set(kept).size).toBe(kept.length);
    expect(confirmed.filter((subject) => !kept.includes(subject))).toEqual([]);
  });

  test("a second process may not open its folder, but may be its client; its socket is for its user alone", async () => {
    const folder = await newFolder();
    const { child, ended, wrote } = startWriter(folder);
    await wrote(1);
    await expect(open(folder)).rejects.toThrow(DataFolderInUse);
    await expect(open(folder)).rejects.toThrow(`process ${child.pid}`);
    const guest = await open(folder, true);
    expect(guest.kind).toBe("shared-embedded");
    expect((await guest.audit.list({})).items.length).toBeGreaterThan(0);
    expect(statSync(guest.address.host!).mode & 0o777).toBe(0o700);
    await guest.close();
    child.kill("SIGKILL");
    await ended;
    const store = await open(folder);
    expect(store.kind).toBe("embedded");
    await store.close();
    expect(existsSync(store.address.host!)).toBe(false);
  });

  test("a folder with a name too long for a socket, and one whose making was cut short, are opened", async () => {
    const folder = await newFolder();
    const deep = join(folder, "文件夹".repeat(12));
    await createDataFolder(deep);
    const first = await open(deep);
    expect(first.address.host!.length).toBeLessThan(90);
    await first.audit.record({ actor: "local", action: "test", subject: "kept", detail: {} });
    await first.close();
    const again = await open(deep);
    expect((await again.audit.list({})).items).toMatchObject([{ subject: "kept" }]);
    await again.close();
    rmSync(join(deep, "database", "fangan-complete"));
    rmSync(join(deep, "database", "pg_wal"), { recursive: true });
    const anew = await open(deep);
    expect((await anew.audit.list({})).items).toEqual([]);
    await anew.close();
  });

  test("one process opens and closes it many times over", async () => {
    const folder = await newFolder();
    for (let round = 0; round < 3; round++) {
      const store = await open(folder);
      await expect(open(folder)).rejects.toThrow(DataFolderInUse);
      await store.audit.record({ actor: "local", action: "test", subject: String(round), detail: {} });
      expect((await store.audit.list({})).items).toHaveLength(round + 1);
      await Promise.all([store.close(), store.close()]);
    }
  });
});
