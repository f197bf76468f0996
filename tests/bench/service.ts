import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createWorkerPool, DIGITISE_WORKER } from "../../src/sandbox/worker-pool.ts";
import { openService, QUICK } from "../queue/support/service.ts";
import { SETUPS, type Setup, type SetupName, startSetup } from "../queue/support/setups.ts";
import { waitUntil } from "../services/started.ts";
import { processorMillis } from "./processor-time.ts";

const HELP = `node tests/bench/service.ts [--on NAME] [--rounds N] [--files N] [--workers N]
What queue and store cost: the same kinds of files through bare sandboxes, and from submitting to the stored plan, turn by
turn in one run; the median of the rounds, by the clock and by the processor time of all processes. NAME is one of ${SETUPS.map((name) => `"${name}"`).join(", ")}.`;

const FORMATS = join(import.meta.dirname, "../../fixtures/formats");

interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What people upload, without scans and DOC (read by LibreOffice), which take seconds: any queue is nothing beside them. */
const NAMES = ["page.html", "plan.docx", "plan.pdf", "plan.ofd"];

const findSamples = (): Sample[] =>
  readdirSync(FORMATS).flatMap((seed) =>
    readdirSync(join(FORMATS, seed))
      .filter((name) => NAMES.includes(name))
      .map((name) => ({ name, bytes: readFileSync(join(FORMATS, seed, name)) })),
  );

/** As in service: with less, sandboxes are now and then replaced for their memory, and the new ones have everything to learn again. */
const MEGABYTES = 1024;
const PLANS = 5;

let made = 0;
/** Bytes that were never digitised: what stands behind the end of HTML or a PDF, or in the comment of a ZIP, says nothing to a reader. */
function freshCopy({ name, bytes }: Sample): Sample {
  const mark = `<!-- ${++made} -->`;
  const copy = Buffer.concat([bytes, Buffer.from(mark)]);
  if (/\.(?:docx|ofd)$/u.test(name)) copy.writeUInt16LE(mark.length, bytes.length - 2);
  return { name: `${made}-${name}`, bytes: copy };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

interface Cost {
  readonly seconds: number;
  readonly processor: number;
}

async function costOf(setup: Setup, work: () => Promise<unknown>): Promise<Cost> {
  const pids = [process.pid, ...serversOf(setup)];
  const used = processorMillis(pids);
  const began = performance.now();
  await work();
  return { seconds: (performance.now() - began) / 1000, processor: (processorMillis(pids) - used) / 1000 };
}

/** PostgreSQL stands outside of this process's family: who starts it ends. */
const serversOf = ({ postgres }: Setup): number[] =>
  postgres ? [Number(readFileSync(join(postgres.folder, "data/postmaster.pid"), "utf8").split("\n")[0])] : [];

async function measure(name: SetupName, rounds: number, files: number, workers: number): Promise<void> {
  const samples = findSamples();
  const take = (): Sample[] => Array.from({ length: files }, (_, at) => freshCopy(samples[at % samples.length]!));
  const limits = { seconds: QUICK.fileSeconds, megabytes: MEGABYTES };
  const pool = createWorkerPool(DIGITISE_WORKER, workers, limits, "now");
  const runBare = async (given: readonly Sample[]) => {
    const jobs = given.map(({ bytes, name }) => ({ bytes: new Uint8Array(bytes), fileName: name, indent: 0 }));
    const results = await Promise.all(jobs.map((job) => pool.run(job)));
    if (results.some(({ kind }) => kind === "failed")) throw new Error("a sample could not be digitised");
  };
  const setup = await startSetup(name);
  const service = await openService(setup);
  await service.startWorkers({ workers, fileMemory: MEGABYTES });
  const runService = async (given: readonly Sample[]) => {
    const { batch } = await service.submitBytes(given);
    const { counts, report } = await service.whenDone(batch, 600);
    if (counts.done !== given.length) throw new Error(`a submission failed: ${JSON.stringify(report)}`);
  };
  /** What the service does once nobody waits for it (words, lineage) is neither's cost. */
  const rest = async () => {
    await waitUntil(
      "all plans are searchable",
      async () => (await service.store.searchIndex.fill(PLANS)) === 0,
      60,
      200,
    );
    await sleep(1000);
  };
  await runBare(take());
  await runService(take());
  await rest();
  const bare: Cost[] = [];
  const whole: Cost[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await costOf(setup, () => runBare(take())));
    whole.push(await costOf(setup, () => runService(take())));
    await rest();
  }
  const tell = (what: keyof Cost): string => {
    const perFile = (costs: readonly Cost[]): string =>
      `${((median(costs.map((cost) => cost[what])) / files) * 1000).toFixed(0)} ms`;
    const over = median(whole.map((cost, at) => cost[what] / bare[at]![what] - 1));
    return `bare ${perFile(bare)} a file, stored ${perFile(whole)}, ${(over * 100).toFixed(1)}% more`;
  };
  console.log(
    `${name}: ${files} files a round, ${workers} workers; by the clock: ${tell("seconds")}; by processor time: ${tell("processor")} (load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores)`,
  );
  await service.close();
  await pool.close();
  await setup.stop();
}

const { values } = parseArgs({
  options: {
    on: { type: "string" },
    rounds: { type: "string", default: "7" },
    files: { type: "string", default: "68" },
    workers: { type: "string", default: "2" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else
  for (const name of SETUPS.filter((each) => values.on === undefined || each === values.on))
    await measure(name, Number(values.rounds), Number(values.files), Number(values.workers));
