import type { StageName } from "../../pipelines/digitise.ts";
import { type SandboxProcess, startSandbox, type WorkerLimits } from "./sandbox-process.ts";
import type { Done, Failed, Job } from "./worker-messages.ts";

/** Processes that each take one file at a time; one that dies takes down its file alone. */
export interface WorkerPool<Given = Job, Answer = Done> {
  /** Never rejects: a worker's death is the file's result. */
  readonly run: (job: Given, onStage?: (stage: StageName) => void) => Promise<Answer | Failed>;
  /** Ends every worker; files in hand fail as crashed. */
  readonly close: () => Promise<void>;
}

/** Parsers keep some memory for good; a fresh worker is cheap beside this many files. */
const JOBS_PER_WORKER = 200;

interface Slot<Given, Answer> {
  worker: SandboxProcess<Given, Answer> | null;
  jobs: number;
}

/** The script that turns files into plans. */
export const DIGITISE_WORKER = new URL("./digitise-worker.ts", import.meta.url);
/** The script that draws pages (`WorkerPool<DrawJob, Drawn>`). */
export const DRAW_WORKER = new URL("./draw-worker.ts", import.meta.url);
/** The script that sets plans side by side (`WorkerPool<CompareJob, Compared>`). */
export const COMPARE_WORKER = new URL("./compare-worker.ts", import.meta.url);
/** The script that cuts words (`WorkerPool<WordsJob, Words>`). */
export const WORDS_WORKER = new URL("./words-worker.ts", import.meta.url);

/** Creates a pool of up to `size` workers, each started with its first file; `now` keeps all of them started, so that no file waits. */
export function createWorkerPool<Given extends object = Job, Answer = Done>(
  script: URL,
  size: number,
  limits: WorkerLimits,
  start: "now" | "when-needed" = "when-needed",
): WorkerPool<Given, Answer> {
  const slots: Slot<Given, Answer>[] = Array.from({ length: size }, () => ({ worker: null, jobs: 0 }));
  const idle = slots.toReversed();
  const waiting: ((slot: Slot<Given, Answer>) => void)[] = [];
  let isClosed = false;

  const fill = (slot: Slot<Given, Answer>): SandboxProcess<Given, Answer> => {
    slot.worker ??= startSandbox<Given, Answer>(script, limits);
    return slot.worker;
  };
  const takeSlot = async (): Promise<Slot<Given, Answer>> =>
    idle.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (slot: Slot<Given, Answer>): void => {
    const next = waiting.shift();
    if (next) next(slot);
    else idle.push(slot);
  };
  const renew = (slot: Slot<Given, Answer>): void => {
    slot.worker?.kill();
    slot.worker = null;
    if (start === "now" && !isClosed) fill(slot);
  };

  if (start === "now") for (const slot of slots) fill(slot);
  return {
    run: async (job, onStage = () => {}) => {
      const slot = await takeSlot();
      if (isClosed) {
        giveBack(slot);
        return { kind: "failed", said: { code: "crashed", facts: { reason: "stopped" } }, died: true };
      }
      const { result, isWorn } = await fill(slot).run(job, onStage);
      if (isWorn || ++slot.jobs % JOBS_PER_WORKER === 0) renew(slot);
      giveBack(slot);
      return result;
    },
    close: async () => {
      isClosed = true;
      for (const { worker } of slots) worker?.kill();
    },
  };
}
