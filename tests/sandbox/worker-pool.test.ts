import { afterEach, expect, test } from "vitest";
import { createWorkerPool, type WorkerPool } from "../../src/sandbox/worker-pool.ts";

const script = new URL("./workers/misbehaving.ts", import.meta.url);
const job = (fileName: string) => ({ bytes: new Uint8Array([1]), fileName, indent: 0 });
let pool: WorkerPool;
afterEach(() => pool.close());

const start = (size: number): void => {
  pool = createWorkerPool(script, size, { seconds: 1, megabytes: 32 });
};

test.each([
  ["hang", { code: "timed-out", facts: { seconds: 1 } }],
  ["throw", { code: "crashed", facts: { reason: "broken" } }],
  ["exit", { code: "crashed", facts: { reason: "exit code 7" } }],
  ["eat", { code: "out-of-memory", facts: { megabytes: 32 } }],
])("a file that makes its worker %s is a named failure, and the next file is done", async (name, said) => {
  start(1);
  const [bad, good] = await Promise.all([pool.run(job(name)), pool.run(job("next"))]);
  expect(bad).toEqual({ kind: "failed", said });
  expect(good).toMatchObject({ kind: "done", row: { title: "next" } });
});

test("more files than workers are all done, each with its own answer", async () => {
  start(2);
  const names = Array.from({ length: 9 }, (_, index) => `plan${index}`);
  const results = await Promise.all(names.map((name) => pool.run(job(name))));
  expect(results.map((result) => result.kind === "done" && result.row.title)).toEqual(names);
});
