import { useState } from "preact/hooks";
import { ApiProblem } from "../api/api-problem.ts";
import { createComment } from "../api/reviews.ts";
import { useWords } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { useDesk } from "../plan/desk.tsx";
import { reviewWords } from "../words/review.ts";
import { usePathName } from "./use-path-name.tsx";

/** A remark on a fact, or on the whole plan where `fact` is null. It corrects and approves nothing. */
export function CommentDialog({ fact }: { readonly fact: string | null }) {
  const words = useWords(reviewWords);
  const nameOf = usePathName();
  const tell = useTell();
  const { document: record, openDialog, reload } = useDesk();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await createComment(record.id, fact === null ? null : `/${fact}`, text);
      tell(words.commentedNow);
      openDialog(null);
      reload();
    } catch (error) {
      setWrong(error instanceof ApiProblem ? error.message : String(error));
    }
  };
  return (
    <Dialog
      title={fact === null ? words.commentOnPlan : words.commentOn(nameOf(fact))}
      onClose={() => openDialog(null)}
    >
      <form class="stack" onSubmit={save}>
        <label class="field">
          <span>{words.commentText}</span>
          <textarea
            rows={4}
            maxLength={2000}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
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
          <button type="submit" class="button primary" disabled={text.trim() === ""}>
            {words.saveComment}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
