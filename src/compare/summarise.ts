import type { Relation } from "../../schemas/change.ts";
import type { Comparison, ComparisonSummary, RelationCounts, RowPair } from "../../schemas/comparison.ts";

type Sections = Pick<Comparison, "standards" | "tasks" | "targets" | "phases" | "deadlines" | "responsibilities">;

/** Counts the relations of every section, and the share of the template's rows that the local plan keeps. */
export function summarise(sections: Sections): ComparisonSummary {
  const rows = hasTemplateRows(sections.standards) ? sections.standards : sections.tasks;
  return {
    ...countRelations(sections.standards),
    stricter: sections.standards.filter(({ direction }) => direction === "stricter").length,
    looser: sections.standards.filter(({ direction }) => direction === "looser").length,
    coverage: coverageOf(rows),
    sections: {
      standards: countRelations(sections.standards),
      tasks: countRelations(sections.tasks),
      targets: countRelations(sections.targets),
      phases: countRelations(sections.phases),
      deadlines: countRelations(sections.deadlines),
      responsibilities: countRelations(sections.responsibilities),
    },
  };
}

const hasTemplateRows = (pairs: readonly RowPair[]): boolean => pairs.some(({ templateRow }) => templateRow !== null);

function countRelations(entries: readonly { readonly relation: Relation }[]): RelationCounts {
  const counts = { identical: 0, reworded: 0, changed: 0, added: 0, removed: 0 };
  for (const { relation } of entries) counts[relation]++;
  return counts;
}

/** The share of distinct template rows that have a counterpart; null where there are none. */
function coverageOf(pairs: readonly RowPair[]): number | null {
  const keyOf = ({ standard, templateRow }: RowPair): string => `${standard?.template} ${templateRow!.ordinal}`;
  const rows = pairs.filter(({ templateRow }) => templateRow !== null);
  if (rows.length === 0) return null;
  const kept = new Set(rows.filter(({ localRow }) => localRow !== null).map(keyOf));
  return kept.size / new Set(rows.map(keyOf)).size;
}
