import type { MadeComparison } from "../api/comparisons.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { ShareBar } from "./share-bar.tsx";

interface MadeListProps {
  readonly made: readonly MadeComparison[];
  readonly names: ReadonlyMap<string, string>;
}

/** Comparisons just made, with how much of the template each local plan keeps. */
export function MadeList({ made, names }: MadeListProps) {
  const words = useWords(compareWords);
  return (
    <section class="panel stack" aria-label={words.made}>
      <h2>{words.made}</h2>
      <ul class="made">
        {made.map(({ id, local, summary }) => (
          <li key={id}>
            <a href={`/comparisons/${id}`}>
              <FileText text={names.get(local) ?? local} />
            </a>
            <ShareBar share={summary.coverage} label={words.coverage} />
            <span class="small">
              ▲ {summary.stricter} ▼ {summary.looser}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
