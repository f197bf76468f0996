import type { PublishedStandard } from "../../../schemas/published-standard.ts";
import { COLUMNS, type SheetColumn } from "../../core/sheet-columns.ts";
import { standardLines } from "../standard/standard-table.ts";
import type { Cell, Sheet } from "../xlsx/workbook.ts";
import { LOOKS } from "./looks.ts";
import { rowHeight } from "./row-height.ts";

const WIDTHS: readonly (readonly [Exclude<SheetColumn, "counted" | "value" | "remark">, number])[] = [
  ["id", 17],
  ["kind", 8],
  ["category", 16],
  ["subcategory", 12],
  ["number", 6],
  ["criterion", 44],
  ["points", 7],
  ["grades", 16],
  ["scoring", 44],
  ["methods", 16],
  ["responsibilities", 28],
];

/** A standard as a plain table for other systems: no merged cells, a filter, ids in the first column. */
export function standardSheet(standard: PublishedStandard): Sheet {
  const lines = standardLines(standard);
  const headings = WIDTHS.map(([column]): Cell => ({ value: COLUMNS[column], style: LOOKS.heading }));
  const rows = lines.map((line) => WIDTHS.map(([column]): Cell => cellOf(line[column])));
  const heights = lines.map((line) => rowHeight(WIDTHS.map(([column, width]) => ({ text: line[column], width }))));
  return {
    name: standard.title,
    columns: WIDTHS.map(([, width]) => ({ width })),
    rows: [headings, ...rows],
    heights: new Map(heights.map((height, at) => [at + 1, height])),
    frozen: { rows: 1, columns: 0 },
    repeated: { first: 0, last: 0 },
    filter: { top: 0, left: 0, bottom: lines.length, right: WIDTHS.length - 1 },
  };
}

const cellOf = (value: string | number | null): Cell => ({
  value,
  style: typeof value === "number" ? LOOKS.number : LOOKS.text,
});

/** What holds for a standard as a whole: its plan, full mark, pass mark, bounds, categories and notes. */
export function aboutSheet(standards: readonly PublishedStandard[]): Sheet {
  const facts = standards.flatMap((standard) => [...factsOf(standard), ["", null] as const]);
  const rows = facts.map(([name, value]) => [
    { value: name, style: LOOKS.aboutLabel },
    { value, style: LOOKS.about },
  ]);
  return { name: "说明", columns: [{ width: 16 }, { width: 90 }], rows, portrait: true };
}

const factsOf = (standard: PublishedStandard): (readonly [string, string | number | null])[] => [
  ["标准", standard.title],
  ["标识", standard.id],
  ["方案", standard.plan.title],
  ["发文字号", standard.plan.documentNumber],
  ["发文机关", standard.plan.issuers.join("、") || null],
  ["成文日期", standard.plan.issuedOn],
  ["总分", standard.total],
  ["各条分值合计", standard.attainable],
  ["合格线", standard.passMark],
  ["加分上限", standard.bonusCap],
  ["总分上限", standard.totalCap],
  ...standard.categories.map(
    ({ name, points }) => ["类别", points === null ? name : `${name}（${points}分）`] as const,
  ),
  ...standard.notes.map((note) => ["说明", note] as const),
];
