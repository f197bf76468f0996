import type { Submission } from "../../../../schemas/submission.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { cancelSubmission, retrySubmission } from "../api/submissions.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { Badge, type BadgeTone } from "../parts/badge.tsx";
import { kindWords } from "../words/kinds.ts";
import { uploadWords } from "../words/upload.ts";
import { failureText } from "./failure-text.ts";

const TONE: Readonly<Record<Submission["state"], BadgeTone>> = {
  queued: "plain",
  running: "info",
  done: "good",
  failed: "bad",
  cancelled: "warn",
};

/** Where a file is: its stage while it is at work, why it failed, and what can be done. */
export function SubmissionState({
  submission,
  onChange,
}: {
  readonly submission: Submission;
  readonly onChange: () => void;
}) {
  const words = useWords(uploadWords);
  const { states } = useWords(kindWords);
  const { language } = useLanguage();
  const tell = useTell();
  const { id, state, stage, progress, failure, fileName } = submission;
  const act = (call: (id: string) => Promise<unknown>) => async (): Promise<void> => {
    try {
      await call(id);
      onChange();
    } catch (error) {
      tell(error instanceof ApiProblem ? error.message : String(error), "bad");
    }
  };
  return (
    <div class="submission-state">
      <div class="row">
        <Badge tone={TONE[state]}>{states[state]}</Badge>
        {state === "running" && <span class="muted small">{words.stages[stage ?? "waiting"] ?? stage}</span>}
        {(state === "failed" || state === "cancelled") && (
          <button type="button" class="button small" onClick={act(retrySubmission)}>
            {words.retry}
          </button>
        )}
        {(state === "queued" || state === "running") && (
          <button type="button" class="button small quiet" onClick={act(cancelSubmission)}>
            {words.cancel}
          </button>
        )}
      </div>
      {state === "running" && <progress aria-label={words.progressOf(fileName)} max={100} value={progress} />}
      {failure && (
        <bdi class="wrong small clamp-1" title={failureText(failure, language)}>
          {failureText(failure, language)}
        </bdi>
      )}
    </div>
  );
}
