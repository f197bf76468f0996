import type { Comparison, ComparisonSummary } from "../../../../schemas/comparison.ts";
import type { Matrix } from "../../../../schemas/matrix.ts";
import type { Phase } from "../../../../schemas/phase.ts";
import type { Page } from "./page.ts";
import { apiUrl, request } from "./request.ts";

/** A comparison that was made, with what it came to. */
export interface MadeComparison {
  readonly id: string;
  readonly template: string;
  readonly local: string;
  readonly summary: ComparisonSummary;
}

export interface ComparisonEntry {
  readonly id: string;
  readonly kind: "comparison" | "matrix";
  readonly documents: readonly string[];
  readonly createdAt: string;
}

export const EXPORTS = ["html", "md", "xlsx", "json"] as const;
export type ExportFormat = (typeof EXPORTS)[number];
export type ComparisonKind = "comparisons" | "matrices";

const at = (kind: ComparisonKind, id: string): string => `/${kind}/${encodeURIComponent(id)}`;

export const createComparisons = (template: string, locals: readonly string[]): Promise<readonly MadeComparison[]> =>
  request("/comparisons", { method: "POST", body: { template, locals } });

export const createMatrix = (template: string | null, documents: readonly string[]): Promise<{ readonly id: string }> =>
  request("/matrices", { method: "POST", body: { template, documents } });

export const readComparison = (id: string, signal?: AbortSignal): Promise<Comparison> =>
  request(at("comparisons", id), { ...(signal && { signal }) });

export const readMatrix = (id: string, signal?: AbortSignal): Promise<Matrix> =>
  request(at("matrices", id), { ...(signal && { signal }) });

export const listComparisons = (signal?: AbortSignal): Promise<Page<ComparisonEntry>> =>
  request("/comparisons", { query: { limit: 20 }, ...(signal && { signal }) });

export const readPhases = (document: string, signal?: AbortSignal): Promise<readonly Phase[]> =>
  request(`/documents/${encodeURIComponent(document)}/plan/phases`, { ...(signal && { signal }) });

export const exportUrl = (kind: ComparisonKind, id: string, format: ExportFormat): string =>
  apiUrl(at(kind, id), { format });
