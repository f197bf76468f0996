import { mkdtempSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openJobs } from "../../src/queue/job-queue.ts";
import { openEmbedded } from "../../src/store/embedded/open-embedded.ts";
import { createDataFolder } from "../services/embedded-folder.ts";

const SETTINGS = { attempts: 1, backoffMillis: 10, keepJobDays: 1 };

/** Stands before the database: hangs up on the connections of these numbers, from 1, and passes the others on. */
async function startDoor(database: { host: string; port: number }, refused: ReadonlySet<number>) {
  const host = mkdtempSync(join(tmpdir(), "fangan-door-"));
  let count = 0;
  const server = createServer((client) => {
    if (refused.has(++count)) return void client.destroy();
    const behind = connect(join(database.host, `.s.PGSQL.${database.port}`));
    client.pipe(behind).pipe(client);
    for (const socket of [client, behind]) socket.on("error", () => {}).on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(join(host, ".s.PGSQL.5432"), resolve));
  onTestFinished(() => void server.close());
  return { address: { host, port: 5432, user: "postgres", database: "postgres" }, count: () => count };
}

test.each([[[2]], [[2, 3, 4]], [[1, 3]]])(
  "a queue whose connections %j are refused at the start works all the same",
  {
    timeout: 120_000,
  },
  async (refused) => {
    const database = await openEmbedded(await createDataFolder(), false);
    const door = await startDoor(database, new Set(refused));
    const jobs = await openJobs({ redisUrl: null, database: door.address }, SETTINGS, () => {});
    expect(door.count()).toBeGreaterThan(refused.length);
    await jobs.check();
    await jobs.addBatch("b", [{ id: "one", priority: 1 }]);
    expect(await jobs.findState("one")).toBe("waiting");
    await jobs.close();
    await database.close();
  },
);
