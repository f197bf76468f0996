import type { SourceCell, SourceTable } from "../../core/source-block.ts";

/** A row of a text table as it stands, before its cells have places; `gap` counts the blank lines above it. */
export interface TextRow {
  readonly cells: readonly string[];
  readonly page: number | null;
  readonly gap: number;
}

/** A line that would give more cells than this is no table row; it bounds how far ragged rows are padded. */
export const MOST_COLUMNS = 60;

/** Lays rows on a grid as wide as the widest; missing cells at a row's end are blank. */
export function createTable(rows: readonly TextRow[]): SourceTable {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const cells = rows.flatMap((row, index) =>
    Array.from({ length: width }, (_, column) => createCell(row.cells[column] ?? "", index, column, row.page)),
  );
  return { kind: "table", cells };
}

/** A cell of a text file: one place of the grid, no geometry. */
export const createCell = (
  text: string,
  row: number,
  column: number,
  page: number | null,
  rowSpan = 1,
  colSpan = 1,
): SourceCell => ({ text, row, column, rowSpan, colSpan, page, runs: [] });
