import { findNumbering } from "../../core/numbering.ts";
import { isEmpty, isSameColumn, type JoinedCell, type JoinedTable, wordsOf } from "./joined-table.ts";
import { isFull } from "./line-end.ts";

const ROW_NUMBER = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.．、]?$/u;
const ROW_START = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?/u;
const SENTENCE_END = /[。！？!?][”’）)]?$/u;
/** A row of its own, though no number stands before it. */
const TOTAL = /^(?:合计|总计|共计|小计|总分)/u;
/** A column is the number column from this many numbers on. */
const ENOUGH_NUMBERS = 2;

/**
 * Whether the page break cut a row, so that the first row below belongs to the last row above. Proof is a number
 * column, of one number a row, with a number on one side only; or a text that visibly runs on, and none that does not.
 */
export function cutsRow(
  above: JoinedTable,
  below: JoinedTable,
  open: readonly JoinedCell[],
  top: readonly JoinedCell[],
): boolean {
  const pairs = top.map((cell) => [open.find((each) => isSameColumn(each, cell)), cell] as const);
  if (top.every(isEmpty) || !pairs.every(isPaired) || top.some((cell) => TOTAL.test(wordsOf(cell)))) return false;
  const numbers = findNumberColumn(above, below);
  if (numbers) {
    const pair = pairs.find(([, cell]) => isSameColumn(cell, numbers));
    if (!pair || isEmpty(pair[0]) === isEmpty(pair[1])) return false;
    if (numbers.rowSpan === 1) return true;
  } else {
    if (pairs.some(([, cell]) => ROW_NUMBER.test(wordsOf(cell)))) return false;
    const entries = findNumberedColumn(above, below);
    const pair = entries && pairs.find(([, cell]) => isSameColumn(cell, entries));
    if (pair && !isEmpty(pair[1])) return !isNumbered(pair[1]) && runsOn(...pair);
    if (pair && !isEmpty(pair[0]) && entries.rowSpan === 1) return true;
  }
  const filled = pairs.filter(([, cell]) => !isEmpty(cell) && !ROW_NUMBER.test(wordsOf(cell)));
  return filled.length > 0 && filled.every(([from, cell]) => runsOn(from, cell));
}

type Pair = readonly [JoinedCell, JoinedCell];
const isPaired = (pair: readonly [JoinedCell | undefined, JoinedCell]): pair is Pair => pair[0] !== undefined;

/** The first column that holds numbers only, by a cell that stands for it; `rowSpan` is its tallest cell's. */
function findNumberColumn(above: JoinedTable, below: JoinedTable): JoinedCell | null {
  const cells = [...above.cells, ...below.cells];
  const numbers = cells.filter((cell) => ROW_NUMBER.test(wordsOf(cell)) && cell.colSpan === 1);
  const columns = Map.groupBy(numbers, (cell) => cell.column);
  for (const [column, found] of [...columns].sort(([a], [b]) => a - b)) {
    const all = cells.filter((cell) => cell.column === column && cell.colSpan === 1 && !isEmpty(cell));
    // The heading (序号), a total row and a note may stand in the column besides.
    if (found.length < ENOUGH_NUMBERS || all.length > found.length + 3 || !increases(found)) continue;
    return { ...found[0]!, rowSpan: tallestOf(found) };
  }
  return null;
}

const tallestOf = (cells: readonly JoinedCell[]): number => Math.max(...cells.map((cell) => cell.rowSpan));

const isNumbered = (cell: JoinedCell): boolean => findNumbering(cell.lines[0]?.text ?? "")?.style === "digit";

/** The first column whose cells begin with a row's number (`12. 照明设施完善`), by a cell that stands for it; `rowSpan` is its tallest cell's. */
function findNumberedColumn(above: JoinedTable, below: JoinedTable): JoinedCell | null {
  const numbered = [...above.cells, ...below.cells].filter((cell) => cell.colSpan === 1 && isNumbered(cell));
  const columns = [...Map.groupBy(numbered, (cell) => cell.column).values()];
  const isCounted = (cells: readonly JoinedCell[]): boolean => cells.length > ENOUGH_NUMBERS && increases(cells);
  const found = columns.sort(([a], [b]) => a!.column - b!.column).find(isCounted);
  return found ? { ...found[0]!, rowSpan: tallestOf(found) } : null;
}

/** Row numbers grow by one; points do not. */
function increases(cells: readonly JoinedCell[]): boolean {
  const values = cells.map((cell) => findNumbering(`${ROW_START.exec(wordsOf(cell))?.[0] ?? ""}、`)?.value ?? 0);
  const steps = values.slice(1).filter((value, index) => value === values[index]! + 1).length;
  return steps * 2 >= values.length - 1;
}

/** A full last line without a sentence end, and below it no number of an entry. */
export function runsOn(from: JoinedCell, cell: JoinedCell): boolean {
  const last = from.lines.at(-1);
  const next = cell.lines[0]!.text;
  return last !== undefined && isFull(last, next) && !SENTENCE_END.test(last.text) && findNumbering(next) === null;
}
