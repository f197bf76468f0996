import type { AuditEvent } from "../../../../schemas/audit-event.ts";
import type { DocumentQuery, DocumentRecord } from "../../../../schemas/document-record.ts";
import type { Lineage, LineageLink, LineagePlan } from "../../../../schemas/lineage.ts";
import type { Plan } from "../../../../schemas/plan.ts";
import type { Page } from "./page.ts";
import { apiUrl, request } from "./request.ts";

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}
export type Facets = Readonly<Record<"jurisdiction" | "level" | "issuer", readonly FacetCount[]>>;

const at = (id: string): string => `/documents/${encodeURIComponent(id)}`;

export const listDocuments = (query: Partial<DocumentQuery>, signal?: AbortSignal): Promise<Page<DocumentRecord>> =>
  request("/documents", { query, ...(signal && { signal }) });

export const readFacets = (signal?: AbortSignal): Promise<Facets> =>
  request("/documents/facets", { ...(signal && { signal }) });

export const readDocument = (id: string, signal?: AbortSignal): Promise<DocumentRecord> =>
  request(at(id), { ...(signal && { signal }) });

/** `isCorrected` false gives the machine's own plan. */
export const readPlan = (id: string, isCorrected = true, signal?: AbortSignal): Promise<Plan> =>
  request(`${at(id)}/plan`, { query: isCorrected ? {} : { corrected: "false" }, ...(signal && { signal }) });

export const readLineage = (signal?: AbortSignal): Promise<Lineage> =>
  request("/lineage", { ...(signal && { signal }) });

export const readDocumentLineage = (
  id: string,
  signal?: AbortSignal,
): Promise<{ readonly plan: LineagePlan; readonly links: readonly LineageLink[] }> =>
  request(`${at(id)}/lineage`, { ...(signal && { signal }) });

export const readVersions = (
  id: string,
  signal?: AbortSignal,
): Promise<{ readonly items: readonly DocumentRecord[] }> =>
  request(`${at(id)}/versions`, { ...(signal && { signal }) });

export const readHistory = (id: string, signal?: AbortSignal): Promise<Page<AuditEvent>> =>
  request(`${at(id)}/history`, { query: { limit: 200 }, ...(signal && { signal }) });

export const originalUrl = (id: string): string => apiUrl(`${at(id)}/original`);

/** A page as a picture; `scale` is in pixels a point. */
export const pageUrl = (id: string, page: number, scale: number): string =>
  apiUrl(`${at(id)}/pages/${page}`, { scale });

/** Many plans as one ZIP. */
export const exportUrl = (ids: readonly string[], format: string): string =>
  apiUrl("/documents/export", { format, documents: ids.join(",") });

export const publishUrl = (id: string, format: string): string => apiUrl(`${at(id)}/publish/${format}`);
