import type { MatrixCell, MatrixPlan, MatrixRow } from "../../../../schemas/matrix.ts";
import { DIRECTION, RELATION, SECTION } from "../../../publish/comparison/labels.ts";
import { columnName } from "../../../publish/comparison/matrix-tables.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { setQuery } from "../app/location.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { kindWords } from "../words/kinds.ts";
import { clip } from "./clip.ts";
import { percent } from "./percent.ts";

/** A plan's place and level, and how much of the template it keeps. */
export function PlanHead({ plan, column }: { readonly plan: MatrixPlan; readonly column: number }) {
  const words = useWords(compareWords);
  const { levels } = useWords(kindWords);
  return (
    <th scope="col" aria-colindex={column} title={clip(plan.title ?? plan.id)}>
      <a class="clamp" href={`/documents/${encodeURIComponent(plan.id)}`}>
        <FileText text={columnName(plan)} />
      </a>
      <span class="small">
        {plan.level && `${levels[plan.level]} · `}
        {plan.isTemplate ? words.isTemplate : percent(plan.coverage)}
      </span>
    </th>
  );
}

const MOST_LABEL = 70;

/** The row's words; they open the texts of all plans. */
export function RowHead({ row: { id, label, section, category } }: { readonly row: MatrixRow }) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  return (
    <th scope="row" class="label">
      <span class="small muted clip-line">
        {SECTION[section][language]}
        {category !== null && (
          <>
            {" · "}
            <FileText text={category} />
          </>
        )}
      </span>
      <button
        type="button"
        class="link-button clamp"
        title={words.showRow(clip(label))}
        onClick={() => setQuery({ row: id })}
      >
        <FileText text={clip(label, MOST_LABEL)} />
      </button>
    </th>
  );
}

interface CellViewProps {
  readonly cell: MatrixCell;
  readonly plan: MatrixPlan;
  readonly column: number;
}

/** `≠▲ 12、13`: relation, direction and the rows of the plan; hatched where it has none. */
export function CellView({ cell: { rows, text, relation, direction }, plan, column }: CellViewProps) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  if (rows.length === 0)
    return (
      <td class="missing" aria-colindex={column}>
        <span class="hidden-text">{words.missing}</span>
      </td>
    );
  const isTold = relation !== null && !plan.isTemplate;
  return (
    <td
      class={isTold ? `cell ${relation}` : "cell"}
      aria-colindex={column}
      data-relation={isTold ? relation : undefined}
      title={clip(text ?? "", 200)}
    >
      {isTold && <Sign label={RELATION[relation]} language={language} />}
      {isTold && direction !== null && direction !== "other" && (
        <Sign label={DIRECTION[direction]} language={language} />
      )}{" "}
      {rows.join("、")}
    </td>
  );
}

interface SignProps {
  readonly label: { readonly sign: string; readonly zh: string; readonly en: string };
  readonly language: "zh" | "en";
}

const Sign = ({ label, language }: SignProps) => (
  <>
    <span aria-hidden="true">{label.sign}</span>
    <span class="hidden-text">{label[language]} </span>
  </>
);
