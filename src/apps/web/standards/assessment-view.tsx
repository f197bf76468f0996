import type { AssessedRow, Assessment } from "../../../../schemas/assessment.ts";
import { assessmentPageUrl, type KeptAssessment, readAssessment, readStandards } from "../api/standards.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import type { RouteParts } from "../app/route-parts.ts";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { standardsWords } from "../words/standards.ts";
import { AssessedRules } from "./assessed-rules.tsx";
import { standardPath } from "./plan-standards.tsx";
import { TotalsPanel } from "./totals-panel.tsx";
import "./standards.css";

/** An assessment as it was saved. */
export function AssessmentView({ parts }: { readonly parts: RouteParts }) {
  const id = parts.id ?? "";
  const loaded = useLoad((signal) => readAssessment(id, signal), [id]);
  return (
    <div class="page assessment">
      <LoadedView of={loaded}>{(kept) => <Whole kept={kept} />}</LoadedView>
    </div>
  );
}

function Whole({ kept }: { readonly kept: KeptAssessment }) {
  const words = useWords(standardsWords);
  const { language } = useLanguage();
  const { result, document, createdAt } = kept;
  const heads = [result.assessor, result.date, shortTime(createdAt, language)].filter((each) => each !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>
            {words.assessmentTitle} · <FileText text={result.subject ?? words.unnamed} />
          </h1>
          <p class="muted">
            <FileText text={heads.join(" · ")} />
          </p>
        </div>
        <div class="row no-print">
          <a class="button" href={assessmentPageUrl(kept.id)} target="_blank" rel="noreferrer">
            {words.printPage}
          </a>
          <button type="button" class="button" onClick={() => print()}>
            {words.print}
          </button>
        </div>
      </div>
      <StandardLink document={document} assessment={result} />
      <div class="assessment-parts">
        <div class="panel">
          <RowTable rows={result.rows} />
        </div>
        <div class="stack">
          <TotalsPanel assessment={result} title={words.result} />
          <AssessedRules assessment={result} />
        </div>
      </div>
    </>
  );
}

/** To the standard's place among those of its plan, where it still is there. */
function StandardLink({ document, assessment }: { readonly document: string; readonly assessment: Assessment }) {
  const words = useWords(standardsWords);
  const { value } = useLoad((signal) => readStandards(document, signal), [document]);
  const index = value?.findIndex(({ id }) => id === assessment.standard.id) ?? -1;
  const title = <FileText text={assessment.standard.title} />;
  return (
    <p>
      {words.ofPlan} {index < 0 ? title : <a href={`${standardPath(document, index)}?view=saved`}>{title}</a>}
    </p>
  );
}

function RowTable({ rows }: { readonly rows: readonly AssessedRow[] }) {
  const words = useWords(standardsWords);
  return (
    <table class="table assessed-rows">
      <caption class="hidden-text">{words.assessmentTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.criterion}</th>
          <th scope="col" class="number">
            {words.given}
          </th>
          <th scope="col">{words.remark}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} class={row.status} data-row={row.number}>
            <td>
              <FileText text={String(row.number)} />
            </td>
            <td>
              <FileText text={row.criterion} />
            </td>
            <td class="number">
              <Given row={row} />
            </td>
            <td>
              <FileText text={row.remark} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `3 / 4`, `是`, or that nothing counts. */
function Given({ row: { status, points, met, max } }: { readonly row: AssessedRow }) {
  const words = useWords(standardsWords);
  if (status !== "assessed") return <span class="muted">{words.status[status]}</span>;
  if (points === null) return <>{met ? words.yes : words.no}</>;
  return <>{max === null ? points : `${points} / ${max}`}</>;
}
