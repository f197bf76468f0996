import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openService } from "../queue/support/service.ts";
import { startSetup } from "../queue/support/setups.ts";

const TIMES = 1.8;
const FULL = Number(process.env.FAULT_FILES ?? 0) >= 500;
const FILES = 80;
const TRIES = 3;

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

/**
 * Whether two cores had next to nothing to do for a second: on a busy machine the figures are printed, and nothing is asked of
 * them.
 */
async function areCoresFree(): Promise<boolean> {
  const before = cpus();
  await sleep(1000);
  const free = cpus().map(({ times }, at) => {
    const was = before[at]!.times;
    const sum = (each: typeof times): number => each.user + each.nice + each.sys + each.idle + each.irq;
    return (times.idle - was.idle) / (sum(times) - sum(was));
  });
  return free.filter((share) => share >= IDLE).length >= 2;
}

if (!FULL) console.log("two workers are timed beside one with FAULT_FILES=500 only: a few files say nothing");

test.skipIf(!FULL)("two workers do at least 1.8 times the files of one", { timeout: 600_000 }, async () => {
  const setup = await startSetup("Redis + PostgreSQL");
  onTestFinished(setup.stop, 60_000);
  const service = await openService(setup);
  const secondsOf = async (workers: number): Promise<number> => {
    const files = newFiles(FILES);
    // Each worker has compiled what it needs when the time begins.
    const warm = await service.submitBytes(newFiles(workers * PDFS.length));
    const running = await service.startWorkers({ workers });
    await service.whenDone(warm.batch, 120);
    const began = performance.now();
    const { batch } = await service.submitBytes(files);
    await service.whenDone(batch, 300);
    const seconds = (performance.now() - began) / 1000;
    await running.close();
    return seconds;
  };
  const wereFree = await areCoresFree();
  const ratios: number[] = [];
  while (ratios.length < TRIES && Math.max(0, ...ratios) < TIMES) {
    const one = await secondsOf(1);
    const two = await secondsOf(2);
    ratios.push(one / two);
    console.log(
      `${FILES} files: one worker ${one.toFixed(1)} s, two workers ${two.toFixed(1)} s, ${(one / two).toFixed(2)} times as fast`,
    );
  }
  await service.close();
  if (wereFree) expect(Math.max(...ratios)).toBeGreaterThanOrEqual(TIMES);
  else console.log("nothing is asked of the figures: other work was at the processor");
});
