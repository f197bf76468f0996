import type { Assessment } from "../../../../schemas/assessment.ts";
import type { FilledJson } from "../../../../schemas/filled-sheet.ts";
import type { PublishedStandard } from "../../../../schemas/published-standard.ts";
import type { Page } from "./page.ts";
import { apiUrl, request } from "./request.ts";

/** An assessment as it is kept. */
export interface KeptAssessment {
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly result: Assessment;
  readonly who: string;
  readonly createdAt: string;
}

const at = (document: string, what: string): string => `/documents/${encodeURIComponent(document)}/${what}`;

export const readStandards = async (document: string, signal?: AbortSignal): Promise<readonly PublishedStandard[]> =>
  (
    await request<{ readonly items: readonly PublishedStandard[] }>(at(document, "standards"), {
      ...(signal && { signal }),
    })
  ).items;

export const listAssessments = (document: string, signal?: AbortSignal): Promise<Page<KeptAssessment>> =>
  request(at(document, "assessments"), { query: { limit: 100 }, ...(signal && { signal }) });

export const createAssessment = (document: string, filled: FilledJson): Promise<readonly KeptAssessment[]> =>
  request(at(document, "assessments"), { method: "POST", body: filled });

/** Sends a filled sheet as a file: XLSX, CSV or JSON. */
export function sendAssessment(document: string, file: File): Promise<readonly KeptAssessment[]> {
  const form = new FormData();
  form.append("file", file);
  return request(at(document, "assessments"), { method: "POST", form });
}

export const readAssessment = (id: string, signal?: AbortSignal): Promise<KeptAssessment> =>
  request(`/assessments/${encodeURIComponent(id)}`, { ...(signal && { signal }) });

export const assessmentPageUrl = (id: string): string =>
  apiUrl(`/assessments/${encodeURIComponent(id)}`, { format: "html" });
