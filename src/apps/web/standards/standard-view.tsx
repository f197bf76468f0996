import type { PublishedStandard } from "../../../../schemas/published-standard.ts";
import { hasScope } from "../api/session.ts";
import { readStandards } from "../api/standards.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { usePlace } from "../app/location.tsx";
import type { RouteParts } from "../app/route-parts.ts";
import { useMe } from "../app/session.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { standardsWords } from "../words/standards.ts";
import { FillSheet } from "./fill-sheet.tsx";
import { StandardBadges, standardPath } from "./plan-standards.tsx";
import { SavedAssessments } from "./saved-assessments.tsx";
import { StandardDownloads } from "./standard-downloads.tsx";
import { StandardTable } from "./standard-table.tsx";
import "./standards.css";

/** One standard: as a table, as a sheet to fill in, and what was filled in before. */
export function StandardView({ parts }: { readonly parts: RouteParts }) {
  const words = useWords(standardsWords);
  const id = parts.id ?? "";
  const index = Number(parts.standard);
  const loaded = useLoad((signal) => readStandards(id, signal), [id]);
  return (
    <div class="page standard">
      <LoadedView of={loaded}>
        {(standards) => {
          const standard = standards[index];
          return standard ? <Whole document={id} index={index} standard={standard} /> : <p>{words.noStandard}</p>;
        }}
      </LoadedView>
    </div>
  );
}

const VIEWS = ["table", "fill", "saved"] as const;

interface WholeProps {
  readonly document: string;
  readonly index: number;
  readonly standard: PublishedStandard;
}

function Whole({ document, index, standard }: WholeProps) {
  const words = useWords(standardsWords);
  const { query } = usePlace();
  const isAllowed = hasScope(useMe(), "submit");
  const views = VIEWS.filter((each) => each !== "fill" || isAllowed);
  const view = views.find((each) => each === query.get("view")) ?? "table";
  const path = standardPath(document, index);
  return (
    <>
      <div class="page-head">
        <h1>
          <FileText text={standard.title} />
        </h1>
        <StandardBadges standard={standard} />
      </div>
      <p class="small muted">
        {words.ofPlan}{" "}
        <a href={`/documents/${encodeURIComponent(document)}`}>
          <FileText text={standard.plan.title ?? document} />
        </a>
      </p>
      <nav class="tabs no-print" aria-label={words.view}>
        {views.map((each) => (
          <a
            key={each}
            href={each === "table" ? path : `${path}?view=${each}`}
            aria-current={each === view ? "page" : undefined}
          >
            {words.views[each]}
          </a>
        ))}
      </nav>
      {view === "table" && (
        <>
          <StandardDownloads document={document} />
          <StandardTable standard={standard} />
        </>
      )}
      {view === "fill" && <FillSheet document={document} standard={standard} />}
      {view === "saved" && <SavedAssessments document={document} standard={standard} />}
    </>
  );
}
