import { parentPort } from "node:worker_threads";
import { digitise } from "../../pipelines/digitise.ts";
import { ReadError } from "../core/outcome.ts";
import { rowOfPlan } from "./plan-row.ts";
import type { Job, JobResult } from "./worker-messages.ts";

/** Runs in a worker thread of its own: turns each file handed over into a plan. A fault of the file is its answer. */
parentPort?.on("message", async (job: Job) => {
  parentPort?.postMessage(await runJob(job));
});

async function runJob({ bytes, fileName, indent }: Job): Promise<JobResult> {
  try {
    const plan = await digitise(bytes, fileName);
    return { kind: "done", text: JSON.stringify(plan, null, indent), row: rowOfPlan(plan) };
  } catch (error) {
    if (error instanceof ReadError) return { kind: "failed", said: error.reason };
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "failed", said: { code: "crashed", facts: { reason } } };
  }
}
