import type { Settings } from "../../../schemas/settings.ts";
import type { TellFault } from "../../queue/connect-queue.ts";
import { openBackOffice } from "../../queue/open-back-office.ts";
import { startUpkeep } from "../../queue/start-upkeep.ts";
import { startWorkers } from "../../queue/start-workers.ts";

/** A lost server can hold up the closing of its connections; nothing is lost by leaving without them. */
const CLOSE_SECONDS = 10;

/**
 * `fangan worker`: takes files from the queue until it is told to stop (SIGTERM, SIGINT). Those in hand are finished within
 * `shutdownSeconds` or go back; a second signal ends at once.
 * @param tell is told what happens to connections, and that the worker is ready.
 * @throws what store or queue say where they cannot be opened.
 */
export async function runWorker(settings: Settings, tell: TellFault, onReady: () => void = () => {}): Promise<void> {
  const stopped = whenTold();
  const { store, jobs, comparer, program, close } = await openBackOffice(settings, tell, true);
  const workers = await startWorkers({ store, jobs, comparer, settings, program, tell });
  const upkeep = startUpkeep({ store, jobs, settings, tell });
  onReady();
  await stopped;
  const late = setTimeout(() => process.exit(1), (settings.shutdownSeconds + CLOSE_SECONDS) * 1000);
  await upkeep.close();
  await workers.close();
  await close();
  clearTimeout(late);
}

function whenTold(): Promise<void> {
  const told = Promise.withResolvers<void>();
  let signals = 0;
  const hear = (): void => {
    if (++signals > 1) process.exit(1);
    told.resolve();
  };
  process.on("SIGTERM", hear).on("SIGINT", hear);
  return told.promise;
}
