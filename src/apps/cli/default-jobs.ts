import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { Input } from "./find-inputs.ts";

/** A worker takes 0.7 s of a processor to start, as long as a quarter of a megabyte to digitise: small runs need but one. */
const BYTES_PER_WORKER = 256 * 1024;
const MOST_JOBS = 8;

/** How many files to have in hand at a time: by their size, at most one a processor. */
export async function defaultJobs(inputs: readonly Input[]): Promise<number> {
  const paths = new Set(inputs.map(({ path }) => path));
  const sizes = await Promise.all([...paths].map((path) => stat(path).catch(() => null)));
  const bytes = sizes.reduce((sum, entry) => sum + (entry?.size ?? 0), 0);
  return Math.min(Math.ceil(bytes / BYTES_PER_WORKER) || 1, availableParallelism(), MOST_JOBS);
}
