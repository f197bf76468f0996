import type { StageName } from "../../pipelines/digitise.ts";
import type { Progress } from "./connect-queue.ts";

export type JobStage = "waiting" | StageName | "storing" | "done";

/** How far a file is as each stage begins, in hundredths. Reading takes by far the longest: a scan is read page by page. */
export const STAGES: Readonly<Record<JobStage, number>> = {
  waiting: 0,
  reading: 5,
  structuring: 60,
  extracting: 70,
  checking: 80,
  storing: 90,
  done: 100,
};

export type TellStage = (stage: JobStage) => void;

/** Small files pass all stages before anybody could look: their stages are not worth a write each. */
const QUIET_MILLIS = 300;

/**
 * Passes stages on at most each 300 ms, one at a time, the latest only, never backwards; `end` waits for the last one on its way.
 * A stage that could not be told is no fault of the file.
 */
export function createStageTeller(pass: (progress: Progress) => Promise<unknown>): {
  readonly tell: TellStage;
  readonly end: () => Promise<void>;
} {
  let latest = 0;
  let timer: NodeJS.Timeout | null = null;
  let onItsWay: Promise<unknown> = Promise.resolve();
  let next: Progress | null = null;
  const send = (): void => {
    timer = null;
    const progress = next;
    if (progress) onItsWay = onItsWay.then(() => pass(progress)).catch(() => {});
  };
  return {
    tell: (stage) => {
      if (STAGES[stage] < latest) return;
      latest = STAGES[stage];
      next = { stage, percent: latest };
      timer ??= setTimeout(send, QUIET_MILLIS);
    },
    end: async () => {
      if (timer) clearTimeout(timer);
      await onItsWay;
    },
  };
}
