import type { DrawnCell } from "./drawn-cells.ts";
import { isPageNumber } from "./furniture-lines.ts";
import { around, middleOf, overlapOf, type Stretch } from "./stretch.ts";

/** Cells drawn one after another from the left to the right. */
export type DrawnRow = readonly DrawnCell[];

/** Rows drawn one below the other; the first and the last have several cells. */
export interface DrawnBlock {
  readonly rows: readonly DrawnRow[];
  /** Rows of one cell that stand close above and below: text, or the ends of rows that page breaks cut. */
  readonly above: readonly DrawnRow[];
  readonly below: readonly DrawnRow[];
  /** Whether nothing but a running head stands before it on its page, and nothing but page numbers after it. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** How far (points) boxes of characters reach into each other. */
const TOUCH = 2;
/** More rows of one cell in a row are text between two tables. */
const MOST_LONE = 2;
/** Text of another size (share) is not the table's. */
const OTHER_EM = 0.25;
/** The ends of a cut row are printed as the table is (share), and stand close to it (em). */
const SAME_EM = 0.05;
const CLOSE = 2.5;
/** No plan's table has more columns. */
const MOST_EDGES = 40;
/** A cell begins higher (em) than the one before ended. */
const HIGHER = 0.3;
/** A line that stands before or after a table, not in it. */
const OUTSIDE = /^\s*(?:附\s*[件表]\s*\d*\s*(?:[：:]|$)|说\s*明|注\s*[：:]|备\s*注\s*[：:])/u;

/** Finds what may be tables among a page's cells in drawing order. */
export function findDrawnBlocks(cells: readonly DrawnCell[], height: number): DrawnBlock[] {
  // A number with something beside it is a row's.
  const isAlone = (cell: DrawnCell): boolean =>
    !cells.some((other) => other !== cell && overlapOf(other.y, cell.y) > 0);
  const body = cells.filter((cell) => !(isPageNumber(cell.text, cell.y, height) && isAlone(cell)));
  const runs = gatherRows(body).flatMap(splitAtText);
  return runs.map((block) => ({
    ...block,
    isFirst: body.indexOf([...block.above, ...block.rows][0]![0]!) <= 1,
    isLast: [...block.rows, ...block.below].at(-1)!.at(-1) === body.at(-1),
  }));
}

/** Rows by the drawing order alone: a cell right of the one before goes on with its row, a cell below begins one. */
function gatherRows(cells: readonly DrawnCell[]): DrawnRow[][] {
  const runs: DrawnCell[][][] = [];
  let floor = -Infinity;
  for (const [index, cell] of cells.entries()) {
    const rows = runs.at(-1);
    const row = rows?.at(-1);
    const isOn = row && isRightOf(cell, row) && cell.y.from > floor - TOUCH;
    if (rows && row && isOn && !isBelow(cell, row, cells[index + 1])) row.push(cell);
    else if (rows && row && cell.y.from > endOf(row) - TOUCH) {
      floor = endOf(row);
      rows.push([cell]);
    } else {
      floor = -Infinity;
      runs.push([[cell]]);
    }
  }
  return runs;
}

const isRightOf = (cell: DrawnCell, row: DrawnRow): boolean => cell.x.from > row.at(-1)!.x.to - TOUCH;

/** A centred title stands right of the `附件2` above it; a merged cell below its first row has cells of its rows beside it. */
const isBelow = (cell: DrawnCell, row: DrawnRow, next: DrawnCell | undefined): boolean =>
  row.every((other) => other.y.to < cell.y.from + TOUCH) && (next === undefined || next.y.from > cell.y.to - TOUCH);

/** Where a row ends at the earliest: one of its cells at least is no higher than the row. */
const endOf = (row: DrawnRow): number => Math.min(...row.map((cell) => cell.y.to));

/** Parts rows at running text, and drops text before and after a table. */
function splitAtText(rows: readonly DrawnRow[]): Block[] {
  const em = usualEm(rows);
  const blocks: DrawnRow[][] = [[]];
  let lone = 0;
  for (const row of rows) {
    lone = row.length > 1 ? 0 : lone + 1;
    const isText = row.length === 1 && (OUTSIDE.test(row[0]!.text) || Math.abs(row[0]!.em - em) > OTHER_EM * em);
    if (isText || lone === MOST_LONE + 1) blocks.push([]);
    if (!isText) blocks.at(-1)!.push(row);
  }
  return blocks.filter((block) => block.some((row) => row.length > 1)).map(trim);
}

/** The size of print of the rows that have several cells. */
function usualEm(rows: readonly DrawnRow[]): number {
  const sizes = rows.flatMap((row) => (row.length > 1 ? row.map((cell) => cell.em) : []));
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
}

type Block = Pick<DrawnBlock, "rows" | "above" | "below">;

function trim(block: readonly DrawnRow[]): Block {
  const isWide = (row: DrawnRow): boolean => row.length > 1;
  const [first, last] = [block.findIndex(isWide), block.findLastIndex(isWide)];
  const rows = block.slice(first, last + 1);
  const em = usualEm(rows);
  const isNear = (a: DrawnRow, b: DrawnRow): boolean =>
    Math.abs(a[0]!.em - em) < SAME_EM * em && startOf(b) - a[0]!.y.to < CLOSE * em;
  let [from, to] = [first, last];
  while (from > 0 && isNear(block[from - 1]!, block[from]!)) from -= 1;
  while (
    to + 1 < block.length &&
    isNear(block[to + 1]!, block[to + 1]!) &&
    startOf(block[to + 1]!) - lowEndOf(block[to]!) < CLOSE * em
  )
    to += 1;
  return { rows, above: block.slice(from, first), below: block.slice(last + 1, to + 1) };
}

const startOf = (row: DrawnRow): number => Math.min(...row.map((cell) => cell.y.from));
const lowEndOf = (row: DrawnRow): number => Math.max(...row.map((cell) => cell.y.to));

/**
 * Whether rows were drawn cell by cell, not line by line over the whole page: then a cell begins higher than the one drawn
 * before it ended.
 */
export function isDrawnByCells(rows: readonly DrawnRow[]): boolean {
  let [byCells, byLines] = [0, 0];
  for (const row of rows) {
    row.slice(1).forEach((cell, index) => {
      const before = row[index]!;
      if (before.flow !== "across" || cell.flow !== "across") return;
      if (middleOf(cell.lines[0]!.y) < middleOf(before.lines.at(-1)!.y) - HIGHER * cell.em) byCells += 1;
      else if (before.lines.length > 1 && overlapOf(before.y, cell.y) > 0) byLines += 1;
    });
  }
  return byCells + byLines === 0 ? isPlainlyDrawn(rows) : byCells > 3 * byLines;
}

/**
 * Rows whose cells all begin level look alike drawn either way, unless a category stands in the middle of its rows: drawn
 * line by line, it comes after its first row.
 */
function isPlainlyDrawn(rows: readonly DrawnRow[]): boolean {
  const left = Math.min(...rows.flat().map((cell) => cell.x.from));
  const second = rows[1]?.[0];
  return second === undefined || second.x.from < left + 2 * second.em;
}

/** The blanks between neighbours of one row: in each of them two columns meet. */
export const gapsOf = (rows: readonly DrawnRow[]): Stretch[] =>
  rows.flatMap((row) => row.slice(1).map((cell, index) => ({ from: row[index]!.x.to, to: cell.x.from })));

export const extentOf = (rows: readonly DrawnRow[]): Stretch => around(rows.flat().map((cell) => cell.x));

/** Where columns meet: the fewest places that stand in every gap, each just before the text of its column. */
export function findEdges(rows: readonly DrawnRow[]): number[] {
  const gaps = gapsOf(rows).sort((a, b) => a.to - b.to);
  const edges: Stretch[] = [];
  for (const { from, to } of gaps) {
    const last = edges.at(-1);
    if (last && from <= last.to + TOUCH) edges[edges.length - 1] = { from: Math.max(last.from, from), to: last.to };
    else edges.push({ from, to });
  }
  if (edges.length > MOST_EDGES) return [];
  const cells = rows.flat();
  const clear = edges.filter((edge) => {
    const crossing = cells.filter(({ x }) => x.from < edge.to - TOUCH && x.to > edge.to + TOUCH).length;
    const parted = gaps.filter((gap) => gap.from <= edge.to + TOUCH && gap.to >= edge.to - TOUCH).length;
    return parted > crossing;
  });
  return partHeadings(rows, clear).map((edge) => Math.max(middleOf(edge), edge.to - TOUCH));
}

/** Of a heading of two rows (权重分 over 合格, 一般, 良好; beside it 得分) two cells side by side are two columns. */
function partHeadings(rows: readonly DrawnRow[], edges: readonly Stretch[]): Stretch[] {
  const [first, second] = [rows[0] ?? [], rows[1] ?? []];
  const within = ({ x }: DrawnCell, from: number, to: number): boolean => x.from > from - TOUCH && x.to < to + TOUCH;
  return [...edges, { from: Infinity, to: Infinity }].flatMap((edge, index) => {
    const from = edges[index - 1]?.to ?? -Infinity;
    const [upper, lower] = [first, second].map((row) => row.find((cell) => within(cell, from, edge.to)));
    const own = Number.isFinite(edge.to) ? [edge] : [];
    if (!upper || !lower || second[0]!.x.from < first[0]!.x.to) return own;
    const gap =
      upper.x.to < lower.x.from ? { from: upper.x.to, to: lower.x.from } : { from: lower.x.to, to: upper.x.from };
    return gap.to - gap.from > TOUCH ? [gap, ...own] : own;
  });
}
