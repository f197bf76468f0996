import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { isPassing, lostRace } from "./passing-faults.ts";
import type { Database, InTransaction } from "./tables.ts";

const TRIES = 8;

/** Runs `work` in one transaction; it must be harmless to repeat (`tryAgain`). */
export const transact = <T>(database: Database, work: (transaction: InTransaction) => Promise<T>): Promise<T> =>
  tryAgain(() => database.transaction().execute(work));

/**
 * Where `work` lost a race it is run again; where the connection was lost, once again: so it must be harmless to repeat, also when
 * its first run was committed and only the answer was lost.
 */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      const tries = lostRace(error) ? TRIES : isPassing(error) ? 2 : 1;
      if (attempt >= tries) throw error;
      await sleep(20 * 2 ** attempt * Math.random());
    }
}

/** Keeps others from taking in, and from removing, the same bytes until the transaction ends. */
export async function lockBytes(transaction: InTransaction, hashes: readonly string[]): Promise<void> {
  for (const sha256 of [...new Set(hashes)].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`bytes ${sha256}`}, 0))`.execute(transaction);
}
