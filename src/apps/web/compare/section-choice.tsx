import type { MatrixRow } from "../../../../schemas/matrix.ts";
import { SECTION } from "../../../publish/comparison/labels.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";
import { Choice } from "./filter-bar.tsx";

/** Picks the rows of standards, tasks or targets, of those that there are. */
export function SectionChoice({
  rows,
  chosen,
}: {
  readonly rows: readonly MatrixRow[];
  readonly chosen: string | null;
}) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  const sections = [...new Set(rows.map(({ section }) => section))];
  if (sections.length < 2) return null;
  return (
    <fieldset class="filter-bar no-print">
      <legend class="hidden-text">{words.sectionFilter}</legend>
      <Choice name="section" value={null} isChosen={chosen === null} label={words.all} />
      {sections.map((section) => (
        <Choice
          key={section}
          name="section"
          value={section}
          isChosen={chosen === section}
          label={SECTION[section][language]}
        />
      ))}
    </fieldset>
  );
}
