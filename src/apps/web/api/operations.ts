import type { ApiKey, ApiKeyRequest } from "../../../../schemas/api-key.ts";
import type { AuditEvent } from "../../../../schemas/audit-event.ts";
import type { Submission, SubmissionCounts } from "../../../../schemas/submission.ts";
import type { Delivery, Webhook, WebhookRequest } from "../../../../schemas/webhook.ts";
import type { Page } from "./page.ts";
import { request } from "./request.ts";

export interface QueueState {
  readonly backend: "redis" | "postgres";
  readonly jobs: Readonly<Record<"waiting" | "active" | "delayed" | "failed", number>>;
  readonly submissions: SubmissionCounts;
  /** The newest that failed. */
  readonly failed: readonly Submission[];
  readonly documents: number;
  readonly storage: { readonly database: string; readonly freeMegabytes: number };
}

interface Items<T> {
  readonly items: readonly T[];
}
export type AuditFilter = Readonly<Partial<Record<"actor" | "subject" | "action", string>>>;

const one = (kind: "keys" | "webhooks", id: string): string => `/${kind}/${encodeURIComponent(id)}`;

export const readQueue = (signal?: AbortSignal): Promise<QueueState> =>
  request("/queue", { ...(signal && { signal }) });

export const retryFailed = (): Promise<{ readonly retried: number }> =>
  request("/submissions/retry-failed", { method: "POST", body: {} });

export const listKeys = async (signal?: AbortSignal): Promise<readonly ApiKey[]> =>
  (await request<Items<ApiKey>>("/keys", { ...(signal && { signal }) })).items;

/** The key itself comes this once. */
export const createKey = (wanted: ApiKeyRequest): Promise<{ readonly key: string; readonly record: ApiKey }> =>
  request("/keys", { method: "POST", body: wanted });

export const revokeKey = (id: string): Promise<void> => request(one("keys", id), { method: "DELETE" });

export const listWebhooks = async (signal?: AbortSignal): Promise<readonly Webhook[]> =>
  (await request<Items<Webhook>>("/webhooks", { ...(signal && { signal }) })).items;

/** The secret that signs the calls comes this once. */
export const createWebhook = (
  wanted: WebhookRequest,
): Promise<{ readonly secret: string; readonly webhook: Webhook }> =>
  request("/webhooks", { method: "POST", body: wanted });

export const removeWebhook = (id: string): Promise<void> => request(one("webhooks", id), { method: "DELETE" });

export const listDeliveries = (id: string, signal?: AbortSignal): Promise<Page<Delivery>> =>
  request(`${one("webhooks", id)}/deliveries`, { query: { limit: 50 }, ...(signal && { signal }) });

export const listAudit = (
  filter: AuditFilter,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<Page<AuditEvent>> =>
  request("/audit", { query: { ...filter, limit: 100, cursor }, ...(signal && { signal }) });
