import { setTimeout as sleep } from "node:timers/promises";
import { isPassing } from "../store/passing-faults.ts";

const ASK_MILLIS = 500;

/**
 * Runs `work` again and again as long as the store cannot be reached: an outage, however long, uses up no tries of a file. A fault
 * while the store can be reached is thrown. `work` must be safe to repeat.
 */
export async function waitOut<T>(
  work: () => Promise<T>,
  checkStore: () => Promise<void>,
  signal: AbortSignal,
): Promise<T> {
  while (true)
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !isPassing(error)) throw error;
      if (await isWell(checkStore)) throw error;
      await sleepUntilWell(checkStore, signal);
    }
}

async function sleepUntilWell(checkStore: () => Promise<void>, signal: AbortSignal): Promise<void> {
  do await sleep(ASK_MILLIS, undefined, { signal });
  while (!(await isWell(checkStore)));
}

const isWell = (checkStore: () => Promise<void>): Promise<boolean> =>
  checkStore().then(
    () => true,
    () => false,
  );
