import { basename } from "node:path";
import { Plan } from "../../../schemas/plan.ts";
import { ReadError } from "../../core/outcome.ts";
import { readJson } from "../../core/read-json.ts";
import { createWorkerPool, DIGITISE_WORKER, type WorkerPool } from "../../sandbox/worker-pool.ts";
import { defaultJobs } from "./default-jobs.ts";
import { findInputs, type Input, labelOf, SOURCES_AND_PLANS } from "./find-inputs.ts";
import { createInputBytes } from "./input-bytes.ts";
import { readContract } from "./json-input.ts";
import { type Said, say, type Wording } from "./language.ts";
import type { ProgressLine } from "./progress-line.ts";
import { reportMissing } from "./report-missing.ts";

const PLAN = { name: "plan/1", schema: Plan };

/** What a loader needs of the command line. */
export interface LoadOptions {
  /** Seconds and megabytes for one source file. */
  readonly timeout: number;
  readonly memory: number;
}

export interface FoundPlans {
  readonly inputs: readonly Input[];
  /** Whether an argument came to nothing; it has been said. */
  readonly missing: boolean;
}

/** An input with its plan; null where it has none, which has been said. */
export interface LoadedPlan {
  readonly input: Input;
  readonly plan: Plan | null;
}

/** Turns paths into plans: plan JSON as it is, source files digitised in workers. Says on the way what fails. */
export interface PlanLoader {
  readonly find: (paths: readonly string[]) => Promise<FoundPlans>;
  readonly load: (inputs: readonly Input[]) => Promise<LoadedPlan[]>;
}

export function createPlanLoader(options: LoadOptions, progress: ProgressLine, wording: Wording): PlanLoader {
  const source = createInputBytes();
  const tell = (input: Input, said: Said): void => progress.print(`${labelOf(input)}: ${say(said, wording)}`);

  const loadOne = async (input: Input, pool: WorkerPool): Promise<Plan | null> => {
    const outcome = await source
      .read(input)
      .then((bytes) => planOf(bytes, basename(input.name), pool))
      .catch((error: unknown) => ({ said: faultOf(error) }));
    if ("value" in outcome) return outcome.value;
    tell(input, outcome.said);
    return null;
  };

  return {
    find: async (paths) => {
      const found = await findInputs(paths, "stdin", SOURCES_AND_PLANS);
      const { inputs, notes } = await source.expand(found.flatMap((each) => each.inputs ?? []));
      for (const { input, said } of notes) tell(input, said);
      const isMissing = reportMissing(found, progress, wording);
      return { inputs, missing: isMissing || notes.some(({ said }) => said.code === "nothing-found") };
    },
    load: async (inputs) => {
      const jobs = await defaultJobs(inputs);
      const pool = createWorkerPool(DIGITISE_WORKER, jobs, { seconds: options.timeout, megabytes: options.memory });
      const loaded = await inTurns(inputs, jobs, async (input, done) => {
        progress.show(done, inputs.length, input.name);
        return { input, plan: await loadOne(input, pool) };
      });
      await pool.close();
      progress.clear();
      return loaded;
    },
  };
}

/** Does an act for each entry, a few at a time; the results stand in the order of the entries. */
async function inTurns<T, R>(
  entries: readonly T[],
  most: number,
  act: (entry: T, done: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < entries.length; at = next++) results[at] = await act(entries[at]!, at);
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
}

async function planOf(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
  pool: WorkerPool,
): Promise<{ readonly value: Plan } | { readonly said: Said }> {
  const json = readJson(bytes);
  if (json !== undefined || /\.json$/iu.test(fileName)) return readContract(json, PLAN);
  const result = await pool.run({ bytes, fileName, indent: 0 });
  return result.kind === "done" ? { value: JSON.parse(result.text) } : { said: result.said };
}

function faultOf(error: unknown): Said {
  if (error instanceof ReadError) return error.reason;
  if (error instanceof Error && "code" in error) return { code: "cannot-read", facts: { reason: String(error.code) } };
  throw error;
}
