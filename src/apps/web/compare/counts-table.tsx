import type { ComparisonSummary } from "../../../../schemas/comparison.ts";
import { RELATIONS, SECTION, SECTIONS } from "../../../publish/comparison/labels.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";
import { RelationMark } from "./marks.tsx";

/** How many entries of each section have each relation. */
export function CountsTable({ summary: { sections } }: { readonly summary: ComparisonSummary }) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  return (
    <table class="table counts">
      <caption class="hidden-text">{words.counts}</caption>
      <thead>
        <tr>
          <th scope="col">{words.section}</th>
          {RELATIONS.map((relation) => (
            <th key={relation} scope="col" class="number">
              <RelationMark relation={relation} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SECTIONS.map((name) => (
          <tr key={name} data-section={name}>
            <th scope="row">
              <a href={`#${name}`}>{SECTION[name][language]}</a>
            </th>
            {RELATIONS.map((relation) => (
              <td
                key={relation}
                class={`number${sections[name][relation] === 0 ? " zero" : ""}`}
                data-relation={relation}
              >
                {sections[name][relation]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
