import type { MatrixPlan, MatrixRow, Outlier } from "../../../schemas/matrix.ts";

/** Two plans are no company that a third could stand out from. */
const LEAST_PLANS = 3;

/**
 * The plans that lack a row which all others have, or alone have one. A plan that has nothing in a section (no standard at
 * all) is left out of account there.
 */
export function findOutliers(plans: readonly MatrixPlan[], rows: readonly MatrixRow[]): Outlier[] {
  const columnsOf = createColumns(rows);
  return rows.flatMap((row) => {
    const columns = columnsOf(row.section);
    if (columns.length < LEAST_PLANS) return [];
    const without = columns.filter((column) => row.cells[column]!.rows.length === 0);
    const outlier = (column: number | undefined, kind: Outlier["kind"]): Outlier[] =>
      column === undefined ? [] : [{ plan: plans[column]!.id, row: row.id, kind }];
    if (without.length === 1) return outlier(without[0], "missing");
    if (without.length !== columns.length - 1) return [];
    return outlier(
      columns.find((column) => row.cells[column]!.rows.length > 0),
      "alone",
    );
  });
}

/** The columns that have any row of a section. */
function createColumns(rows: readonly MatrixRow[]): (section: MatrixRow["section"]) => number[] {
  const bySection = new Map<string, Set<number>>();
  for (const { section, cells } of rows) {
    const columns = bySection.get(section) ?? new Set();
    for (const [column, cell] of cells.entries()) if (cell.rows.length > 0) columns.add(column);
    bySection.set(section, columns);
  }
  return (section) => [...(bySection.get(section) ?? [])].sort((a, b) => a - b);
}
