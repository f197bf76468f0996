import { spawnSync } from "node:child_process";
import { join } from "node:path";

const PROGRAM = join(import.meta.dirname, "../../../src/apps/cli/fangan.js");

/** Runs the command line in a process of its own, in no particular language. */
export function runProgram(args: readonly string[], input: string | Uint8Array = "") {
  const env = { ...process.env, LANG: "C", LC_ALL: "C" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { input, env, encoding: "utf8" });
  return { status, stdout, stderr };
}
