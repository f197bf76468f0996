import type { Submission } from "../../schemas/submission.ts";
import type { Page } from "../store/paging.ts";
import type { Store } from "../store/store.ts";

const PAGE = 200;

/** All submissions of a batch, the newest first, as the store lists them. */
export const submissionsOf = (store: Store, batch: string): AsyncGenerator<Submission> =>
  eachOf((cursor) => store.submissions.list({ batch }, { limit: PAGE, cursor }));

/** All submissions that have no end yet, the oldest first. */
export const unfinishedSubmissions = (store: Store): AsyncGenerator<Submission> =>
  eachOf((cursor) => store.submissions.listUnfinished({ limit: PAGE, cursor }));

async function* eachOf<T>(list: (cursor: string | undefined) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await list(cursor);
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
