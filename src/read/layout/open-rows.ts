import { gatherLines } from "./gather-lines.ts";
import { crosses, type InkLine, inkOf, type OpenTable, type Stretch } from "./open-columns.ts";
import type { Ruling } from "./page-content.ts";
import { SNAP } from "./rulings.ts";

/** Within a cell lines follow each other; a step longer by this factor than the usual one begins a cell. */
const STEP = 1.25;
/** The longest step between two lines of one cell, in em. */
const LONGEST_STEP = 1.8;
/** A column with at least this share of the fullest column's cells has one in (nearly) every row. */
const DENSE = 0.6;
/** A merged cell's text stands no further from the middle of its rows (points). */
const OFF_CENTRE = 12;
/** From so many rulings across a table on they part its rows; fewer are the three lines of 三线表. */
const RULED = 4;
/** Of the rows so many (share) follow the one above by number; a total and an extra row may not. */
const COUNTED = 0.8;
const MARGIN = 2;

/** The rulings that a table without (or with only horizontal) rulings would have, `ruled` being the heights of its own. */
export function ruleTable(table: OpenTable, own: readonly Ruling[]): Ruling[] {
  const edges = edgesOf(table, own);
  const written = edges.slice(1).map((to, index) => linesOf(table.lines, { from: edges[index]!, to }));
  const step = findStep(written);
  const columns = written.map((lines) => cellsOf(lines, step));
  const rows = findRows(columns);
  const heights = heightsOf(own);
  // 三线表 have more rows than rulings.
  if (heights.length >= RULED || (heights.length > 1 && rows.length < heights.length))
    return [...own, ...ruleDown(table, edges, withEnds(heights, table))];
  if (rows.length < 2) return [];
  const bounds = boundsOf(rows);
  if (!written.some((lines) => isCounted(lines, bounds))) return [];
  return [...ruleAcross(columns, edges, bounds), ...ruleDown(table, edges, bounds)];
}

/** Whether a column numbers the rows, one by one: without rulings nothing else proves that the rows are right. */
function isCounted(lines: readonly InkLine[], bounds: readonly number[]): boolean {
  const texts = bounds.slice(2).map((to, index) => {
    const own = lines.filter(({ y }) => (y.from + y.to) / 2 > bounds[index + 1]! && (y.from + y.to) / 2 < to);
    return own.map((line) => line.text).join("");
  });
  const numbers = texts.map((text) => Number(/^\s*(\d{1,3})(?:$|[.．、](?!\d))/u.exec(text)?.[1] ?? Number.NaN));
  const steps = numbers.filter((number, index) => number === (numbers[index - 1] ?? Number.NaN) + 1);
  return steps.length >= 2 && steps.length >= (texts.length - 1) * COUNTED;
}

function ruleAcross(
  columns: readonly (readonly Stretch[])[],
  edges: readonly number[],
  bounds: readonly number[],
): Ruling[] {
  const all = bounds.map((_, index) => index).slice(2);
  const dense = columns.findIndex((cells) => cells.length >= DENSE * (bounds.length - 1));
  let before: readonly number[] = all;
  return columns.flatMap((cells, column) => {
    const body = cells.filter((cell) => cell.from >= bounds[1]!);
    const isSparse = body.length > 0 && body.length < bounds.length - 2;
    const ends = isSparse ? (findSpans(body, bounds, column < dense) ?? shareSpans(body, bounds, before)) : null;
    before = ends ?? all;
    return [0, 1, ...before].map(
      (index): Ruling => [edges[column]!, bounds[index]!, edges[column + 1]!, bounds[index]!],
    );
  });
}

/** The spans of the column before, where each holds one cell of this column (a category's points). */
function shareSpans(
  cells: readonly Stretch[],
  bounds: readonly number[],
  ends: readonly number[],
): readonly number[] | null {
  const spans = ends.map((end, index) => ({ from: bounds[ends[index - 1] ?? 1]!, to: bounds[end]! }));
  const held = spans.map((span) => cells.filter((cell) => cell.from < span.to && cell.to > span.from).length);
  return held.every((count) => count === 1) ? ends : null;
}

/** The heights of row rulings, with the table's ends where it goes on over the page. */
function withEnds(heights: readonly number[], { lines }: OpenTable): number[] {
  const [top, bottom] = [lines[0]!.y.from, Math.max(...lines.map((line) => line.y.to))];
  return [
    ...(top < heights[0]! - MARGIN ? [top - MARGIN] : []),
    ...heights,
    ...(bottom > heights.at(-1)! + MARGIN ? [bottom + MARGIN] : []),
  ];
}

/** Where the columns meet: at the end of a cell's own ruling, else just before the column's text, which stands level. */
const edgesOf = ({ x, strips }: OpenTable, own: readonly Ruling[]): number[] => {
  const ends = own.flatMap(([x0, , x1]) => [x0, x1]);
  const edges = strips.map(
    ({ from, to }) => ends.find((end) => end > from - MARGIN && end < to + MARGIN) ?? to - MARGIN,
  );
  return [x.from - MARGIN, ...edges, x.to + MARGIN];
};

/** The lines of a column, from the top. */
const linesOf = (lines: readonly InkLine[], column: Stretch): InkLine[] =>
  gatherLines(
    lines.flatMap((line) =>
      line.glyphs.filter(({ start, end }) => (start + end) / 2 > column.from && (start + end) / 2 < column.to),
    ),
  ).map(inkOf);

/** How far apart two lines of one cell stand at most: by the nearest lines of any column. */
function findStep(columns: readonly (readonly InkLine[])[]): number {
  const steps = columns.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const step = line.y.from - lines[index]!.y.from;
      return step > 0.95 * line.em ? [step / line.em] : [];
    }),
  );
  return Math.min(STEP * steps.reduce((least, step) => Math.min(least, step), Infinity), LONGEST_STEP);
}

/** A column's cells from the top: its lines, parted where a step is longer than the usual one. */
function cellsOf(lines: readonly InkLine[], step: number): Stretch[] {
  const cells: Stretch[] = [];
  lines.forEach(({ y, em }, index) => {
    const before = lines[index - 1];
    if (before && y.from - before.y.from <= step * em) cells[cells.length - 1] = { from: cells.at(-1)!.from, to: y.to };
    else cells.push(y);
  });
  return cells;
}

/** Rows by what overlaps in the columns that have a cell in every row. */
function findRows(columns: readonly (readonly Stretch[])[]): Stretch[] {
  const most = Math.max(...columns.map((cells) => cells.length));
  const dense = columns.filter((cells) => cells.length >= DENSE * most);
  const rows: Stretch[] = [];
  for (const cell of dense.flat().sort((a, b) => a.from - b.from)) {
    const open = rows.at(-1);
    if (open && cell.from < open.to) rows[rows.length - 1] = { from: open.from, to: Math.max(open.to, cell.to) };
    else rows.push(cell);
  }
  return rows;
}

const boundsOf = (rows: readonly Stretch[]): number[] => [
  rows[0]!.from - MARGIN,
  ...rows.slice(1).map((row, index) => (row.from + rows[index]!.to) / 2),
  rows.at(-1)!.to + MARGIN,
];

/**
 * Where each merged cell ends, as an index of `bounds`: a merged cell's text stands in the middle of its rows. Null where
 * it does not, unless the column is `sure` to be one of categories.
 */
function findSpans(cells: readonly Stretch[], bounds: readonly number[], sure: boolean): number[] | null {
  const ends: number[] = [];
  let start = 1;
  for (const [index, cell] of cells.entries()) {
    const next = cells[index + 1];
    const end = next ? findEnd(cell, next, bounds, start, sure) : bounds.length - 1;
    if (end === null) return null;
    ends.push(end);
    start = end;
  }
  return ends;
}

function findEnd(cell: Stretch, next: Stretch, bounds: readonly number[], start: number, sure: boolean): number | null {
  const centre = (cell.from + cell.to) / 2;
  let best: number | null = null;
  let least = sure ? Infinity : OFF_CENTRE;
  for (let end = start + 1; end < bounds.length && bounds[end]! <= next.from + MARGIN; end += 1) {
    const miss = Math.abs((bounds[start]! + bounds[end]!) / 2 - centre);
    if (bounds[end]! >= cell.to - MARGIN && miss < least) [best, least] = [end, miss];
  }
  return best;
}

/** The column edges, left out in the rows where ink runs across. */
function ruleDown({ lines }: OpenTable, edges: readonly number[], bounds: readonly number[]): Ruling[] {
  return edges.flatMap((x) =>
    bounds.slice(1).flatMap((to, index): Ruling[] => {
      const from = bounds[index]!;
      const isCrossed = lines.some(
        (line) =>
          line.y.from > from - 2 &&
          line.y.to < to + 2 &&
          line.pieces.some((piece) => crosses(piece, { from: x, to: x })),
      );
      return isCrossed ? [] : [[x, from, x, to]];
    }),
  );
}

/** The rulings across a table. */
export function rowRulings({ lines, x }: OpenTable, rulings: readonly Ruling[]): Ruling[] {
  const [top, bottom] = [lines[0]!, lines.at(-1)!];
  return rulings.filter(
    ([x0, y0, x1, y1]) =>
      Math.abs(y1 - y0) < 1 &&
      x0 < x.to &&
      x1 > x.from &&
      y0 > top.y.from - 2 * top.em &&
      y1 < bottom.y.to + 2 * bottom.em,
  );
}

/** The distinct heights of rulings, from the top. */
export function heightsOf(rulings: readonly Ruling[]): number[] {
  const heights: number[] = [];
  for (const y of rulings.map((ruling) => ruling[1]).sort((a, b) => a - b))
    if (heights.length === 0 || y - heights.at(-1)! > SNAP) heights.push(y);
  return heights;
}
