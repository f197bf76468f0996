import { COLUMNS, LINE_KINDS, type LineKind, NOT_A_LINE, type SheetColumn } from "../../core/sheet-columns.ts";
import type { FilledLine, Filling } from "../filled-sheet.ts";

/** A table as read from a sheet: cells by row and column; an empty cell is null. */
export interface FilledTable {
  readonly rows: readonly (readonly Filling[])[];
  /** How a message names a row, which counts from 0: `第5行`. */
  readonly placeOf: (row: number) => string;
}

/** Other headings that people write over the same columns. */
const OTHER_HEADINGS: Readonly<Partial<Record<SheetColumn, readonly string[]>>> = {
  id: ["id", "编号标识"],
  number: ["编号", "项目序号", "number"],
  criterion: ["创建标准", "考核内容", "评价指标", "考评内容", "criterion"],
  value: ["评分", "打分", "实得分", "实际得分", "自评得分", "考核得分", "得分或等次", "是否符合", "填写", "points"],
  remark: ["说明", "remark"],
};

const READ: readonly SheetColumn[] = ["id", "kind", "number", "criterion", "value", "remark"];

type Places = Readonly<Partial<Record<SheetColumn, number>>>;

const textOf = (cell: Filling | undefined): string | null => {
  const text = cell === null || cell === undefined ? "" : String(cell).trim();
  return text === "" ? null : text;
};

/** The filled lines below the heading line, or null where the table has no such line. */
export function readTableLines({ rows, placeOf }: FilledTable): FilledLine[] | null {
  const heading = rows.findIndex((row) => isHeading(placesOf(row)));
  if (heading < 0) return null;
  const places = placesOf(rows[heading]!);
  return rows.flatMap((row, at) => (at > heading ? lineOf(row, places, placeOf(at)) : []));
}

const isHeading = (places: Places): boolean =>
  places.value !== undefined && (places.id !== undefined || places.number !== undefined);

function placesOf(row: readonly Filling[]): Places {
  const headings = row.map((cell) => textOf(cell)?.replace(/[\s（(].*$/u, "") ?? "");
  const found = READ.flatMap((column) => {
    const names = [COLUMNS[column], ...(OTHER_HEADINGS[column] ?? [])];
    const at = headings.findIndex((heading) => names.includes(heading));
    return at < 0 ? [] : [[column, at] as const];
  });
  return Object.fromEntries(found);
}

/** The sums that people put below a table. */
const SUM = /^(?:合计|小计|总计|总分|得分合计|共计)/u;

/** A line without id and number counts only where something is filled in beside a demand: titles and sums are passed over. */
function lineOf(row: readonly Filling[], places: Places, place: string): FilledLine[] {
  const cell = (column: SheetColumn): Filling => row[places[column] ?? -1] ?? null;
  const [id, number, criterion] = [textOf(cell("id")), textOf(cell("number")), textOf(cell("criterion"))];
  const value = cell("value");
  if (id === null && SUM.test(row.map((one) => textOf(one)).find((text) => text !== null) ?? "")) return [];
  if (id?.startsWith(NOT_A_LINE) || (id === null && number === null && (criterion === null || textOf(value) === null)))
    return [];
  return [{ place, kind: kindOf(textOf(cell("kind"))), id, number, criterion, value, remark: textOf(cell("remark")) }];
}

const kindOf = (word: string | null): LineKind | null =>
  (Object.keys(LINE_KINDS) as LineKind[]).find((kind) => LINE_KINDS[kind] === word) ?? null;
