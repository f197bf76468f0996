import type { Comparison } from "../../schemas/comparison.ts";
import type { Matrix } from "../../schemas/matrix.ts";
import type { Plan } from "../../schemas/plan.ts";
import { ReadError } from "../core/outcome.ts";
import type { Compared, CompareJob } from "./worker-messages.ts";
import { COMPARE_WORKER, createWorkerPool } from "./worker-pool.ts";

/** Sets plans side by side in a process that is started for the first of them. */
export interface Comparer {
  /** @throws ReadError where it takes too much time or memory. */
  readonly compare: (template: Plan, local: Plan) => Promise<Comparison>;
  /** @throws ReadError where it takes too much time or memory. */
  readonly buildMatrix: (plans: readonly Plan[], template: Plan | null) => Promise<Matrix>;
  readonly close: () => Promise<void>;
}

const LIMITS = { seconds: 300, megabytes: 2048 };

export function createComparer(): Comparer {
  const pool = createWorkerPool<CompareJob, Compared>(COMPARE_WORKER, 1, LIMITS);
  const run = async (job: CompareJob): Promise<Compared> => {
    const result = await pool.run(job);
    if (result.kind === "failed") throw new ReadError(result.said.code, result.said.facts);
    return result;
  };
  return {
    compare: async (template, local) => (await run({ as: "comparisons", template, plans: [local] })).comparisons![0]!,
    buildMatrix: async (plans, template) => (await run({ as: "matrix", template, plans })).matrix!,
    close: pool.close,
  };
}
