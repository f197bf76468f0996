import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem } from "./api-problem.ts";

/** What a view waits for. While it is loaded again, the value from before stays. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly problem: ApiProblem | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/**
 * Loads when `keys` change, and when `reload` is called. With other keys the old value is dropped.
 * @param load null for nothing to load yet.
 */
export function useLoad<T>(load: ((signal: AbortSignal) => Promise<T>) | null, keys: readonly unknown[]): Loaded<T> {
  const key = JSON.stringify(keys);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ key: string; value: T | null; problem: ApiProblem | null; isLoading: boolean }>({
    key,
    value: null,
    problem: null,
    isLoading: load !== null,
  });
  const latest = useRef(load);
  latest.current = load;
  const isWanted = load !== null;
  // The key stands for what `load` closes over, the round for a reload.
  useEffect(() => {
    if (!isWanted || round < 0) return;
    const gone = new AbortController();
    setState((old) => ({ ...old, key, value: old.key === key ? old.value : null, problem: null, isLoading: true }));
    latest.current!(gone.signal)
      .then((value) => setState({ key, value, problem: null, isLoading: false }))
      .catch((error: unknown) => {
        if (gone.signal.aborted) return;
        const problem = error instanceof ApiProblem ? error : new ApiProblem({ code: "broken", detail: String(error) });
        setState((old) => ({ ...old, key, problem, isLoading: false }));
      });
    return () => gone.abort();
  }, [key, round, isWanted]);
  const reload = useCallback(() => setRound((old) => old + 1), []);
  const isCurrent = state.key === key;
  return {
    value: isCurrent ? state.value : null,
    problem: isCurrent ? state.problem : null,
    isLoading: isCurrent ? state.isLoading : isWanted,
    reload,
  };
}
