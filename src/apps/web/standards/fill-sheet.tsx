import { useMemo, useState } from "preact/hooks";
import type { PublishedStandard } from "../../../../schemas/published-standard.ts";
import { createAssessment } from "../api/standards.ts";
import { useWords } from "../app/language.tsx";
import { navigate } from "../app/location.tsx";
import { useTell } from "../app/toasts.tsx";
import { useAct } from "../parts/use-act.tsx";
import { standardsWords } from "../words/standards.ts";
import { FillRows } from "./fill-rows.tsx";
import { FillRules } from "./fill-rules.tsx";
import { countSheet, emptySheet, type Filled, filledJson } from "./filled.ts";
import { TotalsPanel } from "./totals-panel.tsx";

interface FillSheetProps {
  readonly document: string;
  readonly standard: PublishedStandard;
}

/** A sheet to fill in: what it comes to is counted with every key. */
export function FillSheet({ document, standard }: FillSheetProps) {
  const words = useWords(standardsWords);
  const [filled, setFilled] = useState(() => emptySheet(new Date().toISOString().slice(0, 10)));
  const assessment = useMemo(() => countSheet(standard, filled), [standard, filled]);
  const { isSaving, save } = useSaving(document, standard, filled);
  const put = (part: "values" | "remarks") => (id: string, text: string) =>
    setFilled((old) => ({ ...old, [part]: { ...old[part], [id]: text } }));
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
        <HeadFields filled={filled} onChange={(change) => setFilled((old) => ({ ...old, ...change }))} />
        <FillRows {...sheet} />
        <FillRules {...sheet} />
      </div>
      <div class="totals-side">
        <TotalsPanel assessment={assessment} title={words.liveTotals} isLive />
        <div class="row">
          <button type="submit" class="button primary" disabled={isSaving}>
            {isSaving ? words.saving : words.save}
          </button>
          <button type="button" class="button quiet" onClick={() => setFilled(emptySheet(filled.date))}>
            {words.clear}
          </button>
        </div>
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
      tell(words.saved);
      navigate(`/assessments/${kept!.id}`);
    });
  return { isSaving: isActing, save };
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
