import type { PublishedRule } from "../../../../schemas/published-standard.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { standardsWords } from "../words/standards.ts";

/** Bonuses or vetoes with their rules. */
export function RuleTable({ title, rules }: { readonly title: string; readonly rules: readonly PublishedRule[] }) {
  const words = useWords(standardsWords);
  if (rules.length === 0) return null;
  return (
    <section class="panel stack" aria-label={title}>
      <h2>{title}</h2>
      <ul class="rules">
        {rules.map(({ id, number, criterion, rule, maxPoints }) => (
          <li key={id}>
            <b>{number}</b> <FileText text={criterion} />{" "}
            {maxPoints !== null && <span class="muted">（{words.most(maxPoints)}）</span>}
            <div class="small muted">
              <FileText text={rule} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
