/** How many rows a merged cell spans where a run begins, 0 where a cell above covers the row. `[a, a, b]` → `[2, 0, 1]`. */
export function runSpans<Row>(rows: readonly Row[], keyOf: (row: Row) => string): number[] {
  const spans: number[] = [];
  let start = 0;
  for (const [index, row] of rows.entries()) {
    const isNew = index === 0 || keyOf(row) !== keyOf(rows[index - 1]!);
    if (isNew) start = index;
    else spans[start]!++;
    spans.push(isNew ? 1 : 0);
  }
  return spans;
}
