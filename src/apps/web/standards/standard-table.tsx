import { useRef } from "preact/hooks";
import type { PublishedRow, PublishedRule, PublishedStandard } from "../../../../schemas/published-standard.ts";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { Scroller } from "../parts/scroller.tsx";
import { kindWords } from "../words/kinds.ts";
import { standardsWords } from "../words/standards.ts";
import { categorySum, type SpannedRow, spanRows } from "./row-groups.ts";
import { RuleTable } from "./rule-table.tsx";

/** A standard as its file prints it: merged categories with their sums, bonuses, vetoes and notes. */
export function StandardTable({ standard }: { readonly standard: PublishedStandard }) {
  const words = useWords(standardsWords);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, bonus, veto, notes, attainable, total } = standard;
  const hasSubcategory = rows.some(({ subcategory }) => subcategory !== null);
  return (
    <>
      {total !== null && attainable !== null && total !== attainable && (
        <p class="note warn">{words.sumDiffers(attainable, total)}</p>
      )}
      <Scroller label={standard.title} class="table-scroller standard-scroller" element={scroller}>
        <table class="table standard-table">
          <thead>
            <tr>
              <th scope="col">{words.category}</th>
              {hasSubcategory && <th scope="col">{words.subcategory}</th>}
              <th scope="col">{words.number}</th>
              <th scope="col">{words.criterion}</th>
              <th scope="col" class="number">
                {words.points}
              </th>
              <th scope="col">{words.scoring}</th>
              <th scope="col">{words.methods}</th>
              <th scope="col">{words.responsibilities}</th>
            </tr>
          </thead>
          <tbody>
            {spanRows(rows).map((spanned) => (
              <Row key={spanned.row.id} spanned={spanned} standard={standard} hasSubcategory={hasSubcategory} />
            ))}
          </tbody>
          {attainable !== null && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={hasSubcategory ? 4 : 3}>
                  {words.sum}
                </th>
                <td class="number">{attainable}</td>
                <td colSpan={3}>{total !== null && words.stated(total)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </Scroller>
      <RuleTable title={words.bonus} rules={bonus} />
      <RuleTable title={words.veto} rules={veto} />
      {notes.length > 0 && (
        <section class="panel stack" aria-label={words.notes}>
          <h2>{words.notes}</h2>
          {notes.map((note) => (
            <p key={note}>
              <FileText text={note} />
            </p>
          ))}
        </section>
      )}
    </>
  );
}

interface RowProps {
  readonly spanned: SpannedRow;
  readonly standard: PublishedStandard;
  readonly hasSubcategory: boolean;
}

function Row({ spanned: { row, categorySpan, subcategorySpan }, standard, hasSubcategory }: RowProps) {
  const words = useWords(standardsWords);
  const sum = categorySum(standard.rows, row.category);
  return (
    <tr>
      {categorySpan > 0 && (
        <th scope="rowgroup" rowSpan={categorySpan} class="category-cell">
          <FileText text={row.category} />
          {sum !== null && <span class="sum">{sum}</span>}
        </th>
      )}
      {hasSubcategory && subcategorySpan > 0 && (
        <td rowSpan={subcategorySpan}>
          <FileText text={row.subcategory} />
        </td>
      )}
      <td>
        <FileText text={String(row.number)} />
      </td>
      <td>
        <FileText text={row.criterion} /> {row.decisive && <Badge tone="bad">{words.decisive}</Badge>}
      </td>
      <td class="number">
        <PointsText row={row} />
      </td>
      <td>
        <FileText text={row.scoring} />
      </td>
      <td>
        <FileText text={row.methods.join("、")} />
      </td>
      <td>
        <Bodies of={row} />
      </td>
    </tr>
  );
}

/** `4`, or the grades with their points. */
function PointsText({ row: { points, grades } }: { readonly row: PublishedRow }) {
  if (grades === null) return <>{points ?? "—"}</>;
  return (
    <ul class="grades">
      {Object.entries(grades).map(([grade, worth]) => (
        <li key={grade}>
          <FileText text={grade} /> {worth}
        </li>
      ))}
    </ul>
  );
}

export function Bodies({ of: { responsibilities } }: { readonly of: PublishedRow | PublishedRule }) {
  const { roles } = useWords(kindWords);
  return (
    <ul class="grades">
      {responsibilities.map(({ role, units }, index) => (
        <li key={index}>
          <span class="muted small">{roles[role]}</span> <FileText text={units.map(({ name }) => name).join("、")} />
        </li>
      ))}
    </ul>
  );
}
