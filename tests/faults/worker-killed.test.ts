import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openService } from "../queue/support/service.ts";
import { SETUPS, type Setup, startSetup } from "../queue/support/setups.ts";
import { smallPlans } from "../queue/support/small-plan.ts";
import { waitUntil } from "../services/started.ts";
import { expectWhole, findOrphans } from "./support/expect-whole.ts";
import { startProcess, type Told, type WorkerProcess } from "./support/run-process.ts";
import { FILES } from "./support/size.ts";

const KILLS = Math.ceil(FILES / 10);

const settingsOf = (setup: Setup) => ({
  databaseUrl: setup.databaseUrl,
  redisUrl: setup.redisUrl,
  data: setup.dataFolder,
  workers: "2",
  stalledSeconds: "3",
  backoffMillis: "50",
  logLevel: "silent",
});

test.each(SETUPS)(
  "a worker on %s that is killed again and again loses nothing and does nothing twice",
  { timeout: 900_000 },
  async (name) => {
    const setup = await startSetup(name, true);
    onTestFinished(setup.stop, 60_000);
    const before = await openService(setup);
    const { submissions, batch } = await before.submit(smallPlans(FILES));
    await before.close();

    const began = performance.now();
    const kills = await killAgainAndAgain(setup, FILES);
    const seconds = (performance.now() - began) / 1000;

    const after = await openService(setup);
    await expectWhole(after.store, submissions);
    const attempts = await Promise.all(
      submissions.map(async ({ id }) => (await after.store.submissions.find(id))!.attempts),
    );
    const again = attempts.filter((count) => count > 1).length;
    console.log(
      `${name}: ${FILES} files, ${kills} kills, ${again} files begun more than once (at most ${Math.max(...attempts)} times), ${seconds.toFixed(0)} s`,
    );
    expect(kills).toBe(KILLS);
    expect(await after.store.batches.find(batch)).toMatchObject({ state: "done", counts: { done: FILES, failed: 0 } });
    expect((await after.jobs.counts()).waiting).toBe(0);
    await waitUntil("no sandbox is left", async () => findOrphans().length === 0, 10);
    await after.close();
  },
);

/** Each worker is killed a moment after it has ended a few more files; the last one is left to end them all. */
async function killAgainAndAgain(setup: Setup, files: number): Promise<number> {
  let ended = 0;
  for (let kills = 0; kills < KILLS; kills++) {
    const worker = startProcess(settingsOf(setup));
    const goal = Math.min(ended + files / KILLS / 2, files - 1);
    await waitUntil("the worker ends more files", async () => toldBy(worker).ended >= goal, 300);
    await sleep(Math.random() * 300);
    ended = toldBy(worker).ended;
    await worker.kill();
  }
  const last = startProcess(settingsOf(setup));
  await waitUntil("the last worker ends all", async () => toldBy(last).left === 0, 300);
  await last.kill();
  return KILLS;
}

function toldBy(worker: WorkerProcess): Told {
  if (!worker.isAlive()) throw new Error("the worker ended by itself");
  return worker.told() ?? { ended: 0, left: Number.POSITIVE_INFINITY };
}
