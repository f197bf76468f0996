import { type ChildProcess, fork } from "node:child_process";

export interface Told {
  /** Submissions. */
  readonly ended: number;
  /** Submissions without an end, and batches without a report. */
  readonly left: number;
}

export interface WorkerProcess {
  /** What it told last. */
  readonly told: () => Told | null;
  /** SIGKILL, and nothing else: no chance to tidy up. */
  readonly kill: () => Promise<void>;
  readonly isAlive: () => boolean;
}

/** Starts a worker in a process of its own; `settings` are texts, as the environment would give them. */
export function startProcess(settings: Readonly<Record<string, string | null>>): WorkerProcess {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
  const child: ChildProcess = fork(new URL("./worker-process.ts", import.meta.url), [JSON.stringify(given)], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let told: Told | null = null;
  child.on("message", (message: Told) => {
    told = message;
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    told: () => told,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
