import { setTimeout as sleep } from "node:timers/promises";
import type { Batch, Submission, SubmissionCounts } from "../../../schemas/submission.ts";
import { submissionsOf } from "../../queue/submissions-of.ts";
import type { Store } from "../../store/store.ts";

/** What a follower is told; the whole state each time, so that one who comes late misses nothing. */
export type FollowEvent =
  | { readonly event: "submission"; readonly id: string; readonly data: Submission }
  | { readonly event: "batch"; readonly id: string; readonly data: Batch }
  | { readonly event: "counts"; readonly id: ""; readonly data: SubmissionCounts }
  | { readonly event: "beat"; readonly id: ""; readonly data: null };

const POLL_MILLIS = 400;
const BEAT_MILLIS = 15_000;
/** Beyond so many followers each is told less often, so that they do not take the store for themselves. */
const MILLIS_A_FOLLOWER = 20;
/** How many of the newest submissions a follower of all is told of, beside all that are at work. */
const NEWEST = 100;

let followers = 0;

/**
 * Follows a batch until it is done: its submissions as they stand, then each change. The store is asked, since a worker may run
 * in any process on any machine.
 */
export const followBatch = (store: Store, batch: string, signal: AbortSignal): AsyncGenerator<FollowEvent> =>
  follow(signal, async function* (told) {
    const found = await store.batches.find(batch);
    if (!found) return "end";
    for await (const submission of submissionsOf(store, batch)) yield* tellChange(told, submission);
    if (found.state !== "done") return "more";
    yield { event: "batch", id: batch, data: found };
    return "end";
  });

/** Follows all submissions without end: how many are in each state, the newest ones, and those at work. */
export const followAll = (store: Store, signal: AbortSignal): AsyncGenerator<FollowEvent> =>
  follow(signal, async function* (told, open) {
    const counts = await store.submissions.counts();
    const mark = Object.values(counts).join(" ");
    if (told.get("") !== mark) {
      told.set("", mark);
      yield { event: "counts", id: "", data: counts };
    }
    const { items: newest } = await store.submissions.list({}, { limit: NEWEST });
    const { items: running } = await store.submissions.list({ state: "running" }, { limit: NEWEST });
    const seen = new Map([...newest, ...running].map((submission) => [submission.id, submission]));
    for (const id of open) if (!seen.has(id)) await addFound(store, id, seen);
    for (const submission of seen.values()) yield* tellChange(told, submission);
    open.clear();
    for (const { id, state } of seen.values()) if (state === "running") open.add(id);
    return "more";
  });

async function addFound(store: Store, id: string, seen: Map<string, Submission>): Promise<void> {
  const submission = await store.submissions.find(id);
  if (submission) seen.set(id, submission);
}

type Round = (told: Map<string, string>, open: Set<string>) => AsyncGenerator<FollowEvent, "more" | "end">;

/** Repeats rounds of telling until one is the last, or the follower is gone. */
async function* follow(signal: AbortSignal, round: Round): AsyncGenerator<FollowEvent> {
  const told = new Map<string, string>();
  const open = new Set<string>();
  let beatAt = Date.now() + BEAT_MILLIS;
  followers++;
  try {
    while (!signal.aborted) {
      if ((yield* round(told, open)) === "end") return;
      if (Date.now() > beatAt) {
        beatAt = Date.now() + BEAT_MILLIS;
        yield { event: "beat", id: "", data: null };
      }
      await sleep(Math.max(POLL_MILLIS, followers * MILLIS_A_FOLLOWER), undefined, { signal }).catch(() => {});
    }
  } finally {
    followers--;
  }
}

const markOf = ({ state, stage, progress, attempts }: Submission): string =>
  `${state} ${stage} ${progress} ${attempts}`;

function* tellChange(told: Map<string, string>, submission: Submission): Generator<FollowEvent> {
  const mark = markOf(submission);
  if (told.get(submission.id) === mark) return;
  told.set(submission.id, mark);
  yield { event: "submission", id: submission.id, data: submission };
}
