import { Plan } from "../../schemas/plan.ts";
import type { Submission, SubmissionFailure } from "../../schemas/submission.ts";
import type { WorkerPool } from "../sandbox/worker-pool.ts";
import type { Store } from "../store/store.ts";
import { failureOfFile, findLastingFault } from "./failures.ts";
import type { TellStage } from "./stages.ts";

/** What digitising needs. */
export interface DigitiseParts {
  readonly store: Store;
  readonly sandbox: WorkerPool;
  /** The digest of the program: the same bytes under the same program are digitised once. */
  readonly program: string;
}

/** The sandbox died by itself: another try may go well. */
export class SandboxDied extends Error {
  override readonly name = "SandboxDied";
}

export type Outcome =
  | { readonly kind: "done"; readonly document: string }
  | { readonly kind: "failed"; readonly failure: SubmissionFailure }
  /** It has an end already, or is no more. */
  | { readonly kind: "ended" };

/**
 * Brings one submission to its end: bytes from the file store, plan from the sandbox, into the store. Safe to run twice, also at
 * the same time: what is stored is stored once, and only the first end counts.
 * @throws what may pass: lost database or storage, SandboxDied.
 */
export async function digitiseSubmission(parts: DigitiseParts, id: string, tell: TellStage): Promise<Outcome> {
  const { store, program } = parts;
  const begun = await store.submissions.begin(id, program);
  if (!begun) return { kind: "ended" };
  const { submission, known } = begun;
  if (!known) return digitiseBytes(parts, submission, tell);
  return known.state === "done" ? finish(store, id, known.document) : fail(store, id, known.failure);
}

async function finish(store: Store, id: string, document: string): Promise<Outcome> {
  await store.submissions.finish(id, document);
  return { kind: "done", document };
}

async function fail(store: Store, id: string, failure: SubmissionFailure): Promise<Outcome> {
  await store.submissions.fail(id, failure);
  return { kind: "failed", failure };
}

async function digitiseBytes(parts: DigitiseParts, submission: Submission, tell: TellStage): Promise<Outcome> {
  const { store, sandbox, program } = parts;
  const { id, sha256, fileName } = submission;
  const began = Date.now();
  const bytes = await readBytes(store, sha256);
  if (!(bytes instanceof Uint8Array)) return fail(store, id, bytes);
  const result = await sandbox.run({ bytes, fileName, indent: 0 }, tell);
  const millis = Date.now() - began;
  if (result.kind === "failed") {
    if (result.died) throw new SandboxDied(String(result.said.facts.reason));
    const failure = failureOfFile(result.said);
    if (!failure.retriable) await store.digitisations.storeFailure({ sha256, program, failure, millis });
    return fail(store, id, failure);
  }
  tell("storing");
  const plan = Plan.parse(JSON.parse(result.text));
  return { kind: "done", document: await store.digitisations.store({ plan, program, millis, submission: id }) };
}

async function readBytes(store: Store, sha256: string): Promise<Uint8Array<ArrayBuffer> | SubmissionFailure> {
  try {
    return await store.files.read(sha256);
  } catch (error) {
    const failure = findLastingFault(error);
    if (failure) return failure;
    throw error;
  }
}
