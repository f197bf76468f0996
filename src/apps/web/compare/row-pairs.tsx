import type { RowPair } from "../../../../schemas/comparison.ts";
import { type RowGroup, readingOrder } from "../../../publish/comparison/reading-order.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { ChangeList } from "./change-list.tsx";
import { DiffText } from "./diff-text.tsx";
import { ExplanationNote } from "./explanation-note.tsx";
import { passes, type RowFilter } from "./filter.ts";
import { DirectionMark, RelationMark } from "./marks.tsx";

interface RowPairsProps {
  readonly pairs: readonly RowPair[];
  readonly filter: RowFilter;
  readonly caption: string;
}

/** Rows of standards, or tasks, side by side in the template's order, under their categories. */
export function RowPairs({ pairs, filter, caption }: RowPairsProps) {
  const groups = readingOrder(pairs);
  return (
    <>
      {groups.map((group, index) => {
        const shown = group.pairs.filter((pair) => passes(pair, filter));
        return (
          <div key={index} class="stack">
            {groups.length > 1 && <GroupHeading group={group} />}
            {shown.length > 0 && <PairTable pairs={shown} caption={caption} />}
          </div>
        );
      })}
    </>
  );
}

function GroupHeading({ group: { template, local } }: { readonly group: RowGroup }) {
  const words = useWords(compareWords);
  const nameOf = (index: number | null): string => (index === null ? words.noStandard : words.nthStandard(index + 1));
  return <h3>{words.standardsOf(nameOf(template), nameOf(local))}</h3>;
}

function PairTable({ pairs, caption }: { readonly pairs: readonly RowPair[]; readonly caption: string }) {
  const words = useWords(compareWords);
  return (
    <table class="table pairs">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.template}</th>
          <th scope="col">{words.local}</th>
          <th scope="col">{words.relation}</th>
          <th scope="col">{words.changes}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair, index) => (
          <PairRow key={index} pair={pair} isNewCategory={categoryOf(pair) !== categoryOf(pairs[index - 1])} />
        ))}
      </tbody>
    </table>
  );
}

const categoryOf = (pair: RowPair | undefined): string | null =>
  (pair?.templateRow ?? pair?.localRow)?.category ?? null;

function PairRow({ pair, isNewCategory }: { readonly pair: RowPair; readonly isNewCategory: boolean }) {
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

export function Nothing() {
  return (
    <>
      <span class="muted" aria-hidden="true">
        —
      </span>
      <span class="hidden-text">{useWords(compareWords).none}</span>
    </>
  );
}
