import { type QueryCreator, sql } from "kysely";
import type { SubmissionFailure } from "../../schemas/submission.ts";
import { UNFINISHED } from "./submission-rows.ts";
import type { Database, SubmissionTable, Tables } from "./tables.ts";
import { DELIVERY_COLUMNS, deliveryOf, hears } from "./webhooks.ts";

interface Ending {
  readonly state: "done" | "failed" | "cancelled";
  readonly document_id?: string;
  readonly progress?: number;
  readonly failure?: string;
}

/** An end that webhooks are told of, with what they are told. */
interface LoudEnding extends Ending {
  readonly state: "done" | "failed";
  readonly told: { readonly key: "document" | "failure"; readonly value: unknown };
}

export const doneWith = (document: string): LoudEnding => ({
  state: "done",
  document_id: document,
  progress: 100,
  told: { key: "document", value: document },
});

export const failedWith = (failure: SubmissionFailure): LoudEnding => {
  const { code, facts, retriable } = failure;
  return {
    state: "failed",
    failure: JSON.stringify(failure),
    told: { key: "failure", value: { code, facts, retriable } },
  };
};

/** A submission gets its end once. */
export const end = (database: QueryCreator<Tables>, id: string, { state, document_id, progress, failure }: Ending) =>
  database
    .updateTable("submissions")
    .set({ state, document_id, progress, failure, finished_at: sql<string>`now()` })
    .where("id", "=", id)
    .where("state", "in", UNFINISHED)
    .returningAll();

/** The webhook deliveries that tell of the submission `ended`, for the statement that ended it. */
export function tellEnd(
  statement: QueryCreator<Tables & { ended: SubmissionTable }>,
  { state, told: { key, value } }: LoudEnding,
) {
  const event = `submission.${state}` as const;
  const told = sql`${JSON.stringify(value)}::json`;
  const payload = sql`json_build_object('submission', ended.id, 'batch', ended.batch_id, ${key}::text, ${told})`;
  return statement
    .insertInto("deliveries")
    .columns(DELIVERY_COLUMNS)
    .expression((query) =>
      query.selectFrom(["webhooks", "ended"]).select(deliveryOf(event, payload)).where(hears(event)),
    );
}

/** The end and the deliveries that tell of it, in one statement; false where the submission has an end already. */
export async function endAloud(database: Database, id: string, ending: LoudEnding): Promise<boolean> {
  const row = await database
    .with("ended", (part) => end(part, id, ending))
    .with("told", (part) => tellEnd(part, ending))
    .selectFrom("ended")
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}
