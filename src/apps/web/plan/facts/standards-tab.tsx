import type { Standard } from "../../../../../schemas/standard.ts";
import { useWords } from "../../app/language.tsx";
import { Badge } from "../../parts/badge.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { mostPoints, sumPoints } from "../standard-groups.ts";
import { Fact } from "./fact.tsx";
import { StandardTable } from "./standard-table.tsx";

export function StandardsTab() {
  return (
    <div class="fact-list">
      {useDesk().plan.standards.map((standard, index) => (
        <StandardView key={index} standard={standard} path={`standards/${index}`} index={index} />
      ))}
    </div>
  );
}

interface StandardViewProps {
  readonly standard: Standard;
  readonly path: string;
  readonly index: number;
}

function StandardView({ standard, path, index }: StandardViewProps) {
  const words = useWords(planWords);
  const { document: record } = useDesk();
  const { title, attachment, trial, items, total, passMark, notes } = standard;
  const sum = sumPoints(items.map(mostPoints));
  return (
    <section class="standard">
      <Fact path={path}>
        <h2>
          <FileText text={title} />
        </h2>
        <p class="row">
          {attachment !== null && <Badge>{words.attachment(attachment)}</Badge>}
          {trial && <Badge tone="info">{words.trial}</Badge>}
          <span>
            {items.length} {words.rows}
          </span>
          {sum !== null && (
            <span>
              {words.sum} <b>{sum}</b>
            </span>
          )}
          {total !== null && (
            <span>
              {words.total} <b>{total}</b>
            </span>
          )}
          {sum !== null && total !== null && sum !== total && <Badge tone="warn">{words.mismatch}</Badge>}
          {passMark !== null && (
            <span>
              {words.passMark} <b>{passMark}</b>
            </span>
          )}
          <a href={`/documents/${encodeURIComponent(record.id)}/standards/${index}`}>{words.assess}</a>
        </p>
      </Fact>
      <StandardTable standard={standard} path={path} />
      <Rules title={words.bonus} path={`${path}/bonus`} rules={standard.bonus} />
      <Rules title={words.veto} path={`${path}/veto`} rules={standard.veto} />
      {notes.length > 0 && (
        <>
          <h3>{words.notes}</h3>
          <ul>
            {notes.map((note, at) => (
              <li key={at}>
                <FileText text={note} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Rules({
  title,
  path,
  rules,
}: {
  readonly title: string;
  readonly path: string;
  readonly rules: Standard["bonus"];
}) {
  if (rules.length === 0) return null;
  return (
    <>
      <h3 class="list-title">{title}</h3>
      {rules.map(({ criterion, rule, maxPoints }, index) => (
        <Fact key={index} path={`${path}/${index}`}>
          <p>
            <FileText text={criterion} /> {maxPoints !== null && <Badge tone="good">+{maxPoints}</Badge>}
          </p>
          {rule && (
            <p class="muted small">
              <FileText text={rule} />
            </p>
          )}
        </Fact>
      ))}
    </>
  );
}
