import { useState } from "preact/hooks";
import type { RowPair } from "../../../../schemas/comparison.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { percent } from "./percent.ts";

/** How alike two rows are; which words and numbers made them so is shown when asked for. */
export function ExplanationNote({ pair: { similarity, explanation } }: { readonly pair: RowPair }) {
  const words = useWords(compareWords);
  const [isOpen, setOpen] = useState(false);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [words.sharedWords, explanation.words],
    [words.sharedNumbers, explanation.numbers],
    [words.templateOnly, explanation.templateOnly],
    [words.localOnly, explanation.localOnly],
  ];
  return (
    <details class="explanation small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.similarity(percent(similarity))}</summary>
      {isOpen && (
        <dl>
          {lists
            .filter(([, list]) => list.length > 0)
            .map(([name, list]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <FileText text={list.join(" · ")} />
                </dd>
              </div>
            ))}
        </dl>
      )}
    </details>
  );
}
