import { useWords } from "../app/language.tsx";
import { useDesk } from "../plan/desk.tsx";
import { reviewWords } from "../words/review.ts";
import { isReviewable, useReview } from "./use-review.tsx";

export function ReviewButtons({ path }: { readonly path: string }) {
  const words = useWords(reviewWords);
  const { edit, openDialog } = useDesk();
  const { check } = useReview();
  return (
    <span class="review-buttons">
      {isReviewable(path) && (
        <>
          <button
            type="button"
            class="icon-button"
            title={words.edit}
            aria-label={words.edit}
            onClick={(event) => {
              event.stopPropagation();
              edit(path);
            }}
          >
            ✎
          </button>
          <button
            type="button"
            class="icon-button"
            title={words.check}
            aria-label={words.check}
            onClick={(event) => {
              event.stopPropagation();
              check(path);
            }}
          >
            ✓
          </button>
        </>
      )}
      <button
        type="button"
        class="icon-button"
        title={words.comment}
        aria-label={words.comment}
        onClick={(event) => {
          event.stopPropagation();
          openDialog({ commentOn: path });
        }}
      >
        ❝
      </button>
    </span>
  );
}
