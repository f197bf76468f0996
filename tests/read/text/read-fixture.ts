import type { SourceBlock, SourceTable } from "../../../src/core/source-block.ts";
import { readText } from "../../../src/read/text/read-text.ts";

/** The blocks of a text given as a string. */
export async function readString(text: string): Promise<readonly SourceBlock[]> {
  return (await readText(Buffer.from(text, "utf8"), { fileName: "plan.txt" })).value.blocks;
}

/** A block in one line: `L text`, `P text`, `page 1`, or the table's rows with spans as `text{rows,columns}`. */
export function show(block: SourceBlock): string | string[] {
  if (block.kind === "table") return showRows(block);
  if (block.kind === "page-break") return `page ${block.page}`;
  return `${block.kind === "line" ? "L" : "P"} ${block.text}`;
}

export function showRows(table: SourceTable): string[] {
  const rows: string[][] = [];
  for (const cell of table.cells) {
    const spans = cell.rowSpan > 1 || cell.colSpan > 1 ? `{${cell.rowSpan},${cell.colSpan}}` : "";
    rows[cell.row] = [...(rows[cell.row] ?? []), `${cell.text}${spans}`];
  }
  return rows.map((row) => row.join("|"));
}

export const showText = async (text: string): Promise<(string | string[])[]> => (await readString(text)).map(show);

/** The rows of the only table of a text. */
export async function tableOf(text: string): Promise<string[]> {
  const tables = (await readString(text)).filter((block) => block.kind === "table");
  if (tables.length !== 1) throw new Error(`expected one table, got ${tables.length}`);
  return showRows(tables[0]!);
}
