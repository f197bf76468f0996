import { type ChildProcess, fork } from "node:child_process";
import type { StageName } from "../../pipelines/digitise.ts";
import { type Failed, type Failure, OUT_OF_MEMORY, type WorkerMessage } from "./worker-messages.ts";

/** What one file may take before its worker is stopped. */
export interface WorkerLimits {
  readonly seconds: number;
  /** Memory beyond what the program itself takes. */
  readonly megabytes: number;
  /** Of the plan's JSON; 64 where nothing is said. */
  readonly outputMegabytes?: number;
}

export interface Settled<Answer> {
  readonly result: Answer | Failed;
  /** The process is dead, or has kept so much memory that a fresh one is better. */
  readonly isWorn: boolean;
}

/** A process that takes one file at a time. */
export interface SandboxProcess<Given, Answer> {
  /** Never rejects: the process's death is the file's result. */
  readonly run: (job: Given, onStage: (stage: StageName) => void) => Promise<Settled<Answer>>;
  readonly kill: () => void;
}

/** The program with its libraries takes some 60 MB of heap before its first file. */
const OWN_MEGABYTES = 96;
const START_SECONDS = 120;
const USUAL_OUTPUT_MEGABYTES = 64;
const LAST_WORDS = 4096;
/** Standard error may still be on its way when a process has ended; a program it started can hold it open for ever. */
const DRAIN_MILLIS = 50;
/** What a parser may know of this machine; the service's passwords are not among it. */
const KEPT_ENV = /^(?:PATH|HOME|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|SystemRoot|FANGAN_SOFFICE|NODE_ENV|NODE_COMPILE_CACHE)$/;

/** glibc asks Linux for pages of 2 MB: the dictionary, 300 MB of small pieces, then takes a third of the time. No other system minds. */
const HUGE_PAGES = { GLIBC_TUNABLES: "glibc.malloc.hugetlb=1" };

/** Starts a process that can be killed with all that it started. */
export function startSandbox<Given extends object, Answer>(
  script: URL,
  limits: WorkerLimits,
): SandboxProcess<Given, Answer> {
  const { megabytes, outputMegabytes = USUAL_OUTPUT_MEGABYTES } = limits;
  const child = fork(script, [String(megabytes), String(outputMegabytes)], {
    execArgv: [`--max-old-space-size=${megabytes + OWN_MEGABYTES}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...HUGE_PAGES, ...Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT_ENV.test(name))) },
    detached: process.platform !== "win32",
  });
  letLive(child);
  const lastWords = keepLastWords(child);
  const ready = new Promise<void>((resolve) => {
    child.on("message", (message: WorkerMessage<unknown>) => message.kind === "ready" && resolve());
  });
  return {
    run: (job, onStage) => runIn({ child, ready, lastWords }, job, limits, onStage),
    kill: () => kill(child),
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  readonly lastWords: () => string;
}

/** Hands a file to a process and waits for its answer, its death, or the end of its time, which begins once the process is ready. */
function runIn<Given extends object, Answer>(
  { child, ready, lastWords }: Started,
  job: Given,
  limits: WorkerLimits,
  onStage: (stage: StageName) => void,
): Promise<Settled<Answer>> {
  return new Promise((resolve) => {
    const settle = (result: Answer | Failed, isWorn: boolean): void => {
      clearTimeout(timer);
      child.off("message", hear).off("error", die).off("exit", end);
      resolve({ result, isWorn });
    };
    const hear = (message: WorkerMessage<Answer>): void => {
      if (message.kind === "stage") onStage(message.stage);
      if (message.kind === "result") settle(message.result, message.isWorn);
    };
    const die = (error: Error): void => settle(crash(error.message), true);
    const end = (code: number | null, signal: string | null): void => {
      setTimeout(() => settle(deathOf(code ?? signal, lastWords(), limits), true), DRAIN_MILLIS);
    };
    const late = (): void => {
      kill(child);
      settle(failure("timed-out", { seconds: limits.seconds }), true);
    };
    let timer = setTimeout(late, (START_SECONDS + limits.seconds) * 1000);
    child.on("message", hear).on("error", die).on("exit", end);
    if (child.exitCode !== null || child.signalCode !== null) end(child.exitCode, child.signalCode);
    void ready.then(() => {
      clearTimeout(timer);
      timer = setTimeout(late, limits.seconds * 1000);
      child.send(job);
    });
  });
}

/** The service may end while a sandbox waits for a file. */
function letLive(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  child.on("error", () => {}).on("exit", () => signalGroup(child));
}

function keepLastWords(child: ChildProcess): () => string {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    words = (words + part).slice(-LAST_WORDS);
  });
  return () => words;
}

function kill(child: ChildProcess): void {
  signalGroup(child);
  child.kill("SIGKILL");
}

/** The programs that a reader started are of the sandbox's group, also once it is dead. */
function signalGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // None is left, or the system has no groups.
  }
}

/** V8 ends with `FATAL ERROR: … JavaScript heap out of memory`, the watchdog with the same words. */
function deathOf(end: number | string | null, lastWords: string, { megabytes }: WorkerLimits): Failed {
  if (lastWords.includes(OUT_OF_MEMORY)) return failure("out-of-memory", { megabytes });
  const thrown = /^\w*Error: (.{1,300})$/mu.exec(lastWords)?.[1];
  return crash(thrown ?? (typeof end === "number" ? `exit code ${end}` : `ended by ${end}`));
}

const crash = (reason: string): Failed => ({ ...failure("crashed", { reason }), died: true });

const failure = (code: Failure["code"], facts: Failure["facts"]) =>
  ({ kind: "failed", said: { code, facts } }) as const;
