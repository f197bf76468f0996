import { useWords } from "../../app/language.tsx";
import { ReviewButtons } from "../../review/review-buttons.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { CertaintyMarks } from "./certainty-marks.tsx";

/** Where a fact stands, how sure it is, and the ways to correct it. */
export function FactTools({ path }: { readonly path: string }) {
  const words = useWords(planWords);
  const { facts, spotlight, show, canReview, certaintyOf } = useDesk();
  const fact = facts.get(path);
  const certainty = certaintyOf(path);
  if (!fact || !certainty) return null;
  const page = fact.evidence[0]?.page ?? null;
  return (
    <div class="fact-tools">
      <button
        type="button"
        class="fact-place"
        disabled={fact.evidence.length === 0}
        title={fact.evidence.length > 0 ? words.showHint : words.noEvidence}
        onClick={(event) => {
          event.stopPropagation();
          spotlight.choose(path, "facts");
          show(path, "source");
        }}
      >
        {words.show(page)}
      </button>
      <CertaintyMarks certainty={certainty} hasEvidence={fact.evidence.length > 0} />
      {canReview && <ReviewButtons path={path} />}
    </div>
  );
}
