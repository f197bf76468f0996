import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Submission } from "../../../../schemas/submission.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { followBatch } from "../api/events.ts";
import { readBatchSubmissions } from "../api/submissions.ts";

const ENDED: ReadonlySet<string> = new Set(["done", "failed", "cancelled"]);
const byOrdinal = (a: Submission, b: Submission): number => a.ordinal - b.ordinal;

interface LiveBatch {
  readonly submissions: readonly Submission[] | null;
  readonly problem: ApiProblem | null;
  /** Says of submissions what the page knows before the server tells, and follows anew. */
  readonly renew: () => void;
}

/** A batch's submissions, live. Changes are drawn at most once a frame, however many come. */
export function useBatch(id: string): LiveBatch {
  const [submissions, setSubmissions] = useState<readonly Submission[] | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [round, setRound] = useState(0);
  const known = useRef(new Map<string, Submission>());
  useEffect(() => {
    let frame = 0;
    let end = (): void => {};
    const gone = new AbortController();
    const draw = (): void => {
      frame = 0;
      setSubmissions([...known.current.values()].toSorted(byOrdinal));
    };
    const note = (submission: Submission): void => {
      known.current.set(submission.id, submission);
      frame ||= requestAnimationFrame(draw);
    };
    readBatchSubmissions(id, gone.signal)
      .then((all) => {
        for (const submission of all) note(submission);
        if (all.some(({ state }) => !ENDED.has(state)))
          end = followBatch(id, { onSubmission: note, onBatch: () => {} });
      })
      .catch((error: unknown) => {
        if (error instanceof ApiProblem) setProblem(error);
      });
    return () => {
      gone.abort();
      cancelAnimationFrame(frame);
      end();
    };
  }, [id, round]);
  const renew = useCallback(() => setRound((old) => old + 1), []);
  return { submissions, problem, renew };
}
