import type { Target } from "../../../schemas/target.ts";
import { foldWidth } from "../../core/fold-width.ts";
import type { Outline } from "../../core/outline.ts";
import { evidenceOf, joinPassages } from "../../core/passage.ts";
import { findQuantities } from "../quantities.ts";
import { type Row, type Slot, textOf } from "./grid.ts";
import { type MergedTable, mergeTables } from "./merged-table.ts";
import { findTableGroups } from "./table-groups.ts";

const YEAR = /^((?:19|20)\d{2})\s*年?(?:度)?(?:目标|底|末|目标值|计划)?(?:值)?$/u;
const METRIC = /指标|目标|名称|项目|内容|任务/u;
const UNIT = /^(?:计量)?单位$/u;
const FEWEST_YEARS = 2;
/** A number whose unit stands in a column of its own: `27`, `不低于27`, `30以上`. */
const BARE_NUMBER = /^(\D*\d[\d,.]*)(以上|以下|以内|左右)?$/u;

/**
 * Yearly targets set as a table: a row an indicator, a column a year (`指标名称 | 单位 | 2023年 | 2024年`). A column of a
 * year that was over when the plan was made, and that its title does not plan for, says how things stand: no target.
 */
export function extractYearColumns(outline: Outline): Target[] {
  const isBase = createBaseTest(outline.header);
  return findTableGroups(outline)
    .map(mergeTables)
    .flatMap((table) => readTable(table, isBase));
}

type BaseTest = (year: string) => boolean;

function createBaseTest({ issuedOn, title }: Outline["header"]): BaseTest {
  const planned = /(?:19|20)\d{2}/u.exec(foldWidth(title ?? ""))?.[0];
  // A plan of December looks back on its year as on one that is over.
  return (year) => issuedOn !== null && `${year}-12` <= issuedOn && (planned === undefined || year < planned);
}

function readTable(table: MergedTable, isBase: BaseTest): Target[] {
  const headings = table.headings.map(foldWidth);
  const years = findYears(headings);
  const metric = headings.findIndex((heading) => METRIC.test(heading));
  if (years.length < FEWEST_YEARS || metric < 0) return [];
  const unit = headings.findIndex((heading) => UNIT.test(heading));
  return table.body.flatMap((row) =>
    years.flatMap(({ year, column }) => (isBase(year) ? [] : readCell(row, { metric, unit, column, year }))),
  );
}

const findYears = (headings: readonly string[]): { year: string; column: number }[] =>
  headings.flatMap((heading, column) => {
    const year = YEAR.exec(heading)?.[1];
    return year ? [{ year, column }] : [];
  });

/** Whether a table says what is to be reached by when (`指标 | 单位 | 2023年 | 2024年`), not how a place is marked. */
export function isIndicatorTable(table: MergedTable): boolean {
  const headings = table.headings.map(foldWidth);
  const hasGoals =
    headings.some((heading) => /目标值?$/u.test(heading)) && headings.some((heading) => UNIT.test(heading));
  return findYears(headings).length >= FEWEST_YEARS || hasGoals;
}

interface Place {
  readonly metric: number;
  readonly unit: number;
  readonly column: number;
  readonly year: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  "≥": "不低于",
  "≧": "不低于",
  "≤": "不超过",
  "≦": "不超过",
  ">": "超过",
  "＞": "超过",
  "<": "低于",
  "＜": "低于",
};

function readCell(row: Row, { metric, unit, column, year }: Place): Target[] {
  const name = textOf(row[metric]!).replace(/[（(]累计[）)]$/u, "");
  const cell = row[column]!;
  const printed = foldWidth(textOf(cell)).replace(/^[≥≧≤≦>＞<＜]/u, (sign) => SIGNS[sign] ?? sign);
  const [quantity] = findQuantities(unit < 0 ? printed : printed.replace(BARE_NUMBER, `$1${textOf(row[unit]!)}$2`));
  if (!quantity || !name) return [];
  return [
    {
      ...measureOf(quantity),
      text: `${name} ${textOf(cell)}`,
      metric: name,
      deadline: year,
      evidence: evidenceOf(around(row, metric, cell)),
    },
  ];
}

const measureOf = (
  quantity: ReturnType<typeof findQuantities>[number],
): Pick<Target, "kind" | "scope" | "comparator" | "value" | "unit" | "hedge"> => ({
  kind: "quantitative",
  scope: null,
  comparator: quantity.comparator,
  value: quantity.value,
  unit: quantity.unit || null,
  hedge: quantity.rough ? "左右" : null,
});

const around = (row: Row, metric: number, cell: Slot): Slot => joinPassages([row[metric]!, cell]);
