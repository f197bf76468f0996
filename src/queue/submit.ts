import type { Submission } from "../../schemas/submission.ts";
import type { NewFile, Store } from "../store/store.ts";
import type { TellFault } from "./connect-queue.ts";
import { priorityOf } from "./job-names.ts";
import type { Jobs } from "./job-queue.ts";

export interface SubmitParts {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly tell: TellFault;
}

/** An upload whose files are in the file store already. */
export interface Upload {
  readonly name: string | null;
  /** The document to compare every plan with. */
  readonly template: string | null;
  readonly who: string;
  readonly files: readonly Omit<NewFile, "priority">[];
}

/**
 * Takes an upload: from here on it is not lost. Where the queue cannot be reached just now, its jobs follow by `reconcile`.
 * @throws what the store says; nothing is taken then.
 */
export async function submitUpload(
  { store, jobs, tell }: SubmitParts,
  { files, ...upload }: Upload,
): Promise<{ readonly batch: string; readonly submissions: readonly Submission[] }> {
  const priority = priorityOf(files.length);
  const taken = await store.submissions.create({ ...upload, files: files.map((file) => ({ ...file, priority })) });
  await jobs.addBatch(taken.batch, taken.submissions).catch((error: Error) => tell(error, "queue"));
  return taken;
}

/** Tries a failed or cancelled submission afresh; null where it is neither. */
export async function retrySubmission({ store, jobs, tell }: SubmitParts, id: string): Promise<Submission | null> {
  const submission = await store.submissions.retry(id);
  if (submission) await jobs.addAgain(submission).catch((error: Error) => tell(error, "queue"));
  return submission;
}

/** Ends a submission that has no end yet; false where it has one. A worker that has it in hand throws its result away. */
export async function cancelSubmission({ store, jobs, tell }: SubmitParts, id: string): Promise<boolean> {
  const isCancelled = await store.submissions.cancel(id);
  if (isCancelled) await jobs.remove(id).catch((error: Error) => tell(error, "queue"));
  return isCancelled;
}
