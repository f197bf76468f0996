import { flushCompileCache } from "node:module";
import { Worker } from "node:worker_threads";
import type { StageName } from "../../pipelines/digitise.ts";
import type { WatchdogData } from "./watchdog.ts";
import type { Done, Failed, Job, WorkerMessage } from "./worker-messages.ts";

export type JobHandler<Given, Answer> = (job: Given, onStage: (stage: StageName) => void) => Promise<Answer | Failed>;

/**
 * A sandbox is killed, and never comes to the end at which Node keeps what it compiled: that is done once it is loaded, and
 * after its first files, for a reader is loaded with the first file of its format.
 */
const KEPT_AFTER = 8;
const MEGABYTE = 1024 * 1024;

/**
 * The inside of a sandbox: answers each file that the parent process sends, under a watchdog that ends this process where it takes
 * more than the megabytes named first on its command line, or its parent is gone. A plan of more than the megabytes named second
 * is a failure.
 */
export function serveJobs<Given = Job, Answer extends object = Done>(handle: JobHandler<Given, Answer>): void {
  const [megabytes, outputMegabytes] = process.argv.slice(2).map(Number) as [number, number];
  const atStart = process.memoryUsage.rss();
  const watchdog = watch({ bytes: atStart + megabytes * MEGABYTE, parent: process.ppid });
  process.on("disconnect", () => process.exit());
  let jobs = 0;
  process.on("message", async (job: Given) => {
    const result = await handle(job, (stage) => tell({ kind: "stage", stage }));
    const isWorn = process.memoryUsage.rss() - atStart > (megabytes * MEGABYTE) / 2;
    tell({ kind: "result", result: bounded(result, outputMegabytes * MEGABYTE), isWorn });
    if (++jobs <= KEPT_AFTER) flushCompileCache();
  });
  watchdog.once("online", () => {
    tell({ kind: "ready" });
    flushCompileCache();
  });
}

const tell = <Answer>(message: WorkerMessage<Answer>): void => {
  process.send?.(message);
};

const watch = (workerData: WatchdogData): Worker =>
  new Worker(new URL("./watchdog.ts", import.meta.url), { workerData });

function bounded<Answer extends object>(result: Answer | Failed, limit: number): Answer | Failed {
  if (!("text" in result) || typeof result.text !== "string") return result;
  const bytes = Buffer.byteLength(result.text);
  if (bytes <= limit) return result;
  return { kind: "failed", said: { code: "too-large", facts: { detail: "plan", bytes, limit } } };
}
