import type { BatchJob, DigitiseJob } from "../../schemas/job.ts";
import type { Submission } from "../../schemas/submission.ts";
import {
  connectQueue,
  type JobQueue,
  type QueueAddress,
  type QueueConnection,
  type TellFault,
} from "./connect-queue.ts";
import { batchJob, QUEUES, submissionJob } from "./job-names.ts";
import { CHILD_OPTIONS, type JobSettings, jobOptions } from "./job-options.ts";
import { within } from "./within.ts";

/** Where a job stands; null where the queue knows none (any more). */
export type JobState = "waiting" | "waiting-children" | "active" | "delayed" | "completed" | "failed";

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** The jobs of submissions and batches; what they came to is in the store. */
export interface Jobs {
  readonly connection: QueueConnection;
  /** Queues a batch as a flow: a child a file, and the report as their parent. Harmless to repeat. */
  readonly addBatch: (batch: string, submissions: readonly QueuedSubmission[]) => Promise<void>;
  /** Queues one file anew, in the place of a job that has ended or is lost. Harmless where its job is alive. */
  readonly addAgain: (submission: QueuedSubmission) => Promise<void>;
  /** Queues a batch's report, in the place of one that has ended or waits for children that have ended. */
  readonly addReport: (batch: string) => Promise<void>;
  readonly findState: (submission: string) => Promise<JobState | null>;
  /** Why the job failed for good, null where it did not. */
  readonly findReason: (submission: string) => Promise<string | null>;
  /** Takes jobs out that no worker has in hand. */
  readonly remove: (submission: string) => Promise<void>;
  /** The ids of all jobs that a worker will still take or has in hand. */
  readonly listLive: () => Promise<ReadonlySet<string>>;
  readonly counts: () => Promise<JobCounts>;
  /** Forgets the oldest of more than `most` completed or failed jobs, and tells how many it forgot. */
  readonly trim: (most?: number) => Promise<number>;
  /** Rejects where the queue does not answer now. */
  readonly check: () => Promise<void>;
  /** For a dashboard. */
  readonly queues: readonly [JobQueue<DigitiseJob>, JobQueue<BatchJob>];
  readonly close: () => Promise<void>;
}

export type QueuedSubmission = Pick<Submission, "id" | "priority">;

const LIVE = ["waiting", "prioritized", "active", "delayed", "waiting-children"] as const;
const ENDED: ReadonlySet<string> = new Set(["completed", "failed"]);
const CHECK_MILLIS = 5000;
const MOST_KEPT = 10_000;

/** Opens the queue for producers. @throws what the server said where it cannot be reached. */
export async function openJobs(address: QueueAddress, settings: JobSettings, tell: TellFault): Promise<Jobs> {
  const connection = await connectQueue(address, tell);
  const digitise = await connection.openQueue<DigitiseJob>(QUEUES.digitise);
  const batches = await connection.openQueue<BatchJob>(QUEUES.batch);
  const flows = await connection.openFlows();
  const options = jobOptions(settings);

  const child = ({ id, priority }: QueuedSubmission) => ({
    name: QUEUES.digitise,
    queueName: QUEUES.digitise,
    data: { submission: id } satisfies DigitiseJob,
    opts: { ...options, ...CHILD_OPTIONS, jobId: submissionJob(id), priority },
  });
  const addReport = async (batch: string): Promise<void> => {
    await removeFrom(batches, batchJob(batch), (state) => ENDED.has(state) || state === "waiting-children");
    await batches.add(QUEUES.batch, { batch }, { ...options, jobId: batchJob(batch) });
  };

  return {
    connection,
    queues: [digitise, batches],
    addBatch: async (batch, submissions) => {
      const data = { batch } satisfies BatchJob;
      const opts = { ...options, jobId: batchJob(batch) };
      await flows.add({ name: QUEUES.batch, queueName: QUEUES.batch, data, opts, children: submissions.map(child) });
    },
    addAgain: async (submission) => {
      const { name, data, opts } = child(submission);
      await removeFrom(digitise, opts.jobId, (state) => ENDED.has(state));
      await digitise.add(name, data, opts);
    },
    addReport,
    findState: async (submission) => stateOf(await digitise.getJobState(submissionJob(submission))),
    findReason: async (submission) => (await digitise.getJob(submissionJob(submission)))?.failedReason ?? null,
    remove: async (submission) => removeFrom(digitise, submissionJob(submission), (state) => state !== "active"),
    listLive: async () => new Set(await digitise.getRanges([...LIVE], 0, -1)),
    counts: async () => countsOf(await digitise.getJobCounts(...LIVE, "failed")),
    trim: async (most = MOST_KEPT) => (await trimEnded(digitise, most)) + (await trimEnded(batches, most)),
    check: () => within(CHECK_MILLIS, digitise.getJobCounts("active")),
    close: () => connection.close(),
  };
}

/** A job that a worker has taken in the meantime is locked, and stays. */
async function removeFrom<T>(queue: JobQueue<T>, id: string, isWanted: (state: string) => boolean): Promise<void> {
  const state = await queue.getJobState(id);
  if (state === "unknown" || !isWanted(state)) return;
  const job = await queue.getJob(id);
  await job?.remove({ removeChildren: false });
}

async function trimEnded<T>(queue: JobQueue<T>, most: number): Promise<number> {
  let removed = 0;
  for (const state of ["completed", "failed"] as const) {
    const tooMany = (await queue.getJobCountByTypes(state)) - most;
    if (tooMany > 0) removed += (await queue.clean(0, tooMany, state)).length;
  }
  return removed;
}

const STATES: Readonly<Record<string, JobState>> = {
  waiting: "waiting",
  prioritized: "waiting",
  "waiting-children": "waiting-children",
  active: "active",
  delayed: "delayed",
  completed: "completed",
  failed: "failed",
};
const stateOf = (state: string): JobState | null => STATES[state] ?? null;

const countsOf = (counts: Readonly<Record<string, number>>): JobCounts => ({
  waiting: (counts.waiting ?? 0) + (counts.prioritized ?? 0),
  active: counts.active ?? 0,
  delayed: counts.delayed ?? 0,
  failed: counts.failed ?? 0,
});
