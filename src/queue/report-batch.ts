import type { Plan } from "../../schemas/plan.ts";
import type { Submission } from "../../schemas/submission.ts";
import { ReadError } from "../core/outcome.ts";
import type { Comparer } from "../sandbox/comparer.ts";
import type { Failure } from "../sandbox/worker-messages.ts";
import type { Store } from "../store/store.ts";
import { submissionsOf } from "./submissions-of.ts";

/** A file of a batch, set beside the batch's template where it has one. */
interface ReportRow {
  readonly submission: string;
  readonly fileName: string;
  readonly state: Submission["state"];
  readonly document: string | null;
  readonly failure: Submission["failure"];
  readonly comparison: string | null;
  readonly summary: unknown;
  /** Why a plan could not be compared. */
  readonly comparisonFailure: Failure | null;
}

/** What a batch came to. `template` is null where there is none, or no longer any. */
export interface BatchReport {
  readonly schema: "batch-report/1";
  readonly template: string | null;
  readonly rows: readonly ReportRow[];
}

export interface ReportParts {
  readonly store: Store;
  readonly comparer: Comparer;
  readonly program: string;
}

/**
 * Compares the plans of a batch with its template and keeps the report, also where some or all files failed. Does nothing while a
 * file has no end yet, and is safe to run twice.
 */
export async function reportBatch(parts: ReportParts, id: string): Promise<void> {
  const { store } = parts;
  const batch = await store.batches.find(id);
  if (!batch || batch.state === "done" || batch.counts.queued + batch.counts.running > 0) return;
  const template = batch.template === null ? null : await store.documents.findPlan(batch.template);
  const rows: ReportRow[] = [];
  for await (const submission of submissionsOf(store, id)) {
    rows.push({ ...rowOf(submission), ...(await compareOne(parts, template, submission.document)) });
  }
  rows.reverse();
  await store.batches.finish(id, {
    schema: "batch-report/1",
    template: template?.id ?? null,
    rows,
  } satisfies BatchReport);
}

const rowOf = ({ id, fileName, state, document, failure }: Submission) => ({
  submission: id,
  fileName,
  state,
  document,
  failure,
});

type Compared = Pick<ReportRow, "comparison" | "summary" | "comparisonFailure">;

const NOT_COMPARED: Compared = { comparison: null, summary: null, comparisonFailure: null };

async function compareOne(
  { store, program, comparer }: ReportParts,
  template: Plan | null,
  document: string | null,
): Promise<Compared> {
  if (!template || document === null || document === template.id) return NOT_COMPARED;
  const known = await store.comparisons.findOf(template.id, document, program);
  if (known) return { ...NOT_COMPARED, comparison: known.id, summary: known.comparison.summary };
  const local = await store.documents.findPlan(document);
  if (!local) return NOT_COMPARED;
  try {
    const comparison = await comparer.compare(template, local);
    const id = await store.comparisons.store(comparison, program);
    return { ...NOT_COMPARED, comparison: id, summary: comparison.summary };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { ...NOT_COMPARED, comparisonFailure: error.reason };
  }
}
