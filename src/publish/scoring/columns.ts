import type { PublishedStandard } from "../../../schemas/published-standard.ts";
import { COLUMNS, type SheetColumn } from "../../core/sheet-columns.ts";
import { type StandardLine, standardLines } from "../standard/standard-table.ts";

const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  id: 17,
  kind: 8,
  category: 16,
  subcategory: 14,
  number: 6,
  criterion: 38,
  points: 9,
  grades: 16,
  scoring: 44,
  methods: 14,
  responsibilities: 24,
  value: 10,
  counted: 10,
  remark: 22,
};

/** Columns that a scoring sheet has only where the standard fills them. */
const OPTIONAL: readonly (keyof StandardLine)[] = ["subcategory", "grades", "scoring", "methods", "responsibilities"];

export interface ColumnPlan {
  readonly columns: readonly SheetColumn[];
  readonly widths: readonly number[];
  readonly headings: readonly string[];
  /** Where a column stands, counted from 0; -1 where the sheet has it not. */
  readonly at: (column: SheetColumn) => number;
}

/** The columns of a standard's scoring sheet; ids stand hidden in the first. */
export function planColumns(standard: PublishedStandard): ColumnPlan {
  const lines = standardLines(standard);
  const isShown = (column: SheetColumn): boolean =>
    column !== "kind" &&
    (!(OPTIONAL as readonly string[]).includes(column) ||
      lines.some((line) => line[column as keyof StandardLine] !== null));
  const columns = (Object.keys(WIDTHS) as SheetColumn[]).filter(isShown);
  return {
    columns,
    widths: columns.map((column) => WIDTHS[column]),
    headings: columns.map((column) => (column === "value" ? valueHeading(standard) : COLUMNS[column])),
    at: (column) => columns.indexOf(column),
  };
}

/** What an assessor fills in: points, points or grades, or whether a demand is met. */
function valueHeading({ rows }: PublishedStandard): string {
  const kinds = new Set(rows.map(({ entry }) => entry.kind));
  if (kinds.has("grade")) return `${COLUMNS.value}（或等次）`;
  return kinds.size === 1 && kinds.has("met") ? "是否符合" : COLUMNS.value;
}
