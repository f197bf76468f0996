import { findAt } from "../../../../core/json-pointer.ts";
import { useWords } from "../../app/language.tsx";
import { ReviewButtons } from "../../review/review-buttons.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { CertaintyMarks } from "./certainty-marks.tsx";

/** Where a fact stands, how sure it is, and the ways to correct it. */
export function FactTools({ path }: { readonly path: string }) {
  const words = useWords(planWords);
  const { plan, facts, spotlight, show, canReview, certaintyOf } = useDesk();
  const fact = facts.get(path);
  const certainty = certaintyOf(path);
  if (!fact || !certainty) return null;
  const hasEvidence = fact.evidence.length > 0;
  const isStated = findAt(plan, `/${path}`) !== null;
  const page = fact.evidence[0]?.page ?? null;
  return (
    <div class="fact-tools">
      {hasEvidence && (
        <button
          type="button"
          class="fact-place"
          title={words.showHint}
          onClick={(event) => {
            event.stopPropagation();
            spotlight.choose(path, "facts");
            show(path, "source");
          }}
        >
          {words.show(page)}
        </button>
      )}
      {(hasEvidence || isStated) && <CertaintyMarks certainty={certainty} hasEvidence={hasEvidence} />}
      {canReview && <ReviewButtons path={path} />}
    </div>
  );
}
