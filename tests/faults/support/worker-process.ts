import { setTimeout as sleep } from "node:timers/promises";
import { Settings } from "../../../schemas/settings.ts";
import { openBackOffice } from "../../../src/queue/open-back-office.ts";
import { reconcile } from "../../../src/queue/reconcile.ts";
import { startUpkeep } from "../../../src/queue/start-upkeep.ts";
import { startWorkers } from "../../../src/queue/start-workers.ts";

/**
 * A worker as `fangan worker` runs it, or, on the embedded database, as `fangan serve` does: until it is killed. Tells its parent how
 * many submissions have an end, and how much is left to do with the reports. Settings come as JSON on the command line, then the milliseconds between two tellings.
 */
const settings = Settings.parse(JSON.parse(process.argv[2]!));
const tell = (): void => {};
const { store, jobs, comparer, program } = await openBackOffice(settings, tell);
await reconcile({ store, jobs, graceSeconds: 0 });
startUpkeep({ store, jobs, settings, tell, everySeconds: 2 });
await startWorkers({ store, jobs, comparer, settings, program, tell });
process.on("disconnect", () => process.exit());
while (true) {
  const { queued, running, done, failed } = await store.submissions.counts();
  const reports = (await store.batches.listReady()).length;
  process.send?.({ ended: done + failed, left: queued + running + reports });
  await sleep(Number(process.argv[3]));
}
