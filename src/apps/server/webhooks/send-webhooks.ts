import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../../../store/store.ts";
import type { Log } from "../service.ts";
import { type Outgoing, postDelivery } from "./post-delivery.ts";

const POLL_MILLIS = 1000;
const AT_ONCE = 8;
/** Longer than a call may take: nobody else takes a delivery that is under way. */
const LEASE_SECONDS = 60;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** After each attempt that failed; a message that no attempt brought there within two days is given up. */
const WAIT_SECONDS = [5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];

export interface SenderParts {
  readonly webhooks: Pick<Store["webhooks"], "takeDue" | "delivered" | "failed">;
  readonly mayBePrivate: boolean;
  readonly log: Log;
  readonly onSent: (isDelivered: boolean) => void;
  /** Seconds before each next attempt; the usual ones where nothing is said. */
  readonly waits?: readonly number[];
}

/** Sends what stands in the outbox until closed. What fails is tried again, later each time. */
export function startWebhooks(parts: SenderParts): { readonly close: () => Promise<void> } {
  const stop = new AbortController();
  const running = run(parts, stop.signal);
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

async function run(parts: SenderParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const sent = await sendDue(parts).catch((error: Error) => {
      parts.log("warn", "webhooks", { error: error.message });
      return 0;
    });
    if (sent < AT_ONCE) await sleep(POLL_MILLIS, undefined, { signal, ref: false }).catch(() => {});
  }
}

async function sendDue(parts: SenderParts): Promise<number> {
  const due = await parts.webhooks.takeDue(AT_ONCE, LEASE_SECONDS);
  await Promise.all(due.map((delivery) => send(parts, delivery)));
  return due.length;
}

async function send(parts: SenderParts, delivery: Outgoing & { readonly attempts: number }): Promise<void> {
  const { webhooks, mayBePrivate, onSent, waits = WAIT_SECONDS } = parts;
  const wait = waits[delivery.attempts - 1];
  const nextAt = wait === undefined ? null : new Date(Date.now() + wait * 1000);
  try {
    const status = await postDelivery(delivery, mayBePrivate);
    const isDelivered = status >= 200 && status < 300;
    onSent(isDelivered);
    if (isDelivered) await webhooks.delivered(delivery.id, status);
    else await webhooks.failed(delivery.id, status, `expected a status of 200 to 299, came ${status}`, nextAt);
  } catch (error) {
    onSent(false);
    await webhooks.failed(delivery.id, null, error instanceof Error ? error.message : String(error), nextAt);
  }
}
