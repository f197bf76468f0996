import type { Run, SourceBlock, SourceCell, SourceParagraph, SourceTable } from "../core/source-block.ts";
import { tidy } from "../core/tidy.ts";
import { findSignedDate } from "./line-kinds.ts";
import { isColophon, isSignature } from "./signature.ts";

/** What parts two names on a signature line, as typed with spaces. */
const GAP = "    ";
const MOST_COLUMNS = 3;

/**
 * Tables that only place text become lines, one a row: signing bodies in columns above their date (GB/T 9704-2012
 * §7.3.5.2), and the 版记 that Word users draw as a table (§7.4).
 */
export function loosenTables(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.flatMap((block, index) =>
    block.kind === "table" && (isSignatureTable(block, blocks[index + 1]) || isColophonTable(block))
      ? rowsOf(block).map(writeRow)
      : [block],
  );
}

function rowsOf({ cells }: SourceTable): SourceCell[][] {
  const filled = cells.filter((cell) => cell.text.trim() !== "");
  return [...Map.groupBy(filled, (cell) => cell.row).values()];
}

function isSignatureTable(table: SourceTable, next: SourceBlock | undefined): boolean {
  const cells = rowsOf(table).flat();
  const isDate = (text: string): boolean => findSignedDate(tidy(text)) !== null;
  const dated = cells.some((cell) => isDate(cell.text)) || (next !== undefined && isText(next) && isDate(next.text));
  return (
    dated &&
    cells.every(
      (cell) => cell.column < MOST_COLUMNS && cell.text.split("\n").every((line) => isDate(line) || isSignature(line)),
    )
  );
}

const isText = (block: SourceBlock): block is Exclude<SourceBlock, SourceTable | { kind: "page-break" }> =>
  block.kind === "paragraph" || block.kind === "line";

const isColophonTable = (table: SourceTable): boolean => {
  const rows = rowsOf(table);
  return (
    rows.length > 0 && rows.length <= 4 && rows.every((row) => isColophon(tidy(row.map((cell) => cell.text).join(" "))))
  );
};

function writeRow(cells: readonly SourceCell[]): SourceParagraph {
  let text = "";
  const runs: Run[] = [];
  for (const cell of cells) {
    if (text !== "") text += GAP;
    const shift = text.length;
    runs.push(...cell.runs.map((run) => ({ ...run, start: run.start + shift, end: run.end + shift })));
    text += cell.text;
  }
  return { kind: "paragraph", text, page: cells[0]!.page, runs };
}
