import { setTimeout as sleep } from "node:timers/promises";
import { Batch, Submission } from "../../../schemas/submission.ts";
import { readEvents, type ServerEvent } from "./read-events.ts";
import { mayPass, ServiceProblem, unreachable } from "./service-problem.ts";

/** What happened in a batch: the whole state of one of its files, or, as the last event, of the batch itself. */
export type BatchEvent =
  | { readonly kind: "submission"; readonly submission: Submission }
  | { readonly kind: "batch"; readonly batch: Batch };

const PAUSE_MILLIS = 1000;
const LONGEST_PAUSE_MILLIS = 30_000;

/**
 * Follows a batch until it is done. A server that restarts cuts the stream: as each event is the whole state, it is simply followed
 * again, for `patienceSeconds` without any event.
 * @throws ServiceProblem where the batch is refused (404, 401 …); ServiceUnreachable where patience is at its end.
 */
export async function* followBatch(
  open: (signal: AbortSignal) => Promise<Response>,
  server: string,
  signal: AbortSignal,
  patienceSeconds: number,
): AsyncGenerator<BatchEvent> {
  let heardAt = Date.now();
  for (let pause = PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
    let lost: unknown = null;
    try {
      const response = await open(signal);
      for await (const event of response.body ? readEvents(response.body) : []) {
        heardAt = Date.now();
        pause = PAUSE_MILLIS;
        const read = readEvent(event);
        if (read) yield read;
        if (read?.kind === "batch") return;
      }
    } catch (error) {
      signal.throwIfAborted();
      lost = error instanceof TypeError ? unreachable(error, server) : error;
      if (!mayPass(lost)) throw lost;
    }
    if (Date.now() - heardAt > patienceSeconds * 1000) throw lost ?? unreachable(new Error("no event came"), server);
    const asked = lost instanceof ServiceProblem ? (lost.retrySeconds ?? 0) * 1000 : 0;
    await sleep(Math.max(pause, asked), undefined, { signal });
  }
}

/** Events that a later server may add are passed over. */
function readEvent({ event, data }: ServerEvent): BatchEvent | null {
  if (event === "batch") return { kind: "batch", batch: Batch.parse(JSON.parse(data)) };
  return event === "submission" ? { kind: "submission", submission: Submission.parse(JSON.parse(data)) } : null;
}
