import "./collection.css";
import { useState } from "preact/hooks";
import { useWords } from "../app/language.tsx";
import { setQuery, usePlace } from "../app/location.tsx";
import { Loading } from "../parts/loading.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { collectionWords } from "../words/collection.ts";
import { DocumentTable } from "./document-table.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FILTERS, queryOf } from "./query-of.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useDocuments } from "./use-documents.tsx";

/** All plans, searched and filtered; the address holds what was asked for. */
export function CollectionView() {
  const words = useWords(collectionWords);
  const { query } = usePlace();
  const documents = useDocuments(queryOf(query));
  const [selected, setSelected] = useState<ReadonlyMap<string, string>>(new Map());
  const isFiltered = FILTERS.some((name) => query.has(name));
  const isEmpty = documents.rows.length === 0 && !documents.isLoading && !documents.problem;
  return (
    <div class="page collection">
      <div class="page-head">
        <h1>{words.title}</h1>
        <p class="muted small" role="status">
          {!isEmpty && !documents.isLoading && words.loaded(documents.rows.length, documents.next !== null)}
        </p>
      </div>
      <FilterBar />
      {selected.size > 0 && <SelectionBar selected={selected} onClear={() => setSelected(new Map())} />}
      {documents.problem && <ProblemNote problem={documents.problem} />}
      {documents.isLoading && documents.rows.length === 0 && <Loading />}
      {isEmpty && isFiltered && (
        <div class="panel">
          <p>{words.nothing}</p>
          <button
            type="button"
            class="button"
            onClick={() => setQuery(Object.fromEntries(FILTERS.map((name) => [name, null])))}
          >
            {words.clear}
          </button>
        </div>
      )}
      {isEmpty && !isFiltered && (
        <div class="panel welcome">
          <h2>{words.emptyTitle}</h2>
          <p class="muted">{words.emptyHint}</p>
          <a class="button primary" href="/upload">
            {words.upload}
          </a>
        </div>
      )}
      {documents.rows.length > 0 && (
        <DocumentTable documents={documents} selected={selected} onSelected={setSelected} />
      )}
    </div>
  );
}
