import { useEffect } from "preact/hooks";
import type { Submission } from "../../../../schemas/submission.ts";
import { type QueueState, readQueue, retryFailed } from "../api/operations.ts";
import { retrySubmission } from "../api/submissions.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { useAct } from "../parts/use-act.tsx";
import { failureText } from "../upload/failure-text.ts";
import { kindWords } from "../words/kinds.ts";
import { operationsWords } from "../words/operations.ts";
import { Figure } from "./figure.tsx";

const RENEW_MILLIS = 5000;

/** How the queue stands, what room is left, and which files failed and why; renewed as long as it is looked at. */
export function QueuePart() {
  const words = useWords(operationsWords);
  const loaded = useLoad(readQueue, ["queue"]);
  const { reload } = loaded;
  useEffect(() => {
    const timer = setInterval(() => document.hidden || reload(), RENEW_MILLIS);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <LoadedView of={loaded}>
      {(queue) => (
        <>
          <Figures queue={queue} />
          <p class="small muted">{words.refreshed}</p>
          <FailedFiles failed={queue.failed} onRetried={reload} />
        </>
      )}
    </LoadedView>
  );
}

const STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
const JOBS = ["waiting", "active", "delayed", "failed"] as const;

function Figures({ queue }: { readonly queue: QueueState }) {
  const words = useWords(operationsWords);
  const { states } = useWords(kindWords);
  const { submissions, jobs, backend, storage, documents } = queue;
  return (
    <div class="figures">
      <section class="panel" aria-label={words.submissions}>
        <h2>{words.submissions}</h2>
        <dl>
          {STATES.map((state) => (
            <Figure
              key={state}
              name={states[state]}
              value={submissions[state]}
              isBad={state === "failed" && submissions.failed > 0}
            />
          ))}
        </dl>
      </section>
      <section class="panel" aria-label={words.jobs}>
        <h2>{words.jobs}</h2>
        <dl>
          {JOBS.map((state) => (
            <Figure key={state} name={words.jobStates[state]} value={jobs[state]} />
          ))}
          <Figure name={words.backend} value={words.backends[backend]} />
        </dl>
      </section>
      <section class="panel" aria-label={words.database}>
        <h2>{words.database}</h2>
        <dl>
          <Figure name={words.documents} value={documents} />
          <Figure name={words.free} value={words.megabytes(storage.freeMegabytes)} />
          <Figure name={words.database} value={storage.database} />
        </dl>
      </section>
    </div>
  );
}

interface FailedFilesProps {
  readonly failed: readonly Submission[];
  readonly onRetried: () => void;
}

function FailedFiles({ failed, onRetried }: FailedFilesProps) {
  const words = useWords(operationsWords);
  const tell = useTell();
  const { isActing, act } = useAct();
  const retry = (deed: () => Promise<number>) =>
    act(async () => {
      tell(words.retried(await deed()));
      onRetried();
    });
  const retryOne = (id: string) =>
    retry(async () => {
      await retrySubmission(id);
      return 1;
    });
  return (
    <section class="panel stack" aria-label={words.failed}>
      <div class="row between">
        <h2>{words.failed}</h2>
        {failed.length > 0 && (
          <button
            type="button"
            class="button"
            disabled={isActing}
            onClick={() => retry(async () => (await retryFailed()).retried)}
          >
            {words.retryAll}
          </button>
        )}
      </div>
      {failed.length === 0 ? (
        <p class="muted">{words.noFailed}</p>
      ) : (
        <FailedTable failed={failed} isActing={isActing} onRetry={retryOne} />
      )}
    </section>
  );
}

interface FailedTableProps {
  readonly failed: readonly Submission[];
  readonly isActing: boolean;
  readonly onRetry: (id: string) => void;
}

function FailedTable({ failed, isActing, onRetry }: FailedTableProps) {
  const words = useWords(operationsWords);
  const { language } = useLanguage();
  return (
    <div class="wide-table">
      <table class="table">
        <caption class="hidden-text">{words.failed}</caption>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col" class="number">
              {words.attempts}
            </th>
            <th scope="col">{words.when}</th>
            <th scope="col">
              <span class="hidden-text">{words.retry}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {failed.map(({ id, fileName, failure, attempts, finishedAt }) => (
            <tr key={id}>
              <td>
                <FileText text={fileName} />
              </td>
              <td class="wrong">
                <FileText text={failure && failureText(failure, language)} />
              </td>
              <td class="number">{attempts}</td>
              <td class="small muted">{finishedAt && shortTime(finishedAt, language)}</td>
              <td>
                <button
                  type="button"
                  class="button small"
                  aria-label={words.retryOf(fileName)}
                  disabled={isActing}
                  onClick={() => onRetry(id)}
                >
                  {words.retry}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
