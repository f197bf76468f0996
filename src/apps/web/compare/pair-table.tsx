import { useMemo } from "preact/hooks";
import type { RowPair } from "../../../../schemas/comparison.ts";
import { useWords } from "../app/language.tsx";
import { usePrinting } from "../parts/use-printing.tsx";
import { compareWords } from "../words/compare.ts";
import { categoryOf, PairRow } from "./pair-row.tsx";
import { useGrowing } from "./use-growing.tsx";

/** Rows of a table; the browser lays out only the tables in view. */
const ROWS_A_TABLE = 40;
/** Pixels that a row takes that has not been seen yet. */
const ROW_HEIGHT = 96;

interface PairTableProps {
  readonly pairs: readonly RowPair[];
  readonly caption: string;
}

/** Rows side by side. A thousand of them stand in tables of some each, the first of which are there at once. */
export function PairTable({ pairs, caption }: PairTableProps) {
  const tables = useMemo(() => cut(pairs), [pairs]);
  const shown = useGrowing(tables.length);
  const isPrinting = usePrinting();
  return (
    <div class="pair-tables">
      {tables.map((table, index) => (
        <div
          key={index}
          class="pair-table"
          style={{ "contain-intrinsic-block-size": `auto ${table.length * ROW_HEIGHT}px` }}
        >
          {index < shown || isPrinting ? (
            <Rows pairs={table} before={pairs[index * ROWS_A_TABLE - 1]} caption={caption} />
          ) : (
            <div style={{ height: `${table.length * ROW_HEIGHT}px` }} />
          )}
        </div>
      ))}
    </div>
  );
}

const cut = (pairs: readonly RowPair[]): RowPair[][] =>
  Array.from({ length: Math.ceil(pairs.length / ROWS_A_TABLE) }, (_, at) =>
    pairs.slice(at * ROWS_A_TABLE, (at + 1) * ROWS_A_TABLE),
  );

interface RowsProps extends PairTableProps {
  /** The row before the first one: under the category of that, no heading is needed. */
  readonly before: RowPair | undefined;
}

function Rows({ pairs, before, caption }: RowsProps) {
  const words = useWords(compareWords);
  return useMemo(
    () => (
      <table class="table pairs">
        <caption class="hidden-text">{caption}</caption>
        <colgroup>
          <col class="places" />
          <col />
          <col />
          <col class="relation" />
          <col class="changes" />
        </colgroup>
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
            <PairRow
              key={index}
              pair={pair}
              isNewCategory={categoryOf(pair) !== categoryOf(index === 0 ? before : pairs[index - 1])}
            />
          ))}
        </tbody>
      </table>
    ),
    [pairs, before, caption, words],
  );
}
