import { z } from "zod";

export const WebhookEvent = z.enum([
  "submission.done",
  "submission.failed",
  "batch.done",
  "document.corrected",
  "document.approved",
  "document.deleted",
]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

export const WebhookRequest = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  events: z.array(WebhookEvent).min(1),
});
export type WebhookRequest = z.infer<typeof WebhookRequest>;

/** A webhook as lists show it: its secret is shown once, when it is made. */
export const Webhook = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(WebhookEvent),
  who: z.string(),
  createdAt: z.iso.datetime(),
  disabledAt: z.iso.datetime().nullable(),
});
export type Webhook = z.infer<typeof Webhook>;

/** One message to one webhook, kept until it is delivered or given up. */
export const Delivery = z.object({
  id: z.string(),
  webhook: z.string(),
  event: WebhookEvent,
  payload: z.json(),
  state: z.enum(["waiting", "delivered", "dead"]),
  attempts: z.int().nonnegative(),
  nextAt: z.iso.datetime(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;
