import { Submission, type SubmissionCounts, SubmissionState } from "../../schemas/submission.ts";
import type { Row } from "./tables.ts";

export const UNFINISHED: readonly SubmissionState[] = ["queued", "running"];

export const toSubmission = (row: Row<"submissions">): Submission =>
  Submission.parse({
    id: row.id,
    batch: row.batch_id,
    ordinal: row.ordinal,
    fileName: row.file_name,
    sha256: row.sha256,
    byteLength: row.byte_length,
    priority: row.priority,
    state: row.state,
    stage: row.stage,
    progress: row.progress,
    failure: row.failure,
    document: row.document_id,
    attempts: row.attempts,
    who: row.who,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  });

export const toCounts = (rows: readonly { readonly state: string; readonly count: number }[]): SubmissionCounts =>
  Object.fromEntries(
    SubmissionState.options.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]),
  ) as SubmissionCounts;
