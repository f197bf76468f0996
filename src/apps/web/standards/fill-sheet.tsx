import { useMemo } from "preact/hooks";
import type { PublishedStandard } from "../../../../schemas/published-standard.ts";
import { createAssessment } from "../api/standards.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { navigate } from "../app/location.tsx";
import { useTell } from "../app/toasts.tsx";
import { shortTime } from "../parts/short-time.ts";
import { useAct } from "../parts/use-act.tsx";
import { standardsWords } from "../words/standards.ts";
import { removeDraft } from "./draft.ts";
import { FillRows } from "./fill-rows.tsx";
import { FillRules } from "./fill-rules.tsx";
import { countSheet, type Filled, filledJson } from "./filled.ts";
import { TotalsPanel } from "./totals-panel.tsx";
import { useDraft } from "./use-draft.tsx";

interface FillSheetProps {
  readonly document: string;
  readonly standard: PublishedStandard;
}

/** A sheet to fill in: with every key, what it comes to is counted, and what stands there is kept. */
export function FillSheet({ document, standard }: FillSheetProps) {
  const words = useWords(standardsWords);
  const { filled, change, keptAt, discard } = useDraft(document, standard.id);
  const assessment = useMemo(() => countSheet(standard, filled), [standard, filled]);
  const { isSaving, save } = useSaving(document, standard, filled);
  const put = (part: "values" | "remarks") => (id: string, text: string) =>
    change((old) => ({ ...old, [part]: { ...old[part], [id]: text } }));
  const sheet = { standard, filled, assessment, onValue: put("values"), onRemark: put("remarks") };
  return (
    <form
      class="fill-sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="stack">
        <HeadFields filled={filled} onChange={(part) => change((old) => ({ ...old, ...part }))} />
        <FillRows {...sheet} />
        <FillRules {...sheet} />
      </div>
      <div class="totals-side">
        <TotalsPanel assessment={assessment} title={words.liveTotals} isLive />
        <div class="row">
          <button type="submit" class="button primary" disabled={isSaving}>
            {isSaving ? words.saving : words.save}
          </button>
        </div>
        {keptAt !== null && <DraftNote keptAt={keptAt} onDiscard={discard} />}
      </div>
    </form>
  );
}

function useSaving(document: string, standard: PublishedStandard, filled: Filled) {
  const words = useWords(standardsWords);
  const tell = useTell();
  const { isActing, act } = useAct();
  const save = () =>
    act(async () => {
      const [kept] = await createAssessment(document, filledJson(standard, filled));
      removeDraft(document, standard.id);
      tell(words.saved);
      navigate(`/assessments/${kept!.id}`);
    });
  return { isSaving: isActing, save };
}

interface DraftNoteProps {
  readonly keptAt: string;
  readonly onDiscard: () => void;
}

/** Says where the half-filled sheet is kept, and lets it be thrown away. */
function DraftNote({ keptAt, onDiscard }: DraftNoteProps) {
  const words = useWords(standardsWords);
  const { language } = useLanguage();
  return (
    <section class="row between small draft-note no-print" aria-label={words.draft}>
      <span>{words.draftKept(shortTime(keptAt, language))}</span>
      <button type="button" class="button small" onClick={onDiscard}>
        {words.discardDraft}
      </button>
    </section>
  );
}

interface HeadFieldsProps {
  readonly filled: Filled;
  readonly onChange: (change: Partial<Filled>) => void;
}

function HeadFields({ filled, onChange }: HeadFieldsProps) {
  const words = useWords(standardsWords);
  return (
    <div class="panel head-fields">
      {(["subject", "assessor"] as const).map((field) => (
        <label key={field} class="field">
          <span>{words[field]}</span>
          <input
            type="text"
            maxLength={100}
            value={filled[field]}
            onInput={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        </label>
      ))}
      <label class="field">
        <span>{words.date}</span>
        <input type="date" value={filled.date} onInput={(event) => onChange({ date: event.currentTarget.value })} />
      </label>
    </div>
  );
}
