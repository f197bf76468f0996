import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Scroller } from "./scroller.tsx";
import { useWindow } from "./use-window.tsx";

export interface TableColumn<Row> {
  readonly key: string;
  readonly title: ComponentChildren;
  readonly cell: (row: Row, index: number) => ComponentChildren;
  readonly class?: string;
}

interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  /** Every row has this height in pixels, so that only those in view need be there. */
  readonly rowHeight: number;
  readonly rowClass?: (row: Row) => string | undefined;
  /** Called when the last rows come into view. */
  readonly onEnd?: () => void;
  readonly class?: string;
}

/** A table in its own scroller with a sticky head; ten thousand rows are as smooth as ten. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, keyOf, rowHeight, rowClass, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, before, after } = useWindow(scroller, rows.length, rowHeight);
  const isEnd = last >= rows.length;
  useEffect(() => {
    if (isEnd && rows.length > 0) onEnd?.();
  }, [isEnd, rows.length, onEnd]);
  return (
    <Scroller label={label} class={`table-scroller ${props.class ?? ""}`} element={scroller}>
      <table class="table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={column.class}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Filler height={before} columns={columns.length} />
          {rows.slice(first, last).map((row, offset) => (
            <tr
              key={keyOf(row, first + offset)}
              class={rowClass?.(row)}
              style={{ height: `${rowHeight}px` }}
              aria-rowindex={first + offset + 2}
            >
              {columns.map((column) => (
                <td key={column.key} class={column.class}>
                  {column.cell(row, first + offset)}
                </td>
              ))}
            </tr>
          ))}
          <Filler height={after} columns={columns.length} />
        </tbody>
      </table>
    </Scroller>
  );
}

const Filler = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    <tr class="filler" style={{ height: `${height}px` }}>
      <td colSpan={columns} />
    </tr>
  ) : null;
