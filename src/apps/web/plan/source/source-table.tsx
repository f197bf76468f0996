import type { Block } from "../../../../../schemas/block.ts";
import { MarkedText } from "./marked-text.tsx";

/** A table as the file has it, merged cells too. */
export const SourceTable = ({ rows }: { readonly rows: readonly (readonly Block[])[] }) => (
  <div class="source-table">
    <table>
      <tbody>
        {rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((block) => (
              <td key={block.id} rowSpan={block.cell!.rowSpan} colSpan={block.cell!.colSpan}>
                <MarkedText block={block} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
