import { useRef } from "preact/hooks";
import type { Standard, StandardItem } from "../../../../../schemas/standard.ts";
import { useWords } from "../../app/language.tsx";
import { Badge } from "../../parts/badge.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { planWords } from "../../words/plan.ts";
import { type CategoryGroup, groupByCategory } from "../standard-groups.ts";
import { FactRow } from "./fact.tsx";
import { Responsibilities } from "./responsibilities.tsx";

const COLUMNS = 5;

/** A standard's rows by category: the category once with its sum, set against what the file states. */
export function StandardTable({ standard, path }: { readonly standard: Standard; readonly path: string }) {
  const words = useWords(planWords);
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <Scroller label={standard.title} class="table-scroller" element={scroller}>
      <table class="table standard-table">
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.criterion}</th>
            <th scope="col" class="number">
              {words.points}
            </th>
            <th scope="col">{words.scoring}</th>
            <th scope="col">
              <span class="hidden-text">{words.mentions}</span>
            </th>
          </tr>
        </thead>
        {groupByCategory(standard).map((group, index) => (
          <tbody key={index}>
            {group.name !== null && <CategoryRow group={group} />}
            {group.rows.map(({ item, index: row }) => (
              <FactRow key={row} path={`${path}/items/${row}`} columns={COLUMNS}>
                <ItemCells item={item} />
              </FactRow>
            ))}
          </tbody>
        ))}
      </table>
    </Scroller>
  );
}

function CategoryRow({ group: { name, sum, stated, rows } }: { readonly group: CategoryGroup }) {
  const words = useWords(planWords);
  return (
    <tr class="category-row">
      <th scope="rowgroup" colSpan={2}>
        <FileText text={name} />{" "}
        <span class="muted small">
          {rows.length} {words.rows}
        </span>
      </th>
      <td class="number">
        <b>{sum}</b>
      </td>
      <td colSpan={2}>
        {stated !== null && (
          <Badge tone={sum === stated ? "good" : "warn"}>
            {words.stated(stated)}
            {sum !== stated && ` · ${words.mismatch}`}
          </Badge>
        )}
      </td>
    </tr>
  );
}

function ItemCells({ item }: { readonly item: StandardItem }) {
  const { number, subcategory, criterion, points, grades, scoring, methods, responsibilities } = item;
  return (
    <>
      <td class="muted">
        <FileText text={String(number)} />
      </td>
      <td>
        {subcategory && (
          <p class="muted small">
            <FileText text={subcategory} />
          </p>
        )}
        <FileText text={criterion} />
        <Responsibilities of={responsibilities} />
      </td>
      <td class="number">
        {points}
        {grades && (
          <ul class="grades">
            {Object.entries(grades).map(([grade, worth]) => (
              <li key={grade}>
                <FileText text={grade} /> {worth}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td class="small">
        <FileText text={scoring} />
        {methods.length > 0 && (
          <p class="muted">
            <FileText text={methods.join("；")} />
          </p>
        )}
      </td>
    </>
  );
}
