import { useState } from "preact/hooks";
import type { DocumentRecord } from "../../../../schemas/document-record.ts";
import { listDocuments } from "../api/documents.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { setQuery, usePlace } from "../app/location.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { Near } from "../parts/near.tsx";
import { useLater } from "../parts/use-later.tsx";
import { standardsWords } from "../words/standards.ts";
import { PlanStandards } from "./plan-standards.tsx";
import "./standards.css";

/** All standards of the collection. */
export function StandardsView() {
  const words = useWords(standardsWords);
  const { query } = usePlace();
  const text = useLater(query.get("text") ?? "");
  const [pages, setPages] = useState(1);
  const loaded = useLoad((signal) => readHolders(text, pages, signal), [text, pages]);
  return (
    <div class="page">
      <h1>{words.title}</h1>
      <p class="muted">{words.intro}</p>
      <label class="field standards-search">
        <span>{words.search}</span>
        <input
          type="search"
          value={query.get("text") ?? ""}
          placeholder={words.searchHint}
          maxLength={200}
          onInput={(event) => setQuery({ text: event.currentTarget.value }, { replace: true })}
        />
      </label>
      <LoadedView of={loaded}>
        {({ holders, hasMore }) => (
          <>
            {holders.length === 0 && <p>{words.nothing}</p>}
            {holders.map((holder) => (
              <Near key={holder.id} height={116}>
                {() => <PlanStandards holder={holder} />}
              </Near>
            ))}
            {hasMore && (
              <button type="button" class="button" onClick={() => setPages((old) => old + 1)}>
                {words.more}
              </button>
            )}
          </>
        )}
      </LoadedView>
    </div>
  );
}

interface Holders {
  readonly holders: readonly DocumentRecord[];
  readonly hasMore: boolean;
}

const LIMIT = 50;

/** The plans that hold a standard, so many pages of them. */
async function readHolders(text: string, pages: number, signal: AbortSignal): Promise<Holders> {
  const holders: DocumentRecord[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const query = { text, hasStandards: true, limit: LIMIT, ...(cursor && { cursor }) };
    const { items, next } = await listDocuments(query, signal);
    holders.push(...items);
    cursor = next ?? undefined;
    if (cursor === undefined) break;
  }
  return { holders, hasMore: cursor !== undefined };
}
