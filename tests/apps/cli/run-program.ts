import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { vi } from "vitest";

const PROGRAM = join(import.meta.dirname, "../../../src/apps/cli/fangan.js");
const LONGEST_MILLIS = 120_000;

/** A new process takes seconds where other tests keep the processors busy. */
vi.setConfig({ testTimeout: LONGEST_MILLIS, hookTimeout: LONGEST_MILLIS });

/** In no particular language, and with no setting of whoever runs the tests. */
const envWith = (env: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  LANG: "C",
  LC_ALL: "C",
  ...env,
});

/** Runs the command line in a process of its own. */
export function runProgram(
  args: readonly string[],
  input: string | Uint8Array = "",
  env: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    input,
    env: envWith(env),
    encoding: "utf8",
    timeout: LONGEST_MILLIS,
  });
  return { status, stdout, stderr };
}

/** A command that goes on until it is told to stop. */
export interface Running {
  readonly process: ChildProcess;
  /** What it has said so far, on both streams. */
  readonly said: () => string;
  /** Waits until it says something that matches. */
  readonly hear: (expected: RegExp) => Promise<RegExpExecArray>;
  /** Resolves when it ends by itself: the exit status, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Tells it to stop; the exit status, or the signal that ended it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | string>;
}

/** Starts a command that goes on. */
export function startProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: envWith(env), stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = new Promise<number | string>((resolve) =>
    child.once("close", (code, signal) => resolve(code ?? signal ?? "")),
  );
  return {
    process: child,
    said: () => said,
    ended,
    hear: async (expected) => {
      for (const until = Date.now() + LONGEST_MILLIS; Date.now() < until; ) {
        const match = expected.exec(said);
        if (match) return match;
        if (child.exitCode !== null) throw new Error(`${expected} was expected, it ended and said: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${expected} was expected, it said: ${said}`);
    },
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}
