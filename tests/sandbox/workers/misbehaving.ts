import { spawn } from "node:child_process";
import { serveJobs } from "../../../src/sandbox/serve-jobs.ts";

/** Does what the file's name says: hang, throw, exit, eat memory, say too much; else answers with what was asked for. */
const MISDEEDS: Readonly<Record<string, () => unknown>> = {
  hang: () => {
    while (true);
  },
  throw: () => {
    setImmediate(() => {
      throw new Error("broken");
    });
    return new Promise(() => {});
  },
  exit: () => process.exit(7),
  eat: () => {
    const kept: number[][] = [];
    while (true) kept.push(Array.from({ length: 100_000 }, (_, index) => index));
  },
  "eat-buffers": () => {
    const kept: Uint8Array[] = [];
    while (true) kept.push(new Uint8Array(1_000_000).fill(1));
  },
  "start-program": () => {
    const program = spawn("sleep", ["600"], { stdio: "inherit" });
    process.stderr.write(`Error: ${program.pid}\n`, () => process.exit(7));
    return new Promise(() => {});
  },
  "keep-memory": () => {
    kept.push(new Uint8Array(24_000_000).fill(1));
  },
};
const kept: Uint8Array[] = [];

serveJobs(async ({ fileName, bytes }, onStage) => {
  onStage("reading");
  await MISDEEDS[fileName]?.();
  onStage("checking");
  const row = { title: fileName, issuer: "", date: "", counts: [bytes.length, process.pid], errors: 0 };
  const text = fileName === "babble" ? "x".repeat(3_000_000) : JSON.stringify(Object.keys(process.env));
  return { kind: "done", text, row };
});
