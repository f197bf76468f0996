import { createHash, randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Batch, Submission } from "../../../schemas/submission.ts";
import type { TellFault } from "../../../src/queue/connect-queue.ts";
import { type Jobs, openJobs } from "../../../src/queue/job-queue.ts";
import { type RunningWorkers, startWorkers } from "../../../src/queue/start-workers.ts";
import { submitUpload, type Upload } from "../../../src/queue/submit.ts";
import { createComparer } from "../../../src/sandbox/comparer.ts";
import { type OpenStore, openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { waitUntil } from "../../services/started.ts";
import type { Setup } from "./setups.ts";

/** Short times, so that a test sees what takes minutes in service. */
export const QUICK = {
  attempts: 2,
  backoffMillis: 20,
  keepJobDays: 1,
  fileSeconds: 60,
  fileMemory: 512,
  outputMegabytes: 8,
  stalledSeconds: 6,
  shutdownSeconds: 20,
} as const;

export interface Service {
  readonly store: OpenStore;
  readonly jobs: Jobs;
  /** What connections complained of. */
  readonly faults: string[];
  readonly tell: TellFault;
  readonly startWorkers: (more?: {
    readonly workers?: number;
    readonly shutdownSeconds?: number;
    readonly fileMemory?: number;
    readonly script?: URL;
    readonly store?: Store;
  }) => Promise<RunningWorkers>;
  readonly keep: (fileName: string, content: string | Buffer) => Promise<Upload["files"][number]>;
  readonly submitBytes: (
    given: readonly { readonly name: string; readonly bytes: Buffer }[],
  ) => Promise<{ readonly batch: string; readonly submissions: readonly Submission[] }>;
  readonly submit: (
    texts: Readonly<Record<string, string>>,
    template?: string,
  ) => Promise<{ readonly batch: string; readonly submissions: readonly Submission[] }>;
  readonly whenRunning: (id: string) => Promise<void>;
  /** The submission once it has its end. */
  readonly endOf: (id: string) => Promise<Submission>;
  readonly whenDone: (batch: string, seconds?: number) => Promise<Batch>;
  readonly close: () => Promise<void>;
}

const ENDS: ReadonlySet<string> = new Set(["done", "failed", "cancelled"]);

/** A digest of its own for each test file: what one digitised, the next does again. */
export const PROGRAM = "program-of-tests";

export async function openService(setup: Setup): Promise<Service> {
  const faults: string[] = [];
  const tell: TellFault = (error, where) => faults.push(`${where}: ${error.message}`);
  const { databaseUrl, dataFolder } = setup;
  const store = await openStore({ databaseUrl, dataFolder, filesUrl: null, s3: null });
  const jobs = await openJobs({ redisUrl: setup.redisUrl, database: store.address }, QUICK, tell);
  const comparer = createComparer();
  const running: RunningWorkers[] = [];
  const keep: Service["keep"] = async (fileName, content) => {
    const bytes = Buffer.from(content);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const path = join(store.files.temporaryFolder, randomUUID());
    await writeFile(path, bytes);
    await store.files.keep(path, sha256, bytes.length);
    return { fileName, sha256, byteLength: bytes.length };
  };
  return {
    store,
    jobs,
    faults,
    tell,
    keep,
    startWorkers: async ({
      workers = 2,
      shutdownSeconds = QUICK.shutdownSeconds,
      fileMemory = QUICK.fileMemory,
      script,
      store: other,
    } = {}) => {
      const settings = { ...QUICK, workers, shutdownSeconds, fileMemory };
      const started = await startWorkers({
        store: other ?? store,
        jobs,
        comparer,
        settings,
        program: PROGRAM,
        tell,
        ...(script ? { script } : {}),
      });
      running.push(started);
      return started;
    },
    submitBytes: async (given) => {
      const files = await Promise.all(given.map(({ name, bytes }) => keep(name, bytes)));
      return submitUpload({ store, jobs, tell }, { name: null, template: null, who: "test", files });
    },
    submit: async (texts, template) => {
      const files = [];
      for (const [fileName, text] of Object.entries(texts)) files.push(await keep(fileName, text));
      return submitUpload({ store, jobs, tell }, { name: null, template: template ?? null, who: "test", files });
    },
    whenRunning: (id) =>
      waitUntil(`submission ${id} is at work`, async () => (await store.submissions.find(id))?.stage === "reading"),
    endOf: async (id) => {
      const isEnded = async () => ENDS.has((await store.submissions.find(id))?.state ?? "");
      await waitUntil(`submission ${id} ends`, isEnded);
      return (await store.submissions.find(id))!;
    },
    whenDone: async (batch, seconds = 60) => {
      await waitUntil(
        "the batch is done",
        async () => (await store.batches.find(batch))?.state === "done",
        seconds,
        100,
      );
      return (await store.batches.find(batch))!;
    },
    close: async () => {
      await Promise.all(running.map((each) => each.close()));
      await jobs.close();
      await comparer.close();
      await store.close();
    },
  };
}
