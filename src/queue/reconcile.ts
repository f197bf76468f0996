import type { Submission } from "../../schemas/submission.ts";
import type { Store } from "../store/store.ts";
import { gaveUp } from "./failures.ts";
import { submissionJob, submissionOf } from "./job-names.ts";
import type { Jobs } from "./job-queue.ts";
import { submissionsOf, unfinishedSubmissions } from "./submissions-of.ts";

export interface ReconcileParts {
  readonly store: Store;
  readonly jobs: Jobs;
  /** Younger submissions may be on their way into the queue right now. */
  readonly graceSeconds?: number;
}

export interface Reconciled {
  /** Submissions without a job, queued anew. */
  readonly queued: number;
  /** Submissions whose job had failed for good. */
  readonly failed: number;
  /** Jobs whose submission is no more. */
  readonly dropped: number;
  /** Batches whose files all have an end, and whose report was missing. */
  readonly reported: number;
}

const GRACE_SECONDS = 10;

/**
 * Brings store and queue together after a crash, a lost Redis or a restored backup: the store is right. Safe to run at any time, and
 * by several processes at once.
 */
export async function reconcile(parts: ReconcileParts): Promise<Reconciled> {
  const { store, jobs, graceSeconds = GRACE_SECONDS } = parts;
  const live = await jobs.listLive();
  const before = Date.now() - graceSeconds * 1000;
  const known = new Set<string>();
  const came = { queued: 0, failed: 0 };
  for await (const submission of unfinishedSubmissions(store)) {
    known.add(submissionJob(submission.id));
    if (live.has(submissionJob(submission.id)) || Date.parse(submission.createdAt) > before) continue;
    const what = await mend(parts, submission);
    if (what) came[what]++;
  }
  const dropped = await dropLost(
    parts,
    [...live].filter((id) => !known.has(id)),
  );
  return { ...came, dropped, reported: await reportReady(parts) };
}

/** A file that has its end while its job is just being closed keeps its batch's flow alive: the report comes by itself then. */
async function reportReady({ store, jobs }: ReconcileParts): Promise<number> {
  const ready = await store.batches.listReady();
  if (ready.length === 0) return 0;
  const live = await jobs.listLive();
  let reported = 0;
  for (const batch of ready) {
    if (await hasLiveJob(store, batch, live)) continue;
    await jobs.addReport(batch);
    reported++;
  }
  return reported;
}

async function hasLiveJob(store: Store, batch: string, live: ReadonlySet<string>): Promise<boolean> {
  for await (const { id } of submissionsOf(store, batch)) if (live.has(submissionJob(id))) return true;
  return false;
}

/** The list of live jobs is read in parts: a job may have moved meanwhile, so it is asked for by itself before anything is done. */
async function mend(
  { store, jobs }: ReconcileParts,
  { id, priority }: Submission,
): Promise<"queued" | "failed" | null> {
  const state = await jobs.findState(id);
  if (state === "failed") {
    const reason = (await jobs.findReason(id)) ?? "the queue gave it up";
    return (await store.submissions.fail(id, gaveUp(reason))) ? "failed" : null;
  }
  if (state !== null && state !== "completed") return null;
  const now = await store.submissions.find(id);
  if (now?.state !== "queued" && now?.state !== "running") return null;
  await jobs.addAgain({ id, priority });
  return "queued";
}

async function dropLost({ store, jobs }: ReconcileParts, ids: readonly string[]): Promise<number> {
  let dropped = 0;
  for (const id of ids.map(submissionOf)) {
    const submission = await store.submissions.find(id);
    if (submission?.state === "queued" || submission?.state === "running") continue;
    await jobs.remove(id);
    dropped++;
  }
  return dropped;
}
