import { findAt } from "../../../core/json-pointer.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { createCorrection, withdrawCorrection } from "../api/reviews.ts";
import { useWords } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { useDesk } from "../plan/desk.tsx";
import { reviewWords } from "../words/review.ts";
import { findMainField } from "./editable-fields.ts";

/** What a reviewer can do with a fact in one step. */
export function useReview() {
  const words = useWords(reviewWords);
  const tell = useTell();
  const { plan, document: record, corrections, reload } = useDesk();
  const attempt = async (act: () => Promise<unknown>, said: string): Promise<void> => {
    try {
      await act();
      tell(said);
      reload();
    } catch (error) {
      tell(error instanceof ApiProblem ? error.message : String(error), "bad");
    }
  };
  return {
    /** Says that the value is right as it stands: the same value, laid over itself in the reviewer's name. */
    check: (fact: string) => {
      const field = findMainField(fact, findAt(plan, `/${fact}`));
      if (!field) return Promise.resolve();
      return attempt(() => createCorrection(record.id, field.path, field.value, words.check), words.checkedNow);
    },
    /** Takes back whatever people laid over the machine's value at a path. */
    restore: (path: string) =>
      attempt(async () => {
        for (const { id, path: at, withdrawn } of corrections)
          if (at === path && withdrawn === null) await withdrawCorrection(id);
      }, words.restored),
  };
}

/** Findings are the program's own word: they are answered by correcting what they speak of. */
export const isReviewable = (path: string): boolean => !path.startsWith("findings/");
