import type { PublishedRow, PublishedStandard } from "../../../schemas/published-standard.ts";
import { columnName, quoteText } from "../xlsx/references.ts";
import { FIRST_LINE } from "./scoring-lines.ts";

/** The words of a result, as the sheet shows them. */
export const RESULT_WORDS = { pass: "合格", fail: "不合格", incomplete: "未完成", none: "无合格线" } as const;

/** A line below the table: what is summed, the most it can be, and its formula, or its value where it has none. */
export interface SumLine {
  readonly label: string;
  readonly max: number | null;
  readonly formula: string | null;
  readonly value: number | string | null;
}

export interface Sums {
  readonly lines: readonly SumLine[];
  /** Which line holds the score (points, or rows met) and which the result. */
  readonly score: number;
  readonly result: number;
}

/**
 * The sums of a scoring sheet, as formulas over the column of counted points.
 * @param column that column, counted from 0.
 * @param firstRow the row that the first sum will stand in, counted from 0.
 */
export function sumLines(standard: PublishedStandard, column: number, firstRow: number): Sums {
  const cells = cellsOf(standard, column);
  const nameOf = (line: number): string => `${columnName(column)}${firstRow + line + 1}`;
  const categories = categorySums(standard.rows, cells);
  const scored = standard.attainable !== null;
  const totals = scored ? pointTotals(standard, cells, categories.length, nameOf) : [metTotal(standard, cells)];
  const score = categories.length + totals.length - 1;
  const passMark: SumLine = { label: "合格线", max: null, formula: null, value: standard.passMark ?? "未规定" };
  const result = {
    label: "结果",
    max: null,
    formula: resultFormula(standard, cells, nameOf(score)),
    value: null,
  };
  return { lines: [...categories, ...totals, passMark, result], score, result: score + 2 };
}

interface Cells {
  readonly rows: string;
  readonly bonus: string;
  readonly veto: string;
  readonly at: (ordinal: number) => string;
}

function cellsOf({ rows, bonus, veto }: PublishedStandard, column: number): Cells {
  const at = (line: number): string => `${columnName(column)}${FIRST_LINE + line}`;
  const span = (start: number, count: number): string => `${at(start)}:${at(start + count - 1)}`;
  return {
    rows: span(1, rows.length),
    bonus: span(rows.length + 1, bonus.length),
    veto: span(rows.length + bonus.length + 1, veto.length),
    at,
  };
}

const round = (formula: string): string => `ROUND(${formula},6)`;

/** One line a category, wherever its rows stand; none where the standard names no category. */
function categorySums(rows: readonly PublishedRow[], { at }: Cells): SumLine[] {
  const groups = [...Map.groupBy(rows, ({ category }) => category)];
  if (groups.length === 1 && groups[0]![0] === null) return [];
  return groups.map(([name, members]) => {
    const points = members.flatMap(({ entry }) =>
      entry.kind === "points" || entry.kind === "grade" ? [entry.max ?? 0] : [],
    );
    const runs = runsOf(members.map(({ ordinal }) => ordinal)).map(([start, end]) => `${at(start)}:${at(end)}`);
    const isScored = members.some(({ entry }) => entry.kind !== "met");
    return {
      label: `小计：${name ?? "未分类"}`,
      max: points.length === 0 ? null : Math.round(points.reduce((sum, one) => sum + one, 0) * 1e6) / 1e6,
      formula: isScored ? round(sumOf(runs)) : runs.map((run) => `COUNTIF(${run},"是")`).join("+"),
      value: null,
    };
  });
}

/** Excel allows 255 arguments: rows of a category that stand scattered are summed by hundreds. */
const MOST_ARGUMENTS = 100;

const sumOf = (runs: readonly string[]): string =>
  Array.from({ length: Math.ceil(runs.length / MOST_ARGUMENTS) }, (_, at) => {
    const part = runs.slice(at * MOST_ARGUMENTS, (at + 1) * MOST_ARGUMENTS);
    return `SUM(${part.join(",")})`;
  }).join("+");

/** `[1, 2, 3, 7]` → `[[1, 3], [7, 7]]`. */
function runsOf(ordinals: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const ordinal of ordinals) {
    const last = runs.at(-1);
    if (last && last[1] === ordinal - 1) last[1] = ordinal;
    else runs.push([ordinal, ordinal]);
  }
  return runs;
}

function pointTotals(
  standard: PublishedStandard,
  cells: Cells,
  first: number,
  nameOf: (line: number) => string,
): SumLine[] {
  const { bonus, bonusCap, totalCap, attainable } = standard;
  const subtotal: SumLine = {
    label: "各条得分合计",
    max: attainable,
    formula: round(`SUM(${cells.rows})`),
    value: null,
  };
  const capped = (formula: string, cap: number | null): string => (cap === null ? formula : `MIN(${formula},${cap})`);
  const bonusSum: SumLine = {
    label: "加分合计",
    max: bonusCap,
    formula: capped(round(`SUM(${cells.bonus})`), bonusCap),
    value: null,
  };
  const parts = bonus.length > 0 ? [subtotal, bonusSum] : [subtotal];
  const sum = round(parts.map((_, at) => nameOf(first + at)).join("+"));
  return [...parts, { label: "总分", max: totalCap, formula: capped(sum, totalCap), value: null }];
}

const metTotal = ({ rows }: PublishedStandard, cells: Cells): SumLine => ({
  label: "符合条数",
  max: rows.length,
  formula: `COUNTIF(${cells.rows},"是")`,
  value: null,
});

/** A veto or an unmet condition decides at once, then an open row, then the pass mark: as `fangan assess` judges. */
function resultFormula({ rows, veto, passMark, attainable }: PublishedStandard, cells: Cells, total: string): string {
  const against = [
    ...(veto.length > 0 ? [`COUNTIF(${cells.veto},"是")`] : []),
    ...rows.filter(({ decisive }) => decisive).map(({ ordinal }) => `COUNTIF(${cells.at(ordinal)},"否")`),
  ];
  const counted = `COUNT(${cells.rows})+COUNTIF(${cells.rows},"是")+COUNTIF(${cells.rows},"否")`;
  const word = (result: keyof typeof RESULT_WORDS): string => quoteText(RESULT_WORDS[result]);
  const end =
    passMark === null || attainable === null
      ? word("none")
      : `IF(${total}>=${passMark},${word("pass")},${word("fail")})`;
  const open = `IF(${counted}<${rows.length},${word("incomplete")},${end})`;
  return against.length === 0 ? open : `IF(${against.join("+")}>0,${word("fail")},${open})`;
}
