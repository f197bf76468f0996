import { sql } from "kysely";
import type { Plan } from "../../schemas/plan.ts";
import { unpackJson } from "./pack-json.ts";
import type { CutSearchWords } from "./search-words.ts";
import type { SearchIndex } from "./store.ts";
import type { Database, InTransaction } from "./tables.ts";
import { transact } from "./transact.ts";

/** Rows are locked while their words are cut, and those that another process has locked are passed over. */
export const createSearchIndex = (database: Database, cut: CutSearchWords): SearchIndex => ({
  fill: (most) =>
    transact(database, async (transaction) => {
      const found = await findUnsearched(transaction, most);
      if (found.length > 0) await storeWords(transaction, await Promise.all(found.map((each) => cutPlan(each, cut))));
      return found.length;
    }),
});

interface Unsearched {
  readonly id: string;
  readonly plan: Buffer;
}

const findUnsearched = (transaction: InTransaction, most: number): Promise<Unsearched[]> =>
  transaction
    .selectFrom("documents")
    .innerJoin("digitisations", (join) =>
      join
        .onRef("digitisations.sha256", "=", "documents.sha256")
        .onRef("digitisations.program", "=", "documents.program"),
    )
    .select(["documents.id", "plan"])
    .where("search", "is", null)
    .orderBy("ordinal")
    .limit(most)
    .forUpdate("documents")
    .skipLocked()
    .$castTo<Unsearched>()
    .execute();

interface CutPlan {
  readonly id: string;
  readonly words: readonly string[];
}

async function cutPlan({ id, plan }: Unsearched, cut: CutSearchWords): Promise<CutPlan> {
  const { header, blocks } = JSON.parse(unpackJson(plan)) as Plan;
  const titles = [header.title, header.noticeTitle, header.documentNumber];
  return { id, words: await cut([...titles.map((each) => each ?? ""), ...blocks.map(({ text }) => text)]) };
}

async function storeWords(transaction: InTransaction, plans: readonly CutPlan[]): Promise<void> {
  await sql`
    update documents set search = array_to_tsvector(array(select json_array_elements_text(cut.words)))
    from json_to_recordset(${JSON.stringify(plans)}::json) as cut (id text, words json)
    where documents.id = cut.id`.execute(transaction);
}
