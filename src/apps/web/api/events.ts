import type { Batch, Submission } from "../../../../schemas/submission.ts";
import { apiUrl } from "./request.ts";

interface FollowHandlers {
  readonly onSubmission: (submission: Submission) => void;
  readonly onBatch: (batch: Batch) => void;
}

/** Follows a batch until it is done; the browser itself comes back after a broken connection. Gives what ends it. */
export function followBatch(id: string, { onSubmission, onBatch }: FollowHandlers): () => void {
  const source = new EventSource(apiUrl(`/batches/${encodeURIComponent(id)}/events`));
  source.addEventListener("submission", (event) => onSubmission(JSON.parse(event.data) as Submission));
  source.addEventListener("batch", (event) => {
    const batch = JSON.parse(event.data) as Batch;
    onBatch(batch);
    if (batch.state === "done") source.close();
  });
  return () => source.close();
}
