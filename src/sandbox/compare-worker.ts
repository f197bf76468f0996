import { compare } from "../../pipelines/compare.ts";
import { buildMatrix } from "../compare/matrix/build-matrix.ts";
import { serveJobs } from "./serve-jobs.ts";
import type { Compared, CompareJob } from "./worker-messages.ts";

/** Runs in a process of its own: a hundred plans side by side take seconds, and the words of a plan a dictionary of 300 MB. */
serveJobs<CompareJob, Compared>(async (job) => {
  try {
    if (job.as === "comparisons") return { kind: "compared", comparisons: compare(job.template, job.plans) };
    return { kind: "compared", matrix: buildMatrix(job.plans, job.template) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "failed", said: { code: "crashed", facts: { reason } } };
  }
});
