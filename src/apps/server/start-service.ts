import type { Settings } from "../../../schemas/settings.ts";
import { openBackOffice } from "../../queue/open-back-office.ts";
import { startUpkeep } from "../../queue/start-upkeep.ts";
import { startWorkers } from "../../queue/start-workers.ts";
import { createWorkerPool, DIGITISE_WORKER } from "../../sandbox/worker-pool.ts";
import { isLoopback } from "./access.ts";
import { createServer } from "./create-server.ts";
import type { Log } from "./service.ts";

/** A server that runs: where it listens, and how it ends. */
export interface RunningService {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Bound beyond loopback, a server without keys would be open to everybody. */
export class KeysWanted extends Error {
  override readonly name = "KeysWanted";

  constructor(host: string) {
    super(
      `an API key was expected, for ${host} is not a loopback address and there is none; make one with: fangan keys create --name NAME --scope admin`,
    );
  }
}

const DRAWERS = 1;

/**
 * Starts the whole service in this process: store, queue, workers, API and page.
 * @throws KeysWanted; DataFolderInUse and what else the store says; what the system says of the port.
 */
export async function startService(settings: Settings, log: Log): Promise<RunningService> {
  const tell = (error: Error, where: string): void => log("warn", where, { error: error.message });
  const { store, jobs, program, close } = await openBackOffice(settings, tell);
  const closers: (() => Promise<unknown>)[] = [close];
  const closeAll = async (): Promise<void> => {
    for (const end of closers.toReversed()) await end();
  };
  try {
    if (!isLoopback(settings.host) && !(await store.keys.any())) throw new KeysWanted(settings.host);
    const workers = settings.workers > 0 ? await startWorkers({ store, jobs, settings, program, tell }) : null;
    if (workers) closers.push(workers.close);
    closers.push(startUpkeep({ store, jobs, settings, tell }).close);
    const sandbox = createWorkerPool(DIGITISE_WORKER, DRAWERS, {
      seconds: settings.fileSeconds,
      megabytes: settings.fileMemory,
    });
    closers.push(sandbox.close);
    const server = await createServer({ settings, store, jobs, sandbox, program, log });
    closers.push(() => server.close());
    const url = await server.listen({ host: settings.host, port: settings.port });
    return { url, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
