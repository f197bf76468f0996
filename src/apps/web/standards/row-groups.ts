import type { PublishedRow } from "../../../../schemas/published-standard.ts";
import { runSpans } from "./merge-runs.ts";

/** A row with the heights of its merged cells; 0 where a cell above covers it. */
export interface SpannedRow {
  readonly row: PublishedRow;
  readonly categorySpan: number;
  readonly subcategorySpan: number;
}

/** The rows of a standard with their categories, and subcategories within them, merged as the file prints them. */
export function spanRows(rows: readonly PublishedRow[]): SpannedRow[] {
  const categories = runSpans(rows, ({ category }) => category ?? "");
  const subcategories = runSpans(rows, ({ category, subcategory }) => JSON.stringify([category, subcategory]));
  return rows.map((row, index) => ({
    row,
    categorySpan: categories[index]!,
    subcategorySpan: subcategories[index]!,
  }));
}

/** `0.1 + 0.2` is 0.3. */
const round = (points: number): number => Math.round(points * 1e6) / 1e6;

/** What the rows of a category can give together, null where none has points. */
export function categorySum(rows: readonly PublishedRow[], category: string | null): number | null {
  const points = rows.filter((row) => row.category === category).flatMap(({ entry }) => entryMax(entry));
  return points.length === 0 ? null : round(points.reduce((sum, each) => sum + each, 0));
}

const entryMax = ({ kind, max }: PublishedRow["entry"]): number[] =>
  kind === "points" || kind === "grade" ? [max ?? 0] : [];
