import { Worker } from "node:worker_threads";
import type { Failure, Job, JobResult } from "./worker-messages.ts";

/** What one file may take before its worker is stopped. */
export interface WorkerLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Workers that each take one file at a time; a worker that dies takes down its file alone. */
export interface WorkerPool {
  /** Never rejects: a worker's death is the file's result. */
  readonly run: (job: Job) => Promise<JobResult>;
  readonly close: () => Promise<void>;
}

/** Parsers keep some memory for good; a fresh worker is cheap beside this many files. */
const JOBS_PER_WORKER = 100;

interface Slot {
  worker: Worker | null;
  jobs: number;
}

/** The script that turns files into plans. */
export const DIGITISE_WORKER = new URL("./digitise-worker.ts", import.meta.url);

/** Creates a pool of up to `size` workers, each started with its first file. */
export function createWorkerPool(script: URL, size: number, limits: WorkerLimits): WorkerPool {
  const slots: Slot[] = [];
  const idle: Slot[] = [];
  const waiting: ((slot: Slot) => void)[] = [];

  const takeSlot = async (): Promise<Slot> => {
    const slot = idle.pop();
    if (slot) return slot;
    if (slots.length < size) {
      slots.push({ worker: null, jobs: 0 });
      return slots.at(-1)!;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (slot: Slot): void => {
    const next = waiting.shift();
    if (next) next(slot);
    else idle.push(slot);
  };

  return {
    run: async (job) => {
      const slot = await takeSlot();
      slot.worker ??= startWorker(script, limits);
      const result = await runIn(slot.worker, job, limits);
      slot.jobs++;
      if (!result.alive || slot.jobs % JOBS_PER_WORKER === 0) {
        await slot.worker.terminate();
        slot.worker = null;
      }
      giveBack(slot);
      return result.value;
    },
    close: async () => {
      await Promise.all(slots.map((slot) => slot.worker?.terminate()));
    },
  };
}

function startWorker(script: URL, { megabytes }: WorkerLimits): Worker {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  worker.unref();
  return worker;
}

interface Settled {
  readonly value: JobResult;
  readonly alive: boolean;
}

/** Hands a file to a worker and waits for its answer, its death, or the end of its time. */
function runIn(worker: Worker, job: Job, limits: WorkerLimits): Promise<Settled> {
  return new Promise((resolve) => {
    const answer = (value: JobResult): void => settle(value, true);
    const fail = (error: unknown): void => settle(deathOf(error, limits), false);
    const exit = (code: number): void => fail(new Error(`exit code ${code}`));
    const late = (): void => settle(failure("timed-out", { seconds: limits.seconds }), false);
    const timer = setTimeout(late, limits.seconds * 1000);
    const settle = (value: JobResult, alive: boolean): void => {
      clearTimeout(timer);
      worker.off("message", answer).off("error", fail).off("exit", exit);
      if (!alive) worker.on("error", () => {});
      resolve({ value, alive });
    };
    worker.on("message", answer).on("error", fail).on("exit", exit);
    worker.postMessage(job, [job.bytes.buffer]);
  });
}

function deathOf(error: unknown, { megabytes }: WorkerLimits): JobResult {
  const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  if (isMemory) return failure("out-of-memory", { megabytes });
  return failure("crashed", { reason: error instanceof Error ? error.message : String(error) });
}

const failure = (code: Failure["code"], facts: Failure["facts"]): JobResult => ({
  kind: "failed",
  said: { code, facts },
});
