/** A row of more cells than this above the table's width is no row with a wrapped cell. */
const MOST_EXTRA = 2;

/** The most common number of cells in a row; of two equally common ones the larger. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = Map.groupBy(rows, (row) => row.length);
  return [...counts].reduce((best, [width, own]) => {
    const most = counts.get(best)?.length ?? 0;
    return own.length > most || (own.length === most && width > best) ? width : best;
  }, 0);
}

/**
 * Joins a cell that the export has cut over two cell lines (`推进资源循环利用` / `（15分）`): in a row with more cells than
 * the table is wide, the two neighbours whose joining puts the numbers into the columns of numbers.
 */
export function mendCellLines(rows: readonly (readonly string[])[]): string[][] {
  const width = commonWidth(rows);
  const regular = rows.filter((row) => row.length === width);
  const numeric = Array.from(
    { length: width },
    (_, column) => regular.filter((row) => isNumber(row[column]!)).length / regular.length,
  );
  return rows.map((row) => {
    let mended = [...row];
    while (mended.length > width && row.length <= width + MOST_EXTRA) mended = joinBestPair(mended, numeric);
    return mended;
  });
}

const isNumber = (cell: string): boolean => /^\s*\d+(?:\.\d+)?\s*$/u.test(cell);

function joinBestPair(row: readonly string[], numeric: readonly number[]): string[] {
  const candidates = row
    .slice(1)
    .map((_, at) => [...row.slice(0, at), `${row[at]}\n${row[at + 1]}`, ...row.slice(at + 2)]);
  return candidates.reduce((best, candidate) => (fitOf(candidate, numeric) > fitOf(best, numeric) ? candidate : best));
}

/** How well the numbers of a row stand in the columns of numbers; a cell beyond the table's width fits nowhere. */
const fitOf = (row: readonly string[], numeric: readonly number[]): number =>
  row.reduce((sum, cell, column) => sum + (isNumber(cell) ? (numeric[column] ?? 0) : 1 - (numeric[column] ?? 1)), 0);
