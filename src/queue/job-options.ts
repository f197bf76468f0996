import type { JobsOptions } from "bullmq";
import type { Settings } from "../../schemas/settings.ts";

export type JobSettings = Pick<Settings, "attempts" | "backoffMillis" | "keepJobDays">;

const DAY_SECONDS = 86_400;

/**
 * How often work is tried, and how long the queue remembers it; what came of it is in the store. Not how many it remembers: in
 * PostgreSQL each job that ends would then read all that ended before it (`Jobs.trim`).
 */
export function jobOptions({ attempts, backoffMillis, keepJobDays }: JobSettings): JobsOptions {
  const age = Math.max(1, keepJobDays * DAY_SECONDS);
  return {
    attempts,
    backoff: { type: "exponential", delay: backoffMillis, jitter: 0.5 },
    removeOnComplete: { age },
    removeOnFail: { age },
    stackTraceLimit: 3,
  };
}

/** A child that fails for good is no reason to keep a batch waiting for its report. */
export const CHILD_OPTIONS = { ignoreDependencyOnFailure: true } as const;
