import type { MatrixPlan } from "../../../../schemas/matrix.ts";
import { columnName } from "../../../publish/comparison/matrix-tables.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { clip } from "./clip.ts";
import { ShareBar } from "./share-bar.tsx";

/** How much of the template each plan keeps, the most first. */
export function CoverageBars({ plans }: { readonly plans: readonly MatrixPlan[] }) {
  const words = useWords(compareWords);
  const ordered = plans
    .filter(({ isTemplate }) => !isTemplate)
    .toSorted((a, b) => (b.coverage ?? -1) - (a.coverage ?? -1));
  return (
    <section class="panel stack" aria-label={words.coverage}>
      <h2>{words.coverage}</h2>
      <p class="muted small">{words.coverageHint}</p>
      <ul class="coverage-bars">
        {ordered.map((plan) => (
          <li key={plan.id}>
            <a href={`/documents/${encodeURIComponent(plan.id)}`} title={clip(plan.title ?? plan.id)}>
              <FileText text={columnName(plan)} />
            </a>
            <ShareBar share={plan.coverage} label={words.coverage} />
          </li>
        ))}
      </ul>
    </section>
  );
}
