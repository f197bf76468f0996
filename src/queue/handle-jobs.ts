import { type Job, UnrecoverableError, WaitingError } from "bullmq";
import type { BatchJob, DigitiseJob } from "../../schemas/job.ts";
import type { SubmissionFailure } from "../../schemas/submission.ts";
import type { Comparer } from "../sandbox/comparer.ts";
import type { JobHandler, Progress } from "./connect-queue.ts";
import { type DigitiseParts, digitiseSubmission, type Outcome } from "./digitise-submission.ts";
import { gaveUp, wordsOf } from "./failures.ts";
import type { Jobs } from "./job-queue.ts";
import { createLineageKeeper } from "./keep-lineage.ts";
import { reportBatch } from "./report-batch.ts";
import { createStageTeller, type TellStage } from "./stages.ts";
import { findTracer } from "./trace-collection.ts";
import { waitOut } from "./wait-out.ts";

export interface HandlerParts extends DigitiseParts {
  readonly jobs: Jobs;
  readonly comparer: Comparer;
  /** Aborted once a stopping worker will wait no longer: what is in hand goes back. */
  readonly giveBack: AbortSignal;
}

/** Digitises one submission. A bad file fails at once; what may pass is tried again; a stop gives the file back untried. */
export function handleDigitise(parts: HandlerParts): JobHandler<DigitiseJob> {
  return async (job, token) => {
    const { submission } = job.data;
    const stages = createStageTeller((progress) => passStage(parts, job, progress));
    const outcome = await tryJob(parts, job, token, () => digitiseOne(parts, submission, stages.tell, stages.end));
    if (!job.parent) await reportWhenReady(parts, submission);
    if (outcome.kind === "failed") throw new UnrecoverableError(wordsOf(outcome.failure));
  };
}

async function digitiseOne(
  parts: HandlerParts,
  submission: string,
  tell: TellStage,
  end: () => Promise<void>,
): Promise<Outcome> {
  try {
    return await waitOut(() => digitiseSubmission(parts, submission, tell), parts.store.check, parts.giveBack);
  } finally {
    await end();
  }
}

async function passStage({ store }: HandlerParts, job: Job<DigitiseJob, void, string, Progress>, progress: Progress) {
  await store.submissions.advance(job.data.submission, progress.stage, progress.percent);
  await job.updateProgress(progress);
}

/** The last try's fault is the submission's failure; an earlier one's is thrown for the queue to try again. */
async function tryJob(
  { store, giveBack }: HandlerParts,
  job: Job<DigitiseJob>,
  token: string | undefined,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (giveBack.aborted) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if (job.attemptsMade + 1 < (job.opts.attempts ?? 1)) throw error;
    const failure = gaveUp(error instanceof Error ? error.message : String(error));
    await store.submissions.fail(job.data.submission, failure);
    return { kind: "failed", failure };
  }
}

/** A file that was queued anew has no flow that waits for it: the last of its batch asks for the report. */
async function reportWhenReady({ store, jobs }: HandlerParts, id: string): Promise<void> {
  const submission = await store.submissions.find(id);
  const batch = submission && (await store.batches.find(submission.batch));
  if (batch?.state === "open" && batch.counts.queued + batch.counts.running === 0) await jobs.addReport(batch.id);
}

/** Makes a batch's report once its files have an end, and has it kept what its plans rest on. */
export function handleBatch({ store, program, comparer, giveBack }: HandlerParts): JobHandler<BatchJob> {
  const keepLineage = createLineageKeeper(findTracer(store));
  return async (job) => {
    await waitOut(() => reportBatch({ store, program, comparer }, job.data.batch), store.check, giveBack);
    await keepLineage();
  };
}

/** The queue itself may give a job up (`job stalled more than allowable limit`): the submission then says so. */
export async function recordGivenUp(
  { store }: Pick<HandlerParts, "store">,
  id: string,
  reason: string,
): Promise<SubmissionFailure | null> {
  const failure = gaveUp(reason);
  return (await store.submissions.fail(id, failure)) ? failure : null;
}
