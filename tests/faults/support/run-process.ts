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

const pinned = (core: number) => ({ execPath: "taskset", execArgv: ["-c", String(core), process.execPath] });

interface Way {
  /** It and its sandboxes run on this one alone, as in a container of one CPU. */
  readonly core?: number;
  /** Between two tellings; each asks the store. */
  readonly millis?: number;
}

/** Starts a worker in a process of its own; `settings` are texts, as the environment would give them. */
export function startProcess(
  settings: Readonly<Record<string, string | null>>,
  { core, millis = 100 }: Way = {},
): WorkerProcess {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
  const child: ChildProcess = fork(
    new URL("./worker-process.ts", import.meta.url),
    [JSON.stringify(given), String(millis)],
    {
      ...(core === undefined ? { execArgv: [] } : pinned(core)),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
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
