import type { Assessment } from "../../../../schemas/assessment.ts";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { standardsWords } from "../words/standards.ts";

/** The bonuses that were claimed, and how the vetoes were answered. */
export function AssessedRules({ assessment: { bonus, vetoes } }: { readonly assessment: Assessment }) {
  const words = useWords(standardsWords);
  const answer = (happened: boolean | null): string =>
    happened === null ? words.notChosen : happened ? words.yes : words.no;
  return (
    <>
      {bonus.items.length > 0 && (
        <section class="panel stack" aria-label={words.bonus}>
          <h2>{words.bonus}</h2>
          <ul class="rules">
            {bonus.items.map(({ id, number, criterion, claimed, counted }) => (
              <li key={id}>
                <b>{number}</b> <FileText text={criterion} /> <Badge tone="info">{counted}</Badge>
                {claimed !== null && claimed !== counted && (
                  <span class="small muted">
                    {" "}
                    {words.claimed} {claimed}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {vetoes.length > 0 && (
        <section class="panel stack" aria-label={words.veto}>
          <h2>{words.veto}</h2>
          <ul class="rules">
            {vetoes.map(({ id, number, criterion, happened }) => (
              <li key={id}>
                <b>{number}</b> <FileText text={criterion} />{" "}
                <Badge tone={happened ? "bad" : "plain"}>{answer(happened)}</Badge>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
