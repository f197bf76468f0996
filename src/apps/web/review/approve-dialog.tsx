import { useState } from "preact/hooks";
import { ApiProblem } from "../api/api-problem.ts";
import { createReview } from "../api/reviews.ts";
import { useWords } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { useDesk } from "../plan/desk.tsx";
import { reviewWords } from "../words/review.ts";

/** Approves the plan, or opens an approved one again, with a comment. */
export function ApproveDialog() {
  const words = useWords(reviewWords);
  const tell = useTell();
  const { document: record, openDialog, reload } = useDesk();
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const isApproved = record.approval !== null;
  const decide = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await createReview(record.id, isApproved ? "reopened" : "approved", note.trim() || null);
      tell(isApproved ? words.reopenedNow : words.approvedNow);
      openDialog(null);
      reload();
    } catch (error) {
      setWrong(error instanceof ApiProblem ? error.message : String(error));
    }
  };
  return (
    <Dialog title={isApproved ? words.reopen : words.approveTitle} onClose={() => openDialog(null)}>
      <form class="stack" onSubmit={decide}>
        <label class="field">
          <span>{words.note}</span>
          <textarea
            rows={3}
            maxLength={2000}
            value={note}
            onInput={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </label>
        {wrong && (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        )}
        <div class="row end">
          <button type="button" class="button" onClick={() => openDialog(null)}>
            {words.cancel}
          </button>
          <button type="submit" class="button primary">
            {isApproved ? words.reopen : words.approve}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
