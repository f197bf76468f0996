import type { Batch, Submission } from "../../../../schemas/submission.ts";
import type { Page } from "./page.ts";
import { request } from "./request.ts";

export const listSubmissions = (
  query: { readonly state?: string; readonly batch?: string; readonly cursor?: string; readonly limit?: number },
  signal?: AbortSignal,
): Promise<Page<Submission>> => request("/submissions", { query, ...(signal && { signal }) });

export const listBatches = (signal?: AbortSignal): Promise<Page<Batch>> =>
  request("/batches", { query: { limit: 20 }, ...(signal && { signal }) });

export const readBatch = (id: string, signal?: AbortSignal): Promise<Batch> =>
  request(`/batches/${encodeURIComponent(id)}`, { ...(signal && { signal }) });

/** A batch's report, as far as the page shows it: which comparison with the template each file gave. */
export interface BatchReport {
  /** Null where there is no template, or no longer any. */
  readonly template: string | null;
  readonly rows: readonly {
    readonly submission: string;
    readonly document: string | null;
    readonly comparison: string | null;
    readonly summary: { readonly coverage: number | null } | null;
  }[];
}

/** Null until the batch is done. */
export const reportOf = ({ report }: Batch): BatchReport | null =>
  typeof report === "object" && report !== null && "schema" in report && report.schema === "batch-report/1"
    ? (report as unknown as BatchReport)
    : null;

export const retrySubmission = (id: string): Promise<Submission> =>
  request(`/submissions/${encodeURIComponent(id)}/retry`, { method: "POST" });

export const cancelSubmission = (id: string): Promise<Submission> =>
  request(`/submissions/${encodeURIComponent(id)}/cancel`, { method: "POST" });

/** All submissions of a batch, page after page. */
export async function readBatchSubmissions(batch: string, signal?: AbortSignal): Promise<Submission[]> {
  const all: Submission[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Submission> = await listSubmissions({ batch, limit: 200, ...(cursor && { cursor }) }, signal);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}
