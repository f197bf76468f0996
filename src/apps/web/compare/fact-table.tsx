import type { ComponentChildren } from "preact";
import type { Change, Direction, Relation } from "../../../../schemas/change.ts";
import { useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";
import { ChangeList } from "./change-list.tsx";
import { passes, type RowFilter } from "./filter.ts";
import { DirectionMark, RelationMark } from "./marks.tsx";

interface FactPair {
  readonly relation: Relation;
  readonly direction?: Direction | null;
  readonly changes?: readonly Change[];
}

export interface FactColumn<Pair> {
  readonly title: string;
  readonly cell: (pair: Pair) => ComponentChildren;
}

interface FactTableProps<Pair> {
  readonly caption: string;
  readonly pairs: readonly Pair[];
  readonly filter: RowFilter;
  readonly columns: readonly FactColumn<Pair>[];
}

/** Pairs of facts as a table with relation and changes at the end. */
export function FactTable<Pair extends FactPair>({ caption, pairs, filter, columns }: FactTableProps<Pair>) {
  const words = useWords(compareWords);
  const shown = pairs.filter((pair) => passes(pair, filter));
  if (shown.length === 0) return null;
  return (
    <table class="table fact-pairs">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <th scope="col">{words.relation}</th>
          <th scope="col">{words.changes}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((pair, index) => (
          <tr key={index} data-relation={pair.relation}>
            {columns.map(({ title, cell }) => (
              <td key={title} data-side={title}>
                {cell(pair)}
              </td>
            ))}
            <td>
              <RelationMark relation={pair.relation} /> <DirectionMark direction={pair.direction ?? null} />
            </td>
            <td>
              <ChangeList changes={pair.changes ?? []} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
