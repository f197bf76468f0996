import { digitise } from "../../pipelines/digitise.ts";
import { ReadError } from "../core/outcome.ts";
import { rowOfPlan } from "./plan-row.ts";
import { serveJobs } from "./serve-jobs.ts";

/** Runs in a process of its own: turns each file handed over into a plan. A fault of the file is its answer. */
serveJobs(async ({ bytes, fileName, indent }, onStage) => {
  try {
    const plan = await digitise(bytes, fileName, onStage);
    return { kind: "done", text: JSON.stringify(plan, null, indent), row: rowOfPlan(plan) };
  } catch (error) {
    if (error instanceof ReadError) return { kind: "failed", said: error.reason };
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "failed", said: { code: "crashed", facts: { reason } } };
  }
});
