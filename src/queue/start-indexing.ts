import type { Store } from "../store/store.ts";
import type { JobHandler, TellFault } from "./connect-queue.ts";

export interface Indexing {
  /** Has the plans of these jobs made searchable after them. */
  readonly after: <T>(handler: JobHandler<T>) => JobHandler<T>;
  readonly close: () => Promise<void>;
}

/** A batch takes no break for it, yet a long one is searchable as it grows. */
const IDLE_MILLIS = 200;
const LATEST_MILLIS = 30_000;
/** Between two the thread is free for what came meanwhile. */
const PLANS_A_ROUND = 5;

/**
 * Makes stored plans searchable where no file is in hand, and each 30 s where some always is; at the start also those
 * that an earlier process left. A round that fails is told, and the next one follows.
 */
export function startIndexing({ searchIndex }: Pick<Store, "searchIndex">, tell: TellFault): Indexing {
  let inHand = 0;
  let isClosed = false;
  let latest = performance.now();
  let timer: NodeJS.Timeout | null = null;
  let current: Promise<void> = Promise.resolve();
  const isTime = (): boolean => inHand === 0 || performance.now() - latest > LATEST_MILLIS;
  const fill = async (): Promise<void> => {
    try {
      while (!isClosed && isTime()) {
        if ((await searchIndex.fill(PLANS_A_ROUND)) < PLANS_A_ROUND) return;
      }
      schedule();
    } catch (error) {
      if (isClosed) return;
      tell(error instanceof Error ? error : new Error(String(error)), "search index");
      schedule(LATEST_MILLIS);
    } finally {
      latest = performance.now();
    }
  };
  const schedule = (millis = IDLE_MILLIS): void => {
    if (isClosed || timer) return;
    timer = setTimeout(() => {
      timer = null;
      if (isTime()) current = current.then(fill);
      else schedule();
    }, millis);
  };
  schedule();
  return {
    after: (handler) => async (job, token) => {
      inHand++;
      try {
        return await handler(job, token);
      } finally {
        inHand--;
        schedule();
      }
    },
    close: async () => {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await current;
    },
  };
}
