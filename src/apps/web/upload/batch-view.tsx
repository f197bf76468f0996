import { useMemo, useState } from "preact/hooks";
import type { Batch, Submission } from "../../../../schemas/submission.ts";
import { reportOf, retrySubmission } from "../api/submissions.ts";
import { useWords } from "../app/language.tsx";
import { harmless } from "../parts/harmless.ts";
import { Loading } from "../parts/loading.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { Table, type TableColumn } from "../parts/table.tsx";
import { uploadWords } from "../words/upload.ts";
import { BatchComparisons } from "./batch-comparisons.tsx";
import { ComparisonLink } from "./comparison-link.tsx";
import { PlanLink } from "./plan-link.tsx";
import { SubmissionState } from "./submission-state.tsx";
import { useBatch } from "./use-batch.tsx";

const ROW_HEIGHT = 58;
const KILOBYTE = 1024;

/** `1536` → `1.5 KB`. */
const sizeText = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE
    ? `${(bytes / KILOBYTE).toFixed(bytes < 10 * KILOBYTE ? 1 : 0)} KB`
    : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;

/** The files of one upload, each with how far it is. */
export function BatchView({ id }: { readonly id: string }) {
  const words = useWords(uploadWords);
  const { batch, submissions, problem, renew } = useBatch(id);
  const [isFailedOnly, setFailedOnly] = useState(false);
  const columns = useColumns(batch, submissions ?? [], renew);
  if (problem) return <ProblemNote problem={problem} onRetry={renew} />;
  if (!submissions) return <Loading />;
  const failed = submissions.filter(({ state }) => state === "failed");
  const done = submissions.filter(({ state }) => state === "done").length;
  const retryAll = async (): Promise<void> => {
    for (const submission of failed) await retrySubmission(submission.id).catch(() => {});
    renew();
  };
  return (
    <section class="batch">
      <div class="row between">
        <p role="status">
          <b>{words.of(done, submissions.length)}</b>
          {failed.length > 0 && <span class="wrong"> · {words.failedCount(failed.length)}</span>}
        </p>
        <div class="row">
          {failed.length > 0 && (
            <>
              <label class="row">
                <input type="checkbox" checked={isFailedOnly} onChange={() => setFailedOnly(!isFailedOnly)} />
                {words.onlyFailed}
              </label>
              <button type="button" class="button" onClick={retryAll}>
                {words.retryAll}
              </button>
            </>
          )}
          <a class="button quiet" href="/upload">
            {words.back}
          </a>
        </div>
      </div>
      {batch?.template && <BatchComparisons batch={batch} template={batch.template} />}
      <progress aria-label={words.batch} max={submissions.length} value={done + failed.length} />
      <Table
        label={words.batch}
        class="submission-table"
        columns={columns}
        rows={isFailedOnly && failed.length > 0 ? failed : submissions}
        keyOf={(submission) => submission.id}
        rowHeight={ROW_HEIGHT}
      />
    </section>
  );
}

function useColumns(
  batch: Batch | null,
  submissions: readonly Submission[],
  renew: () => void,
): TableColumn<Submission>[] {
  const words = useWords(uploadWords);
  const first = useMemo(() => {
    const ordinals = new Map<string, number>();
    for (const { sha256, ordinal } of submissions) if (!ordinals.has(sha256)) ordinals.set(sha256, ordinal);
    return ordinals;
  }, [submissions]);
  const comparisons = useMemo(
    () => new Map((batch && reportOf(batch))?.rows.map((row) => [row.submission, row] as const)),
    [batch],
  );
  return [
    {
      key: "file",
      title: words.file,
      class: "name-cell",
      cell: ({ fileName, byteLength }) => (
        <>
          <bdi class="clamp-1">{harmless(fileName)}</bdi>
          <span class="muted small">{sizeText(byteLength)}</span>
        </>
      ),
    },
    {
      key: "state",
      title: words.state,
      class: "state-cell",
      cell: (submission) => <SubmissionState submission={submission} onChange={renew} />,
    },
    {
      key: "plan",
      title: words.plan,
      class: "link-cell",
      cell: (submission) => (
        <>
          <PlanLink
            key={submission.document}
            submission={submission}
            isRepeated={first.get(submission.sha256) !== submission.ordinal}
          />
          <ComparisonLink row={comparisons.get(submission.id)} />
        </>
      ),
    },
  ];
}
