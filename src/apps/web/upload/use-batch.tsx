import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Batch, Submission } from "../../../../schemas/submission.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { followBatch } from "../api/events.ts";
import { readBatch, readBatchSubmissions } from "../api/submissions.ts";

const byOrdinal = (a: Submission, b: Submission): number => a.ordinal - b.ordinal;

interface LiveBatch {
  readonly batch: Batch | null;
  readonly submissions: readonly Submission[] | null;
  readonly problem: ApiProblem | null;
  /** Says of submissions what the page knows before the server tells, and follows anew. */
  readonly renew: () => void;
}

/** A batch and its submissions, live. Changes are drawn at most once a frame, however many come. */
export function useBatch(id: string): LiveBatch {
  const [batch, setBatch] = useState<Batch | null>(null);
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
    Promise.all([readBatch(id, gone.signal), readBatchSubmissions(id, gone.signal)])
      .then(([now, all]) => {
        setBatch(now);
        for (const submission of all) note(submission);
        // The files may all have their end while the report is still being made.
        if (now.state === "open") end = followBatch(id, { onSubmission: note, onBatch: setBatch });
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
  return { batch, submissions, problem, renew };
}
