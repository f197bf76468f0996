import type { BatchJob, DigitiseJob } from "../../schemas/job.ts";
import type { Settings } from "../../schemas/settings.ts";
import type { Comparer } from "../sandbox/comparer.ts";
import { createWorkerPool, DIGITISE_WORKER } from "../sandbox/worker-pool.ts";
import type { Store } from "../store/store.ts";
import type { JobWorker, JobWorkerOptions, TellFault } from "./connect-queue.ts";
import { type HandlerParts, handleBatch, handleDigitise, recordGivenUp } from "./handle-jobs.ts";
import { QUEUES } from "./job-names.ts";
import type { Jobs } from "./job-queue.ts";
import { startIndexing } from "./start-indexing.ts";

export type WorkerSettings = Pick<
  Settings,
  "workers" | "fileSeconds" | "fileMemory" | "outputMegabytes" | "stalledSeconds" | "shutdownSeconds"
>;

export interface WorkersRequest {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly comparer: Comparer;
  readonly settings: WorkerSettings;
  /** The digest of the program, as `programDigest` gives it. */
  readonly program: string;
  readonly tell: TellFault;
  /** The script of the sandboxes; the program's own where nothing is said. */
  readonly script?: URL;
}

export interface RunningWorkers {
  /** Takes no more files; waits for those in hand up to `shutdownSeconds`, then gives them back to the queue. Safe to call twice. */
  readonly close: () => Promise<void>;
}

/**
 * How often a file may be found without its worker. A file cannot end a worker, only its own sandbox; so this is high enough for
 * many restarts, and still ends a file that the whole machine dies of.
 */
const MOST_STALLS = 10;
const RETRY_MILLIS = 1000;
/** So that no sandbox waits while the plan before is being stored. */
const AHEAD = 1;
/** A queue in a database is asked anew this often where a notification was missed. */
const DRAIN_SECONDS = 2;

/** Starts `settings.workers` sandboxes, and what feeds them from the queue; none at 0. */
export async function startWorkers(request: WorkersRequest): Promise<RunningWorkers> {
  const { store, jobs, comparer, settings, program, tell } = request;
  if (settings.workers === 0) return { close: async () => {} };
  const limits = {
    seconds: settings.fileSeconds,
    megabytes: settings.fileMemory,
    outputMegabytes: settings.outputMegabytes,
  };
  const sandbox = createWorkerPool(request.script ?? DIGITISE_WORKER, settings.workers, limits, "now");
  const indexing = startIndexing(store, tell);
  const giveBack = new AbortController();
  const parts: HandlerParts = { store, jobs, comparer, program, sandbox, giveBack: giveBack.signal };
  const options = workerOptions(settings);
  const digitise = await jobs.connection.openWorker<DigitiseJob>(
    QUEUES.digitise,
    indexing.after(handleDigitise(parts)),
    {
      ...options,
      concurrency: settings.workers + AHEAD,
    },
  );
  digitise.on("failed", (job, error) => {
    if (job && job.finishedOn !== undefined)
      recordGivenUp(parts, job.data.submission, error.message).catch((fault: Error) => tell(fault, "store"));
  });
  const batch = await jobs.connection.openWorker<BatchJob>(QUEUES.batch, handleBatch(parts), options);
  return { close: once(() => stop([digitise, batch, indexing], settings.shutdownSeconds, giveBack, sandbox.close)) };
}

function workerOptions({ stalledSeconds }: WorkerSettings): JobWorkerOptions {
  return {
    lockDuration: stalledSeconds * 1000,
    stalledInterval: stalledSeconds * 1000,
    maxStalledCount: MOST_STALLS,
    runRetryDelay: RETRY_MILLIS,
    drainDelay: DRAIN_SECONDS,
  };
}

type Closable = Pick<JobWorker<unknown>, "close">;

/** The sandboxes are killed before what is in hand is given back: their files end as died, and go back untried. */
async function stop(
  workers: readonly Closable[],
  graceSeconds: number,
  giveBack: AbortController,
  closeSandbox: () => Promise<void>,
): Promise<void> {
  const timer = setTimeout(() => {
    giveBack.abort();
    void closeSandbox();
  }, graceSeconds * 1000);
  await Promise.all(workers.map((worker) => worker.close()));
  clearTimeout(timer);
  await closeSandbox();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
