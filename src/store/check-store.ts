import type { StoreFault } from "../../schemas/store-fault.ts";
import { checkFiles, type Found } from "./check-files.ts";
import { checkRows } from "./check-rows.ts";
import { FAULT_SENTENCES } from "./fault-sentences.ts";
import type { OpenStore } from "./open-store.ts";

export interface CheckChoice {
  /** Mends what is safe to mend: nothing that a person gave is lost by it. */
  readonly repair: boolean;
  /** A file without a row may belong to an upload that is just going on: younger ones are passed over. One hour where nothing is said. */
  readonly graceSeconds?: number;
}

const HOUR = 3600;

/** Looks through rows and files for what cannot be; gives each fault as it is found. */
export async function* checkStore(
  store: OpenStore,
  { repair, graceSeconds = HOUR }: CheckChoice,
): AsyncGenerator<StoreFault> {
  const oldest = new Date(Date.now() - graceSeconds * 1000);
  for (const check of [checkRows(store), checkFiles(store, oldest)])
    for await (const found of check) {
      if (repair) await found.repair?.();
      yield toFault(found, repair);
    }
}

function toFault({ code, subject, repair }: Found, repaired: boolean): StoreFault {
  const [message, messageZh] = FAULT_SENTENCES[code];
  return { code, subject, message, messageZh, repair: repair === null ? "none" : repaired ? "done" : "possible" };
}
