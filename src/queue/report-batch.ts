import { setImmediate as turn } from "node:timers/promises";
import { compare } from "../../pipelines/compare.ts";
import type { Plan } from "../../schemas/plan.ts";
import type { Submission } from "../../schemas/submission.ts";
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
}

/** What a batch came to. `template` is null where there is none, or no longer any. */
export interface BatchReport {
  readonly schema: "batch-report/1";
  readonly template: string | null;
  readonly rows: readonly ReportRow[];
}

export interface ReportParts {
  readonly store: Store;
  readonly program: string;
}

/**
 * Compares the plans of a batch with its template and keeps the report, also where some or all files failed. Does nothing while a
 * file has no end yet, and is safe to run twice.
 */
export async function reportBatch({ store, program }: ReportParts, id: string): Promise<void> {
  const batch = await store.batches.find(id);
  if (!batch || batch.state === "done" || batch.counts.queued + batch.counts.running > 0) return;
  const template = batch.template === null ? null : await store.documents.findPlan(batch.template);
  const rows: ReportRow[] = [];
  for await (const submission of submissionsOf(store, id)) {
    rows.push({ ...rowOf(submission), ...(await compareOne({ store, program }, template, submission.document)) });
    await turn();
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

async function compareOne(
  { store, program }: ReportParts,
  template: Plan | null,
  document: string | null,
): Promise<Pick<ReportRow, "comparison" | "summary">> {
  if (!template || document === null || document === template.id) return { comparison: null, summary: null };
  const known = await store.comparisons.findOf(template.id, document, program);
  if (known) return { comparison: known.id, summary: known.comparison.summary };
  const local = await store.documents.findPlan(document);
  const [comparison] = local ? compare(template, [local]) : [];
  if (!comparison) return { comparison: null, summary: null };
  return { comparison: await store.comparisons.store(comparison, program), summary: comparison.summary };
}
