import { SubmissionFailure } from "../../schemas/submission.ts";
import { doneWith, endAloud } from "./end-submission.ts";
import type { Digitisation, Digitisations } from "./store.ts";
import { storeNew, takePlace, wholePlan } from "./store-plan.ts";
import type { Database, Row } from "./tables.ts";

export const createDigitisations = (database: Database): Digitisations => ({
  find: async (sha256, program) => {
    const row = await database
      .selectFrom("digitisations")
      .select(["document_id", "failure", "millis"])
      .where("sha256", "=", sha256)
      .where("program", "=", program)
      .executeTakeFirst();
    return row ? toDigitisation(row) : null;
  },
  store: async ({ plan, program, millis, submission }) => {
    const whole = wholePlan(plan, program, millis);
    if (!(await storeNew(database, whole, submission))) {
      await takePlace(database, whole);
      if (submission !== undefined) await endAloud(database, submission, doneWith(plan.id));
    }
    return plan.id;
  },
  storeFailure: async ({ sha256, program, failure, millis }) => {
    await database
      .insertInto("digitisations")
      .values({ sha256, program, document_id: null, plan: null, failure: JSON.stringify(failure), millis })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
});

export function toDigitisation(row: Pick<Row<"digitisations">, "document_id" | "failure" | "millis">): Digitisation {
  const { document_id: document, failure, millis } = row;
  if (document !== null) return { state: "done", document, millis };
  return { state: "failed", failure: SubmissionFailure.parse(failure), millis };
}
