import type { PublishedStandard } from "../../../../schemas/published-standard.ts";
import { hasScope } from "../api/session.ts";
import { type KeptAssessment, listAssessments, sendAssessment } from "../api/standards.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { useMe } from "../app/session.tsx";
import { useTell } from "../app/toasts.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { useAct } from "../parts/use-act.tsx";
import { standardsWords } from "../words/standards.ts";
import { ResultBadge } from "./totals-panel.tsx";

interface SavedProps {
  readonly document: string;
  readonly standard: PublishedStandard;
}

/** What was filled in before by this standard; a filled workbook can be added. */
export function SavedAssessments({ document, standard }: SavedProps) {
  const words = useWords(standardsWords);
  const loaded = useLoad((signal) => listAssessments(document, signal), [document]);
  const isAllowed = hasScope(useMe(), "submit");
  return (
    <>
      {isAllowed && <SheetUpload document={document} onSent={loaded.reload} />}
      <LoadedView of={loaded}>
        {({ items }) => {
          const kept = items.filter(({ result }) => result.standard.id === standard.id);
          return kept.length === 0 ? <p class="muted">{words.noSaved}</p> : <KeptTable kept={kept} />;
        }}
      </LoadedView>
    </>
  );
}

function KeptTable({ kept }: { readonly kept: readonly KeptAssessment[] }) {
  const words = useWords(standardsWords);
  const { language } = useLanguage();
  return (
    <div class="panel kept">
      <table class="table">
        <caption class="hidden-text">{words.views.saved}</caption>
        <thead>
          <tr>
            <th scope="col">{words.subject}</th>
            <th scope="col" class="number">
              {words.total}
            </th>
            <th scope="col">{words.result}</th>
            <th scope="col">{words.assessor}</th>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.when}</th>
          </tr>
        </thead>
        <tbody>
          {kept.map(({ id, result, createdAt }) => (
            <tr key={id}>
              <td>
                <a href={`/assessments/${id}`}>
                  <FileText text={result.subject ?? words.unnamed} />
                </a>
              </td>
              <td class="number">{result.total ?? "—"}</td>
              <td>
                <ResultBadge result={result.result} />
              </td>
              <td>
                <FileText text={result.assessor} />
              </td>
              <td>
                <FileText text={result.date} />
              </td>
              <td class="small muted">{shortTime(createdAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SheetUpload({ document, onSent }: { readonly document: string; readonly onSent: () => void }) {
  const words = useWords(standardsWords);
  const tell = useTell();
  const { act } = useAct();
  const send = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    await act(async () => {
      tell(words.uploaded((await sendAssessment(document, file)).length));
      onSent();
    });
    input.value = "";
  };
  return (
    <label class="field panel">
      <span>
        {words.upload}（{words.uploadHint}）
      </span>
      <input type="file" accept=".xlsx,.csv,.json" onChange={(event) => void send(event.currentTarget)} />
    </label>
  );
}
