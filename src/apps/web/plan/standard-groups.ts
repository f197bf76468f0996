import type { Standard, StandardItem } from "../../../../schemas/standard.ts";

/** Consecutive rows of one category: the merged cell, what its rows add up to, and what the file states. */
export interface CategoryGroup {
  readonly name: string | null;
  readonly stated: number | null;
  /** Null where no row has points. */
  readonly sum: number | null;
  readonly rows: readonly { readonly item: StandardItem; readonly index: number }[];
}

/** What a row can give: its points, or its best grade. */
export function mostPoints({ points, grades }: StandardItem): number | null {
  if (points !== null) return points;
  return grades ? Math.max(...Object.values(grades)) : null;
}

/** Adds without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function sumPoints(points: readonly (number | null)[]): number | null {
  const known = points.filter((each) => each !== null);
  if (known.length === 0) return null;
  return Math.round(known.reduce((sum, each) => sum + each, 0) * 1000) / 1000;
}

export function groupByCategory({ items, categories }: Standard): CategoryGroup[] {
  const groups: { name: string | null; rows: CategoryGroup["rows"][number][] }[] = [];
  for (const [index, item] of items.entries()) {
    const last = groups.at(-1);
    if (last && last.name === item.category) last.rows.push({ item, index });
    else groups.push({ name: item.category, rows: [{ item, index }] });
  }
  return groups.map(({ name, rows }) => ({
    name,
    rows,
    stated: categories.find((category) => category.name === name)?.points ?? null,
    sum: sumPoints(rows.map(({ item }) => mostPoints(item))),
  }));
}
