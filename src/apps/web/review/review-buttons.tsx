import { useWords } from "../app/language.tsx";
import { useDesk } from "../plan/desk.tsx";
import { reviewWords } from "../words/review.ts";
import { isReviewable, useReview } from "./use-review.tsx";

export function ReviewButtons({ path }: { readonly path: string }) {
  const words = useWords(reviewWords);
  const { edit } = useDesk();
  const { check } = useReview();
  if (!isReviewable(path)) return null;
  return (
    <span class="review-buttons">
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
    </span>
  );
}
