import type { SubmissionFailure } from "../../schemas/submission.ts";
import type { Failure } from "../sandbox/worker-messages.ts";
import { FileDamaged, FileMissing } from "../store/errors.ts";

/** What more time, more memory, or a mended program may put right; all else is in the file. */
const MAY_HELP: ReadonlySet<string> = new Set(["timed-out", "out-of-memory", "crashed"]);

/** Why a file gave no plan, as the submission keeps it. */
export const failureOfFile = ({ code, facts }: Failure): SubmissionFailure => ({
  code,
  facts,
  retriable: MAY_HELP.has(code),
});

/** A fault for good that is none of the reader's: the bytes are gone or no longer what they were. Null for what may pass. */
export function findLastingFault(error: unknown): SubmissionFailure | null {
  if (error instanceof FileMissing) return { code: "file-missing", facts: { sha256: error.sha256 }, retriable: true };
  if (error instanceof FileDamaged) return { code: "file-damaged", facts: { sha256: error.sha256 }, retriable: true };
  return null;
}

/** All tries are used up, or the queue gave the job up (`job stalled more than allowable limit`). */
export const gaveUp = (reason: string): SubmissionFailure => ({
  code: "gave-up",
  facts: { reason: reason.slice(0, 500) },
  retriable: true,
});

/** `encrypted {"format":"PDF"}`: what the queue's dashboard shows. */
export const wordsOf = ({ code, facts }: SubmissionFailure): string =>
  Object.keys(facts).length === 0 ? code : `${code} ${JSON.stringify(facts)}`;
