import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startUpkeep } from "../../src/queue/start-upkeep.ts";
import { openService, type Service } from "../queue/support/service.ts";
import { type Setup, startSetup } from "../queue/support/setups.ts";
import { smallPlans } from "../queue/support/small-plan.ts";
import { type Started, waitUntil } from "../services/started.ts";
import { expectWhole } from "./support/expect-whole.ts";
import { FILES } from "./support/size.ts";

const RESTARTS = 5;

interface Fall {
  readonly what: string;
  readonly setup: "Redis + PostgreSQL" | "PostgreSQL";
  readonly serverOf: (setup: Setup) => Started;
}

const FALLS: readonly Fall[] = [
  { what: "Redis", setup: "Redis + PostgreSQL", serverOf: ({ redis }) => redis! },
  { what: "PostgreSQL beside a Redis", setup: "Redis + PostgreSQL", serverOf: ({ postgres }) => postgres! },
  { what: "PostgreSQL with the queue in it", setup: "PostgreSQL", serverOf: ({ postgres }) => postgres! },
];

test.each(FALLS)(
  "$what may stop, be killed and come back: nothing is lost, nothing is done twice",
  { timeout: 900_000 },
  async (fall) => {
    const setup = await startSetup(fall.setup, true);
    onTestFinished(setup.stop, 60_000);
    const service = await openService(setup);
    const { store, jobs, tell } = service;
    const { submissions, batch } = await service.submit(smallPlans(FILES));
    const upkeep = startUpkeep({
      store,
      jobs,
      tell,
      everySeconds: 2,
      settings: { keepSubmissionDays: 1, keepAuditDays: 1 },
    });
    const workers = await service.startWorkers();

    const began = performance.now();
    await restartAgainAndAgain(service, fall.serverOf(setup));
    await service.whenDone(batch, 600);
    const seconds = (performance.now() - began) / 1000;

    await workers.close();
    await upkeep.close();
    await expectWhole(store, submissions);
    const kinds = new Set(service.faults.map((fault) => fault.replaceAll(/[\d:.]+|s-\S+/gu, "#")));
    console.log(
      `${fall.what}: ${FILES} files, ${RESTARTS} restarts, ${service.faults.length} faults told (${kinds.size} kinds), ${seconds.toFixed(0)} s`,
    );
    expect(await store.batches.find(batch)).toMatchObject({ counts: { done: FILES, failed: 0 } });
    await service.close();
  },
);

/** Spread over the files; the second and fourth time it is killed, and gone for a second. */
async function restartAgainAndAgain({ store }: Service, server: Started): Promise<void> {
  for (let restart = 1; restart <= RESTARTS; restart++) {
    const goal = (FILES * restart) / (RESTARTS + 1);
    await waitUntil(`${goal} files are done`, async () => (await countDone(store)) >= goal, 300);
    if (restart % 2 === 1) await server.restart();
    else {
      await server.kill();
      await sleep(1000);
      await server.start();
    }
  }
}

/** The store may be away just now. */
const countDone = (store: Service["store"]): Promise<number> =>
  store.submissions.counts().then(
    ({ done }) => done,
    () => 0,
  );
