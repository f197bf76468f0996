import { useRef } from "preact/hooks";
import { FileText } from "../../parts/file-text.tsx";
import { Scroller } from "../../parts/scroller.tsx";

interface PlainTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function PlainTable({ label, columns, rows }: PlainTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <Scroller label={label} class="table-scroller low" element={scroller}>
      <table class="table">
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                <FileText text={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>
                  <FileText text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
