import type { MatrixPlan, MatrixRow } from "../../../../schemas/matrix.ts";
import { columnName } from "../../../publish/comparison/matrix-tables.ts";
import { useWords } from "../app/language.tsx";
import { setQuery } from "../app/location.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { DirectionMark, RelationMark } from "./marks.tsx";

interface RowTextsProps {
  readonly plans: readonly MatrixPlan[];
  readonly row: MatrixRow;
}

/** What each plan says in one row. */
export function RowTexts({ plans, row }: RowTextsProps) {
  const words = useWords(compareWords);
  return (
    <Dialog title={words.rowTexts} onClose={() => setQuery({ row: null })}>
      <p class="muted">
        <FileText text={row.label} />
      </p>
      <dl class="row-texts">
        {plans.map((plan, index) => {
          const { text, relation, direction } = row.cells[index]!;
          return (
            <div key={plan.id}>
              <dt>
                <FileText text={columnName(plan)} />{" "}
                {relation && !plan.isTemplate && (
                  <>
                    <RelationMark relation={relation} /> <DirectionMark direction={direction} />
                  </>
                )}
              </dt>
              <dd>{text === null ? <span class="muted">{words.missing}</span> : <FileText text={text} />}</dd>
            </div>
          );
        })}
      </dl>
    </Dialog>
  );
}
