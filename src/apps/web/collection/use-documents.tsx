import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DocumentQuery, DocumentRecord } from "../../../../schemas/document-record.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { listDocuments } from "../api/documents.ts";

interface Documents {
  readonly rows: readonly DocumentRecord[];
  readonly next: string | null;
  readonly problem: ApiProblem | null;
  readonly isLoading: boolean;
}

const EMPTY: Documents = { rows: [], next: null, problem: null, isLoading: true };
const PAGE = 100;

/** Lists kept while the page is open: who comes back finds the list as long as it was. */
const kept = new Map<string, Documents>();
const MOST_KEPT = 20;

/** The documents of a query, page after page as `more` asks for them. */
export function useDocuments(
  query: Partial<DocumentQuery>,
): Documents & { readonly more: () => void; readonly key: string } {
  const key = JSON.stringify(query);
  const [state, setState] = useState<{ readonly key: string; readonly of: Documents }>(() => ({
    key,
    of: kept.get(key) ?? EMPTY,
  }));
  const isFetching = useRef(false);
  const keep = (of: Documents): void => {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, of);
    setState({ key, of });
  };
  useEffect(() => {
    const gone = new AbortController();
    const old = kept.get(key);
    // What is kept is shown at once; its first page is asked for again, for something may have come in.
    isFetching.current = false;
    listDocuments({ ...query, limit: PAGE }, gone.signal)
      .then(({ items, next }) => {
        const isSame = old && items.every(({ id }, at) => old.rows[at]?.id === id) && old.rows.length > items.length;
        const rows = isSame ? [...items, ...old.rows.slice(items.length)] : items;
        keep({ rows, next: isSame ? old.next : next, problem: null, isLoading: false });
      })
      .catch((error: unknown) => {
        if (error instanceof ApiProblem) setState({ key, of: { ...EMPTY, problem: error, isLoading: false } });
      });
    return () => gone.abort();
  }, [key]);
  const of = state.key === key ? state.of : { ...(kept.get(key) ?? EMPTY), rows: kept.get(key)?.rows ?? state.of.rows };
  const { next, rows } = of;
  const more = useCallback(() => {
    if (next === null || isFetching.current) return;
    isFetching.current = true;
    listDocuments({ ...query, limit: PAGE, cursor: next })
      .then((page) => {
        isFetching.current = false;
        keep({ rows: [...rows, ...page.items], next: page.next, problem: null, isLoading: false });
      })
      .catch(() => {
        isFetching.current = false;
      });
  }, [key, next, rows]);
  return { ...of, more, key };
}
