import { createHash } from "node:crypto";
import { sql } from "kysely";
import { DatabaseUnfit } from "./errors.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import type { Migration } from "./migrations/migration.ts";
import type { Database, InTransaction } from "./tables.ts";
import { transact } from "./transact.ts";

interface Applied {
  readonly id: number;
  readonly name: string;
  readonly checksum: string;
}

const checksumOf = ({ sql }: Migration): string => createHash("sha256").update(sql).digest("hex");

/**
 * Brings the database forward to what this program knows; all steps in one transaction, and one program at a time.
 * @throws DatabaseUnfit where it is newer than the program, or a step it has had was edited since.
 */
export const migrate = (database: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<void> =>
  transact(database, async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('fangan migrations', 0))`.execute(transaction);
    await sql`create table if not exists migrations (
      id int primary key, name text not null, checksum text not null, applied_at timestamptz(3) not null default now()
    )`.execute(transaction);
    const applied = await listApplied(transaction);
    for (const step of applied) checkApplied(step, migrations);
    for (const step of migrations.filter(({ id }) => !applied.some((each) => each.id === id)))
      await apply(transaction, step);
  });

async function listApplied(transaction: InTransaction): Promise<readonly Applied[]> {
  const { rows } = await sql<Applied>`select id, name, checksum from migrations order by id`.execute(transaction);
  return rows;
}

function checkApplied(applied: Applied, migrations: readonly Migration[]): void {
  const known = migrations.find(({ id }) => id === applied.id);
  const newest = migrations.at(-1)?.id ?? 0;
  if (!known)
    throw new DatabaseUnfit(
      `a database of step ${newest} at most was expected, step ${applied.id} (${applied.name}) came: a newer fangan changed it; use that one, or restore a backup from before`,
    );
  if (checksumOf(known) !== applied.checksum)
    throw new DatabaseUnfit(
      `step ${applied.id} (${applied.name}) was applied with other text than this program has: it is not a released version; use the program that made the database`,
    );
}

async function apply(transaction: InTransaction, step: Migration): Promise<void> {
  await sql.raw(step.sql).execute(transaction);
  await sql`insert into migrations (id, name, checksum) values (${step.id}, ${step.name}, ${checksumOf(step)})`.execute(
    transaction,
  );
}

/** The step that a database is at. */
export const NEWEST_STEP: number = MIGRATIONS.at(-1)!.id;
