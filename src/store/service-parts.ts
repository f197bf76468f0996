import type { ApiKey, ApiKeyRequest, Scope } from "../../schemas/api-key.ts";
import type { AuditEvent } from "../../schemas/audit-event.ts";
import type { Delivery, Webhook, WebhookEvent, WebhookRequest } from "../../schemas/webhook.ts";
import type { Page, PageRequest } from "./paging.ts";

export interface Audit {
  readonly record: (event: Omit<AuditEvent, "id" | "at">) => Promise<void>;
  /** The newest first. */
  readonly list: (
    filter: { readonly actor?: string; readonly subject?: string; readonly action?: string },
    page?: PageRequest,
  ) => Promise<Page<AuditEvent>>;
  readonly removeBefore: (before: Date) => Promise<number>;
}

export interface ApiKeys {
  /** `key` (`fangan_…`) is shown this once: the store keeps its hash only. */
  readonly create: (request: ApiKeyRequest) => Promise<{ readonly key: string; readonly record: ApiKey }>;
  /** The key's record where it is known, not revoked and not expired. */
  readonly check: (
    key: string,
  ) => Promise<{ readonly id: string; readonly name: string; readonly scopes: readonly Scope[] } | null>;
  readonly list: () => Promise<readonly ApiKey[]>;
  readonly revoke: (id: string) => Promise<boolean>;
  /** Whether any key is in force. */
  readonly any: () => Promise<boolean>;
}

export interface Webhooks {
  /** `secret` is shown this once; deliveries are signed with it. */
  readonly create: (
    request: WebhookRequest,
    who: string,
  ) => Promise<{ readonly secret: string; readonly webhook: Webhook }>;
  readonly list: () => Promise<readonly Webhook[]>;
  readonly remove: (id: string) => Promise<boolean>;
  /** Puts a delivery for each webhook that asks for the event into the outbox; gives their ids. */
  readonly announce: (event: WebhookEvent, payload: Delivery["payload"]) => Promise<void>;
  /** Takes up to `limit` due deliveries for `seconds`: nobody else gets them until then. */
  readonly takeDue: (
    limit: number,
    seconds: number,
  ) => Promise<readonly (Delivery & { readonly url: string; readonly secret: string })[]>;
  readonly delivered: (id: string, status: number) => Promise<void>;
  /** `nextAt` null gives up. */
  readonly failed: (id: string, status: number | null, error: string, nextAt: Date | null) => Promise<void>;
  readonly listDeliveries: (webhook: string, page?: PageRequest) => Promise<Page<Delivery>>;
  readonly removeDelivered: (before: Date) => Promise<number>;
}
