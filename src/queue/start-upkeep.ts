import type { Store } from "../store/store.ts";
import type { TellFault } from "./connect-queue.ts";
import type { Jobs } from "./job-queue.ts";
import { reconcile } from "./reconcile.ts";
import { type RetentionSettings, removeOld } from "./retention.ts";
import { findTracer } from "./trace-collection.ts";

export interface UpkeepRequest {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly settings: RetentionSettings;
  readonly tell: TellFault;
  /** Between two rounds of reconciling; a minute where nothing is said. */
  readonly everySeconds?: number;
}

const MINUTE = 60;
/** What a crash cut off just before the start is too young for the first round of reconciling. */
const SOON = 12;
const ROUNDS_TO_REMOVAL = 60;
/** No request takes so long: bytes that no row names after it belong to none that is going on. */
const ORPHAN_SECONDS = 3600;

/**
 * Now, again after some seconds, and each minute until closed: reconciles, and records how plans rest on each other where a plan
 * changed; each hour removes what is old or too much, and bytes that a crash left. A round that fails is told, and the next one follows.
 */
export function startUpkeep(request: UpkeepRequest): { readonly close: () => Promise<void> } {
  const { store, jobs, settings, tell, everySeconds = MINUTE } = request;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (count: number): Promise<void> => {
    try {
      await reconcile({ store, jobs });
      await findTracer(store)();
      if (count % ROUNDS_TO_REMOVAL === 0) {
        await removeOld(store, settings, new Date());
        await jobs.trim();
        await store.sweep(ORPHAN_SECONDS);
      }
    } catch (error) {
      if (!isClosed) tell(error instanceof Error ? error : new Error(String(error)), "upkeep");
    }
    const seconds = count === 0 ? Math.min(SOON, everySeconds) : everySeconds;
    if (!isClosed) timer = setTimeout(() => begin(count + 1), seconds * 1000).unref();
  };
  let current: Promise<void> = Promise.resolve();
  const begin = (count: number): void => {
    current = round(count);
  };
  begin(0);
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await current;
    },
  };
}
