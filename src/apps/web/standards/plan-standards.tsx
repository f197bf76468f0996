import type { DocumentRecord } from "../../../../schemas/document-record.ts";
import type { PublishedStandard } from "../../../../schemas/published-standard.ts";
import { readStandards } from "../api/standards.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { kindWords } from "../words/kinds.ts";
import { standardsWords } from "../words/standards.ts";

/** The standards of one plan, with a link to read and one to assess. */
export function PlanStandards({ holder }: { readonly holder: DocumentRecord }) {
  const words = useWords(standardsWords);
  const { levels } = useWords(kindWords);
  const { id, level, jurisdiction, issuedOn } = holder;
  const name = holder.title ?? holder.fileName;
  const loaded = useLoad((signal) => readStandards(id, signal), [id]);
  return (
    <section class="panel plan-standards" aria-label={name}>
      <LoadedView of={loaded}>
        {(standards) => (
          <ul>
            {standards.map((standard, index) => (
              <StandardLine key={standard.id} standard={standard} href={standardPath(id, index)} />
            ))}
          </ul>
        )}
      </LoadedView>
      <p class="small muted">
        {words.ofPlan}{" "}
        <a href={`/documents/${encodeURIComponent(id)}`}>
          <FileText text={name} />
        </a>{" "}
        {level && <Badge>{levels[level]}</Badge>} <FileText text={jurisdiction ?? ""} /> {issuedOn}
      </p>
    </section>
  );
}

export const standardPath = (document: string, index: number): string =>
  `/documents/${encodeURIComponent(document)}/standards/${index}`;

function StandardLine({ standard, href }: { readonly standard: PublishedStandard; readonly href: string }) {
  const words = useWords(standardsWords);
  return (
    <li>
      <a class="standard-title" href={href}>
        <FileText text={standard.title} />
      </a>
      <StandardBadges standard={standard} />
      <a class="button small" href={`${href}?view=fill`}>
        {words.fill}
      </a>
    </li>
  );
}

/** How many rows a standard has, its full mark and its pass mark. */
export function StandardBadges({ standard }: { readonly standard: PublishedStandard }) {
  const words = useWords(standardsWords);
  const { rows, total, attainable, passMark, trial, bonus, veto } = standard;
  const full = total ?? attainable;
  return (
    <span class="row">
      <Badge>{words.rows(rows.length)}</Badge>
      {full !== null && <Badge tone="info">{words.full(full)}</Badge>}
      {passMark !== null && <Badge tone="good">{words.pass(passMark)}</Badge>}
      {bonus.length > 0 && (
        <Badge>
          {words.bonus} {bonus.length}
        </Badge>
      )}
      {veto.length > 0 && (
        <Badge tone="bad">
          {words.veto} {veto.length}
        </Badge>
      )}
      {trial && <Badge>{words.trial}</Badge>}
    </span>
  );
}
