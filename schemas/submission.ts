import { z } from "zod";

/** `queued` → `running` → `done` | `failed` | `cancelled`; a failed or cancelled one goes back to `queued` only by a retry. */
export const SubmissionState = z.enum(["queued", "running", "done", "failed", "cancelled"]);
export type SubmissionState = z.infer<typeof SubmissionState>;

/** Why a submission gave no plan: a message's code, or one of the service's own (`file-missing`, `storage-unavailable`). */
export const SubmissionFailure = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Whether another try may help: a passing fault and not a bad file. */
  retriable: z.boolean(),
});
export type SubmissionFailure = z.infer<typeof SubmissionFailure>;

/** One upload of one file. `id` is a UUID of version 7: a later one sorts after an earlier one. */
export const Submission = z.object({
  id: z.string(),
  batch: z.string(),
  /** The file's place in its batch, from 1. */
  ordinal: z.int().positive(),
  /** As the client gave it; never used as a path. */
  fileName: z.string(),
  sha256: z.string(),
  byteLength: z.int().nonnegative(),
  priority: z.int().nonnegative(),
  state: SubmissionState,
  /** The stage at work (`read`, `extract` …), null before the first one. */
  stage: z.string().nullable(),
  /** In hundredths, never falling but by a retry. */
  progress: z.int().min(0).max(100),
  failure: SubmissionFailure.nullable(),
  /** The document that the file is, once it is done. */
  document: z.string().nullable(),
  /** How many times a worker began it. */
  attempts: z.int().nonnegative(),
  who: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Submission = z.infer<typeof Submission>;

export const SubmissionCounts = z.object({
  queued: z.int().nonnegative(),
  running: z.int().nonnegative(),
  done: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  cancelled: z.int().nonnegative(),
});
export type SubmissionCounts = z.infer<typeof SubmissionCounts>;

/** The files of one upload request, also of one file; `done` once every file has an end and the report is made. */
export const Batch = z.object({
  id: z.string(),
  name: z.string().nullable(),
  /** The document that every plan of the batch is compared with. */
  template: z.string().nullable(),
  state: z.enum(["open", "done"]),
  counts: SubmissionCounts,
  /** What the batch came to (lineage, comparisons with the template), null until it is done. */
  report: z.unknown().nullable(),
  who: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Batch = z.infer<typeof Batch>;
