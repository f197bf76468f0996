import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { SECTION, type SectionName } from "../../../publish/comparison/labels.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";
import {
  DeadlineSection,
  type FactSectionProps,
  FamilySection,
  PhaseSection,
  TargetSection,
} from "./fact-sections.tsx";
import { passes } from "./filter.ts";
import { RowPairs } from "./row-pairs.tsx";

const PARTS: Readonly<Record<SectionName, ComponentType<FactSectionProps>>> = {
  standards: ({ comparison, filter, caption }) => (
    <RowPairs pairs={comparison.standards} filter={filter} caption={caption} />
  ),
  tasks: ({ comparison, filter, caption }) => <RowPairs pairs={comparison.tasks} filter={filter} caption={caption} />,
  targets: TargetSection,
  phases: PhaseSection,
  deadlines: DeadlineSection,
  responsibilities: FamilySection,
};

interface ComparisonSectionProps extends Omit<FactSectionProps, "caption"> {
  readonly name: SectionName;
}

/** One section of a comparison: its heading says how much of it the filter lets through. */
export function ComparisonSection({ name, comparison, filter }: ComparisonSectionProps) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  const title = SECTION[name][language];
  const pairs: readonly Parameters<typeof passes>[0][] = comparison[name];
  const shown = pairs.filter((pair) => passes(pair, filter)).length;
  const Part = PARTS[name];
  const element = useRef<HTMLElement>(null);
  // On a phone what is wide is scrolled within: a keyboard has to reach it.
  useEffect(() => {
    if (element.current) element.current.tabIndex = 0;
  }, []);
  return (
    <section class="panel stack compare-section" id={name} aria-labelledby={`${name}-title`} ref={element}>
      <div class="row between">
        <h2 id={`${name}-title`}>{title}</h2>
        <span class="muted small" data-shown={shown}>
          {words.shown(shown, pairs.length)}
        </span>
      </div>
      <Part comparison={comparison} filter={filter} caption={words.rowsOf(title)} />
      {shown === 0 && <p class="muted">{words.nothingShown}</p>}
    </section>
  );
}
