import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openService, type Service } from "../queue/support/service.ts";
import { startSetup } from "../queue/support/setups.ts";
import { waitUntil } from "../services/started.ts";
import { startProcess } from "./support/run-process.ts";

const TIMES = 1.8;
const FULL = Number(process.env.FAULT_FILES ?? 0) >= 500;
const FILES = 60;
/** A parser is at its full speed after so many. */
const WARMING = 40;
const ROUNDS = 5;

const FORMATS = join(import.meta.dirname, "../../fixtures/formats");
const PDFS = readdirSync(FORMATS).map((seed) => readFileSync(join(FORMATS, seed, "plan.pdf")));

let made = 0;
/** PDFs as counties publish them, so that parsing takes the time; what stands behind the end of one makes it new. */
const newFiles = (count: number): { name: string; bytes: Buffer }[] =>
  Array.from({ length: count }, () => {
    const bytes = Buffer.concat([PDFS[++made % PDFS.length]!, Buffer.from(`\n%${made}\n`)]);
    return { name: `plan-${made}.pdf`, bytes };
  });

const IDLE = 0.9;

/** Whether both cores had next to nothing to do for a second: on a busy machine the figures are printed, and nothing is asked of them. */
async function areCoresFree(): Promise<boolean> {
  const before = cpus();
  await sleep(1000);
  return cpus()
    .slice(0, 2)
    .every(({ times }, at) => {
      const was = before[at]!.times;
      const sum = (each: typeof times): number => each.user + each.nice + each.sys + each.idle + each.irq;
      return (times.idle - was.idle) / (sum(times) - sum(was)) >= IDLE;
    });
}

async function countUnsearched({ store: { database } }: Service): Promise<number> {
  const row = await database
    .selectFrom("documents")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("search", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

if (!FULL) console.log("two workers are timed beside one with FAULT_FILES=500 only: a few files say nothing");

/** A worker that may use both cores uses both: V8 compiles and collects beside it. So each has one core, as in a container of one CPU. */
test.skipIf(!FULL)(
  "two workers of one core each do at least 1.8 times the files of one",
  { timeout: 900_000 },
  async () => {
    const setup = await startSetup("Redis + PostgreSQL");
    onTestFinished(setup.stop, 60_000);
    const service = await openService(setup);
    const secondsOf = async (count: number): Promise<number> => {
      const files = newFiles(count);
      const began = performance.now();
      const { batch } = await service.submitBytes(files);
      expect((await service.whenDone(batch, 300)).counts.done).toBe(count);
      return (performance.now() - began) / 1000;
    };
    /** At full speed, and with nothing left to do for the search. */
    const warm = async (workers: number): Promise<void> => {
      await secondsOf(workers * WARMING);
      await waitUntil("all plans are searchable", async () => (await countUnsearched(service)) === 0, 60, 200);
      await sleep(1000);
    };
    const { databaseUrl, redisUrl, dataFolder: data } = setup;
    const startWorker = (core: number) =>
      startProcess({ databaseUrl, redisUrl, data, workers: "1" }, { core, millis: 10_000 });
    const wereFree = await areCoresFree();
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const first = startWorker(0);
      await warm(1);
      const one = await secondsOf(FILES);
      const second = startWorker(1);
      await warm(2);
      const two = await secondsOf(FILES);
      await Promise.all([first.kill(), second.kill()]);
      ratios.push(one / two);
      console.log(
        `${FILES} files: one worker ${one.toFixed(1)} s, two workers ${two.toFixed(1)} s, ${(one / two).toFixed(2)} times as fast`,
      );
    }
    await service.close();
    if (wereFree) expect(median(ratios)).toBeGreaterThanOrEqual(TIMES);
    else console.log("nothing is asked of the figures: other work was at the processor");
  },
);
