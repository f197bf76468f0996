import type { Settings } from "../../../schemas/settings.ts";
import { openBackOffice } from "../../queue/open-back-office.ts";
import { startUpkeep } from "../../queue/start-upkeep.ts";
import { startWorkers } from "../../queue/start-workers.ts";
import type { DrawJob, Drawn } from "../../sandbox/worker-messages.ts";
import { createWorkerPool, DRAW_WORKER } from "../../sandbox/worker-pool.ts";
import { isLoopback } from "./access.ts";
import { createServer } from "./create-server.ts";
import type { Server } from "./http.ts";
import { measureStore } from "./measure-store.ts";
import { createMetrics } from "./metrics.ts";
import type { Log } from "./service.ts";
import { sweepIncoming } from "./sweep-incoming.ts";
import { startWebhooks } from "./webhooks/send-webhooks.ts";

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
const DRAW_SECONDS = 30;

/**
 * Starts the whole service in this process: store, queue, workers, webhooks, API and page.
 * @throws KeysWanted; DataFolderInUse and what else the store says; what the system says of the port.
 */
export async function startService(
  settings: Settings,
  log: Log,
  webFolder: string | null = null,
): Promise<RunningService> {
  const tell = (error: Error, where: string): void => log("warn", where, { error: error.message });
  const { store, jobs, comparer, program, close } = await openBackOffice(settings, tell);
  const closers: (() => Promise<unknown>)[] = [close];
  const closeAll = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    if (!isLoopback(settings.host) && !(await store.keys.any())) throw new KeysWanted(settings.host);
    await sweepIncoming(store);
    const metrics = createMetrics();
    const drawers = createWorkerPool<DrawJob, Drawn>(DRAW_WORKER, DRAWERS, {
      seconds: DRAW_SECONDS,
      megabytes: settings.fileMemory,
    });
    closers.push(drawers.close);
    const stop = new AbortController();
    const service = {
      settings,
      store,
      jobs,
      comparer,
      drawers,
      program,
      metrics,
      webFolder,
      stopping: stop.signal,
      log,
    };
    const server = await createServer(service);
    closers.push(() => closeServer(server, stop, settings.shutdownSeconds));
    const url = await server.listen({ host: settings.host, port: settings.port });
    closers.push(startUpkeep({ store, jobs, settings, tell }).close);
    const { webhooks } = store;
    const { webhookPrivate: mayBePrivate } = settings;
    closers.push(startWebhooks({ webhooks, mayBePrivate, log, onSent: metrics.delivered }).close);
    if (settings.workers > 0) {
      const measured = measureStore(store, metrics);
      const workers = await startWorkers({ store: measured, jobs, comparer, settings, program, tell });
      closers.push(workers.close);
    }
    return { url, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Lets followers go at once, waits for requests at work, and after `seconds` for no one. */
async function closeServer(server: Server, stop: AbortController, seconds: number): Promise<void> {
  stop.abort();
  const late = setTimeout(() => server.server.closeAllConnections(), seconds * 1000);
  await server.close();
  clearTimeout(late);
}
