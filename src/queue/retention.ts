import type { Settings } from "../../schemas/settings.ts";
import type { Store } from "../store/store.ts";

export type RetentionSettings = Pick<Settings, "keepSubmissionDays" | "keepAuditDays">;

export interface Removed {
  readonly submissions: number;
  readonly auditEvents: number;
  readonly deliveries: number;
}

const DAY_MILLIS = 86_400_000;

/** Removes what has been kept long enough. Documents, their plans and their bytes stay until somebody deletes them. */
export async function removeOld(store: Store, settings: RetentionSettings, now: Date): Promise<Removed> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MILLIS);
  return {
    submissions: await store.submissions.removeFinished(daysAgo(settings.keepSubmissionDays)),
    auditEvents: await store.audit.removeBefore(daysAgo(settings.keepAuditDays)),
    deliveries: await store.webhooks.removeDelivered(daysAgo(settings.keepSubmissionDays)),
  };
}
