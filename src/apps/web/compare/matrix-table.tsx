import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { MatrixPlan, MatrixRow } from "../../../../schemas/matrix.ts";
import { useWords } from "../app/language.tsx";
import { Scroller } from "../parts/scroller.tsx";
import { useWindow } from "../parts/use-window.tsx";
import { compareWords } from "../words/compare.ts";
import { CellView, PlanHead, RowHead } from "./matrix-cells.tsx";
import { type ColumnWindow, useColumns } from "./use-columns.tsx";

const ROW_HEIGHT = 58;
const COLUMN_WIDTH = 128;
const LABEL_WIDTH = 300;

interface MatrixTableProps {
  readonly plans: readonly MatrixPlan[];
  readonly rows: readonly MatrixRow[];
}

/** All plans in one table: head and first column stay in sight; only the cells in view are in the document. */
export function MatrixTable({ plans, rows }: MatrixTableProps) {
  const words = useWords(compareWords);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, before, after } = useWindow(scroller, rows.length, ROW_HEIGHT);
  const columns = useColumns(scroller, plans.length, COLUMN_WIDTH);
  const line = { columns, count: plans.length };
  return (
    <Scroller label={words.matrixTitle(plans.length)} class="table-scroller compare-matrix" element={scroller}>
      <table
        class="table matrix-table"
        style={{ width: `${LABEL_WIDTH + plans.length * COLUMN_WIDTH}px` }}
        aria-rowcount={rows.length + 1}
        aria-colcount={plans.length + 1}
      >
        <Columns {...line} />
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="label">
              {words.row}
            </th>
            <Line {...line}>{(index) => <PlanHead key={index} plan={plans[index]!} column={index + 2} />}</Line>
          </tr>
        </thead>
        <tbody>
          <Gap height={before} />
          {rows.slice(first, last).map((row, at) => (
            <MatrixLine key={row.id} {...line} row={row} plans={plans} index={first + at} />
          ))}
          <Gap height={after} />
        </tbody>
      </table>
    </Scroller>
  );
}

interface MatrixLineProps extends LineProps {
  readonly row: MatrixRow;
  readonly plans: readonly MatrixPlan[];
  readonly index: number;
}

/** A row's cells in view; while those are the same ones, nothing is drawn anew. */
function MatrixLine({ row, plans, index: place, columns, count }: MatrixLineProps) {
  const { first, last } = columns;
  return useMemo(
    () => (
      <tr style={{ height: `${ROW_HEIGHT}px` }} aria-rowindex={place + 2}>
        <RowHead row={row} />
        <Line columns={{ first, last }} count={count}>
          {(index) => <CellView key={index} cell={row.cells[index]!} plan={plans[index]!} column={index + 2} />}
        </Line>
      </tr>
    ),
    [row, plans, place, first, last, count],
  );
}

interface LineProps {
  readonly columns: ColumnWindow;
  readonly count: number;
}

const indexesOf = ({ first, last }: ColumnWindow): number[] =>
  Array.from({ length: last - first }, (_, at) => first + at);

/** The cells in view, between two that stand for all others. */
const Line = ({
  columns,
  count,
  children,
}: LineProps & { readonly children: (index: number) => ComponentChildren }) => (
  <>
    {columns.first > 0 && <td class="gap" />}
    {indexesOf(columns).map(children)}
    {columns.last < count && <td class="gap" />}
  </>
);

const Columns = ({ columns, count }: LineProps) => (
  <colgroup>
    <col style={{ width: `${LABEL_WIDTH}px` }} />
    {columns.first > 0 && <col style={{ width: `${columns.first * COLUMN_WIDTH}px` }} />}
    {indexesOf(columns).map((index) => (
      <col key={index} style={{ width: `${COLUMN_WIDTH}px` }} />
    ))}
    {columns.last < count && <col style={{ width: `${(count - columns.last) * COLUMN_WIDTH}px` }} />}
  </colgroup>
);

const Gap = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr class="filler" style={{ height: `${height}px` }}>
      <td />
    </tr>
  ) : null;
