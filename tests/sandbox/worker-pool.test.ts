import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { JobResult } from "../../src/sandbox/worker-messages.ts";
import { createWorkerPool, type WorkerPool } from "../../src/sandbox/worker-pool.ts";

const script = new URL("./workers/misbehaving.ts", import.meta.url);
const job = (fileName: string, length = 1) => ({ bytes: new Uint8Array(length), fileName, indent: 0 });
let pool: WorkerPool;
afterEach(() => pool.close());

const start = (size: number, seconds = 10): void => {
  pool = createWorkerPool(script, size, { seconds, megabytes: 48, outputMegabytes: 1 });
};
const rowOf = (result: JobResult) => (result.kind === "done" ? result.row : null);
const pidOf = (result: JobResult): number => rowOf(result)?.counts[1] ?? 0;

test.each([
  ["hang", { said: { code: "timed-out", facts: { seconds: 1 } } }],
  ["throw", { said: { code: "crashed", facts: { reason: "broken" } }, died: true }],
  ["exit", { said: { code: "crashed", facts: { reason: "exit code 7" } }, died: true }],
  ["eat", { said: { code: "out-of-memory", facts: { megabytes: 48 } } }],
  ["eat-buffers", { said: { code: "out-of-memory", facts: { megabytes: 48 } } }],
  ["babble", { said: { code: "too-large", facts: { detail: "plan", bytes: 3_000_000, limit: 1_048_576 } } }],
])("a file that makes its worker %s is a named failure, and the next file is done", async (name, failure) => {
  start(1, name === "hang" ? 1 : 10);
  const [bad, good] = await Promise.all([pool.run(job(name)), pool.run(job("next"))]);
  expect(bad).toEqual({ kind: "failed", ...failure });
  expect(rowOf(good)?.title).toBe("next");
});

test("more files than workers are all done, each with its own answer", async () => {
  start(2);
  const names = Array.from({ length: 9 }, (_, index) => `plan${index}`);
  const results = await Promise.all(names.map((name) => pool.run(job(name))));
  expect(results.map((result) => rowOf(result)?.title)).toEqual(names);
  expect(new Set(results.map(pidOf)).size).toBe(2);
});

test("the stages of a file are told as they begin", async () => {
  start(1);
  const stages: string[] = [];
  await pool.run(job("plan"), (stage) => stages.push(stage));
  expect(stages).toEqual(["reading", "checking"]);
});

test("fifty megabytes arrive whole", async () => {
  pool = createWorkerPool(script, 1, { seconds: 20, megabytes: 512 });
  expect(rowOf(await pool.run(job("plan", 50_000_000)))?.counts[0]).toBe(50_000_000);
});

test("a worker that has kept half of its memory is changed for a fresh one", async () => {
  start(1);
  const first = await pool.run(job("plan"));
  const heavy = await pool.run(job("keep-memory"));
  const next = await pool.run(job("plan"));
  expect(pidOf(heavy)).toBe(pidOf(first));
  expect(pidOf(next)).not.toBe(pidOf(first));
});

test("a program that a reader started ends with its worker", async () => {
  start(1);
  const result = await pool.run(job("start-program"));
  const pid = result.kind === "failed" ? Number(result.said.facts.reason) : 0;
  expect(pid).toBeGreaterThan(0);
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test("a worker in an endless loop ends when its service is killed", async () => {
  const service = fork(new URL("./workers/service.ts", import.meta.url), { execArgv: [] });
  const pid = await new Promise<number>((resolve) => service.on("message", (said) => resolve(Number(said))));
  expect(isAlive(pid)).toBe(true);
  service.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  start(1);
});

test("a parser sees no passwords of the service", async () => {
  process.env.FANGAN_TEST_SECRET = "secret";
  start(1);
  const result = await pool.run(job("plan"));
  delete process.env.FANGAN_TEST_SECRET;
  const names: string[] = JSON.parse(result.kind === "done" ? result.text : "[]");
  expect(names).toContain("PATH");
  expect(names).not.toContain("FANGAN_TEST_SECRET");
});

test("a pool that is closed answers those who wait", async () => {
  start(1);
  const running = pool.run(job("hang"));
  const waiting = pool.run(job("plan"));
  await sleep(100);
  await pool.close();
  expect((await Promise.all([running, waiting])).map(({ kind }) => kind)).toEqual(["failed", "failed"]);
});

/** What nobody has waited for yet is dead all the same. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
