import type { RowPair } from "../../../../schemas/comparison.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { ChangeList } from "./change-list.tsx";
import { DiffText } from "./diff-text.tsx";
import { ExplanationNote } from "./explanation-note.tsx";
import { DirectionMark, RelationMark } from "./marks.tsx";
import { Nothing } from "./nothing.tsx";

/** The category that a row stands under. */
export const categoryOf = (pair: RowPair | undefined): string | null =>
  (pair?.templateRow ?? pair?.localRow)?.category ?? null;

/** A row of the template beside its counterpart, under its category where that begins. */
export function PairRow({ pair, isNewCategory }: { readonly pair: RowPair; readonly isNewCategory: boolean }) {
  const words = useWords(compareWords);
  const { templateRow, localRow, diff, relation, direction, changes } = pair;
  const category = categoryOf(pair);
  return (
    <>
      {isNewCategory && category !== null && (
        <tr class="category">
          <th colSpan={5} scope="rowgroup">
            <FileText text={category} />
          </th>
        </tr>
      )}
      <tr data-relation={relation}>
        <td class="places">
          <Place row={templateRow} /> → <Place row={localRow} />
        </td>
        <td data-side={words.template}>{templateRow ? <DiffText diff={diff} side="removed" /> : <Nothing />}</td>
        <td data-side={words.local}>{localRow ? <DiffText diff={diff} side="added" /> : <Nothing />}</td>
        <td>
          <RelationMark relation={relation} /> <DirectionMark direction={direction} />
        </td>
        <td>
          <ChangeList changes={changes} />
          {templateRow && localRow && <ExplanationNote pair={pair} />}
        </td>
      </tr>
    </>
  );
}

const Place = ({ row }: { readonly row: RowPair["templateRow"] }) =>
  row ? <FileText text={String(row.number ?? row.ordinal)} /> : <Nothing />;
