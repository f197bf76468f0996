import { setTimeout as sleep } from "node:timers/promises";
import type { Batch, Submission } from "../../../schemas/submission.ts";
import { submissionsOf } from "../../queue/submissions-of.ts";
import type { Store } from "../../store/store.ts";

/** What a follower is told; the whole state each time, so that one who comes late misses nothing. */
export type FollowEvent =
  | { readonly event: "submission"; readonly id: string; readonly data: Submission }
  | { readonly event: "batch"; readonly id: string; readonly data: Batch }
  | { readonly event: "beat"; readonly id: ""; readonly data: null };

const POLL_MILLIS = 400;
const BEAT_MILLIS = 15_000;

const markOf = ({ state, stage, progress, attempts }: Submission): string =>
  `${state} ${stage} ${progress} ${attempts}`;

/**
 * Follows a batch until it is done: its submissions as they stand, then each change. The store is asked, since a worker may run
 * in any process on any machine.
 */
export async function* followBatch(store: Store, batch: string, signal: AbortSignal): AsyncGenerator<FollowEvent> {
  const told = new Map<string, string>();
  let beatAt = Date.now() + BEAT_MILLIS;
  while (!signal.aborted) {
    const found = await store.batches.find(batch);
    if (!found) return;
    for await (const submission of submissionsOf(store, batch)) {
      const mark = markOf(submission);
      if (told.get(submission.id) === mark) continue;
      told.set(submission.id, mark);
      yield { event: "submission", id: submission.id, data: submission };
    }
    if (found.state === "done") return yield { event: "batch", id: batch, data: found };
    if (Date.now() > beatAt) {
      beatAt = Date.now() + BEAT_MILLIS;
      yield { event: "beat", id: "", data: null };
    }
    await sleep(POLL_MILLIS, undefined, { signal }).catch(() => {});
  }
}
