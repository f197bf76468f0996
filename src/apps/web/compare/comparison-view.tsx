import type { Comparison, PlanReference } from "../../../../schemas/comparison.ts";
import { DIRECTION, SECTIONS, type SectionName } from "../../../publish/comparison/labels.ts";
import { readComparison } from "../api/comparisons.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { usePlace } from "../app/location.tsx";
import type { RouteParts } from "../app/route-parts.ts";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { compareWords } from "../words/compare.ts";
import { ComparisonSection } from "./comparison-section.tsx";
import { CountsTable } from "./counts-table.tsx";
import { ExportLinks } from "./export-links.tsx";
import { readFilter } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FindingList, MessageList } from "./finding-list.tsx";
import { ShareBar } from "./share-bar.tsx";
import "./compare.css";

/** Two plans side by side. */
export function ComparisonView({ parts }: { readonly parts: RouteParts }) {
  const id = parts.id ?? "";
  const loaded = useLoad((signal) => readComparison(id, signal), [id]);
  return (
    <div class="page comparison">
      <LoadedView of={loaded}>{(comparison) => <Whole id={id} comparison={comparison} />}</LoadedView>
    </div>
  );
}

function Whole({ id, comparison }: { readonly id: string; readonly comparison: Comparison }) {
  const words = useWords(compareWords);
  const filter = readFilter(usePlace().query);
  const { summary, findings, messages } = comparison;
  const sections = SECTIONS.filter((name) => comparison[name].length > 0);
  return (
    <>
      <div class="page-head">
        <h1>{words.title}</h1>
        <div class="row no-print">
          <ExportLinks kind="comparisons" id={id} />
          <button type="button" class="button" onClick={() => print()}>
            {words.print}
          </button>
        </div>
      </div>
      <div class="two-plans">
        <PlanCard label={words.template} plan={comparison.template} />
        <PlanCard label={words.local} plan={comparison.local} />
      </div>
      <section class="panel stack" aria-label={words.counts}>
        <p class="row" title={words.coverageHint}>
          {words.coverage} <ShareBar share={summary.coverage} label={words.coverage} />
          <DirectionCount direction="stricter" count={summary.stricter} />
          <DirectionCount direction="looser" count={summary.looser} />
        </p>
        <CountsTable summary={summary} />
      </section>
      <section class="panel stack" id="findings" aria-label={words.findings}>
        <h2>{words.findings}</h2>
        <FindingList findings={findings} />
        <MessageList messages={messages} />
      </section>
      <FilterBar filter={filter} counts={totalsOf(comparison, sections)} />
      {sections.map((name) => (
        <ComparisonSection key={name} name={name} comparison={comparison} filter={filter} />
      ))}
    </>
  );
}

function totalsOf({ summary }: Comparison, names: readonly SectionName[]) {
  const sum = (relation: keyof typeof summary.sections.tasks): number =>
    names.reduce((total, name) => total + summary.sections[name][relation], 0);
  return {
    identical: sum("identical"),
    reworded: sum("reworded"),
    changed: sum("changed"),
    added: sum("added"),
    removed: sum("removed"),
  };
}

const PlanCard = ({ label, plan }: { readonly label: string; readonly plan: PlanReference }) => (
  <div class="panel">
    <span class="muted small">{label}</span>
    <a href={`/documents/${encodeURIComponent(plan.id)}`}>
      <FileText text={plan.title ?? plan.id} />
    </a>
  </div>
);

function DirectionCount({ direction, count }: { readonly direction: "stricter" | "looser"; readonly count: number }) {
  const { language } = useLanguage();
  const label = DIRECTION[direction];
  return (
    <Badge tone={count === 0 ? "plain" : direction === "looser" ? "bad" : "info"}>
      {label.sign} {label[language]} {count}
    </Badge>
  );
}
