import { useLanguage, useWords } from "../../app/language.tsx";
import { Badge, type BadgeTone } from "../../parts/badge.tsx";
import { shortTime } from "../../parts/short-time.ts";
import { kindWords } from "../../words/kinds.ts";
import { planWords } from "../../words/plan.ts";
import type { Certainty } from "../certainty.ts";
import { useDesk } from "../desk.tsx";

const SURE = 0.95;
const LIKELY = 0.85;

const toneOf = (confidence: number): BadgeTone => (confidence >= SURE ? "good" : confidence >= LIKELY ? "warn" : "bad");

/** How sure a fact is, in words: read or recognised, queried, corrected, checked. */
export function CertaintyMarks({
  certainty: { confidence, findings, corrected, checked },
  hasEvidence,
}: {
  readonly certainty: Certainty;
  readonly hasEvidence: boolean;
}) {
  const words = useWords(planWords);
  const kinds = useWords(kindWords);
  const { language } = useLanguage();
  const { plan, show } = useDesk();
  const [check] = checked;
  return (
    <>
      {!hasEvidence ? (
        <Badge>{words.noEvidence}</Badge>
      ) : confidence === null ? (
        <Badge title={words.readHint}>{words.read}</Badge>
      ) : (
        <Badge tone={toneOf(confidence)} title={words.recognisedHint}>
          {words.recognised(Math.floor(confidence * 100))}
        </Badge>
      )}
      {findings.length > 0 && (
        <button
          type="button"
          class="badge warn as-button"
          title={findings.map((index) => kinds.findings[plan.findings[index]!.code]).join("、")}
          onClick={(event) => {
            event.stopPropagation();
            show(`findings/${findings[0]}`, "facts");
          }}
        >
          {words.doubtful(findings.length)}
        </button>
      )}
      {corrected.length > 0 && <Badge tone="info">{words.corrected}</Badge>}
      {check && (
        <Badge tone="good" title={words.checkedBy(check.who, shortTime(check.at, language))}>
          ✓ {words.checked}
        </Badge>
      )}
    </>
  );
}
