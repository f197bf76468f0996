import { squash } from "../../core/tidy.ts";
import { type DrawnCell, findDrawnCells } from "./drawn-cells.ts";
import { type DrawnBlock, type DrawnRow, extentOf, findDrawnBlocks, findEdges, isDrawnByCells } from "./drawn-rows.ts";
import { createDrawnGrid } from "./drawn-table.ts";
import type { Grid } from "./grid.ts";
import type { Glyph, PageContent, Ruling } from "./page-content.ts";
import { around, type Stretch } from "./stretch.ts";

/** What of a page no drawn grid holds. */
export interface FreePage extends Pick<PageContent, "height" | "rulings"> {
  readonly glyphs: readonly Glyph[];
}

/** Words of a plan's table headings; two of them prove a heading. */
const HEADER_WORDS =
  /序号|编号|内容|标准|项目|分值|标准分|评分|考[评核]|责任|部门|单位|任务|措施|举措|时限|时间|名称|备注|得分|指标|类别|方式|社区|街道|要求|依据|目标|职务|姓名|电话|地址/u;
/** A heading's cell has no more characters. */
const LONGEST_HEADING = 14;
/** Fewer rows prove nothing. */
const FEWEST_ROWS = 3;
/** Of the rows so many (share) follow the one above by number. */
const COUNTED = 0.6;
/** From so many rulings across it on a block is ruled into rows. */
const RULED = 3;
/** A block with the page that it stands on. */
interface PageBlock extends DrawnBlock {
  readonly page: number;
  readonly x: Stretch;
  readonly rulings: readonly Ruling[];
}

/**
 * Finds the tables that nothing but the order of drawing parts into cells; gives each page's grids. The parts of a table
 * that runs over pages have the same columns.
 */
export function findDrawnGrids(pages: readonly FreePage[]): Grid[][] {
  const grids: Grid[][] = pages.map(() => []);
  const blocks = pages.flatMap((page, index) => findPageBlocks(page, index));
  for (const chain of chainBlocks(blocks)) {
    for (const [page, grid] of layChain(chain)) grids[page]!.push(grid);
  }
  return grids;
}

function findPageBlocks({ glyphs, rulings, height }: FreePage, page: number): PageBlock[] {
  return findDrawnBlocks(findDrawnCells(glyphs, rulings), height)
    .filter((block) => isDrawnByCells(block.rows))
    .map((block) => {
      const cells = block.rows.flat();
      const [x, y] = [extentOf(block.rows), around(cells.map((cell) => cell.y))];
      const em = cells[0]!.em;
      const own = rulings.filter(
        ([x0, y0, x1, y1]) =>
          Math.abs(y1 - y0) < 1 && x0 < x.to && x1 > x.from && y0 > y.from - 2 * em && y0 < y.to + 2 * em,
      );
      return { ...block, page, x: around([x, ...own.map(([from, , to]) => ({ from, to }))]), rulings: own };
    });
}

/** Joins the last block of a page with the first of the next where both have the same columns. */
function chainBlocks(blocks: readonly PageBlock[]): PageBlock[][] {
  const chains: PageBlock[][] = [];
  for (const block of blocks) {
    const open = chains.at(-1);
    const last = open?.at(-1);
    const isNext = last?.isLast === true && block.isFirst && block.page === last.page + 1;
    if (open && isNext && haveSameColumns(open, block)) open.push(block);
    else chains.push([block]);
  }
  return chains;
}

const rowsOf = (chain: readonly PageBlock[]): DrawnRow[] => chain.flatMap((block) => block.rows);

function haveSameColumns(chain: readonly PageBlock[], block: PageBlock): boolean {
  // The first and the last part stand for all: comparing with each would take the square of a long table.
  const known = [...chain[0]!.rows, ...chain.at(-1)!.rows];
  const [above, below] = [findEdges(known).length, findEdges(block.rows).length];
  return findEdges([...known, ...block.rows]).length === Math.max(above, below);
}

function layChain(chain: readonly PageBlock[]): [page: number, grid: Grid][] {
  const edges = findEdges(rowsOf(chain));
  if (edges.length === 0 || !isTable(chain, edges.length + 1)) return [];
  const x = around(chain.map((block) => block.x));
  return chain.flatMap((block, index): [number, Grid][] => {
    const { page, rulings } = block;
    const above = index > 0 ? block.above.filter((row) => fitsColumn(row[0]!, edges)) : [];
    const below = index < chain.length - 1 ? block.below.filter((row) => fitsColumn(row[0]!, edges)) : [];
    const isHeaded = above.length === 0 && wordsOf(block.rows[0]!) === wordsOf(chain[0]!.rows[0]!);
    const grid = createDrawnGrid([...above, ...block.rows, ...below], { edges, x, rulings, isHeaded });
    return grid ? [[page, grid]] : [];
  });
}

const wordsOf = (row: DrawnRow): string => row.map((cell) => cell.text).join("\n");

const fitsColumn = ({ x }: DrawnCell, edges: readonly number[]): boolean =>
  !edges.some((edge) => edge > x.from + 1 && edge < x.to - 1);

/** Whether a block is a table: by its heading, its row numbers, or the rulings between its rows. */
function isTable(chain: readonly PageBlock[], columns: number): boolean {
  const rows = rowsOf(chain);
  if (rows.length < FEWEST_ROWS) return false;
  if (hasHeading(rows)) return true;
  if (chain.some(({ rulings }) => new Set(rulings.map(([, y]) => Math.round(y))).size >= RULED)) return true;
  return columns > 2 && isCounted(rows);
}

function hasHeading(rows: readonly DrawnRow[]): boolean {
  const head = rows[0]!.map((cell) => squash(cell.text));
  const names = head.filter((text) => HEADER_WORDS.test(text));
  return names.length > 1 && head.every((text) => text.length <= LONGEST_HEADING && !/[：:；;。]/u.test(text));
}

/** Whether a column numbers the rows one by one. */
function isCounted(rows: readonly DrawnRow[]): boolean {
  const numbers = rows.flatMap((row) => row.slice(0, 3).flatMap((cell) => numberOf(cell.text) ?? []));
  const steps = numbers.filter((number, index) => number === (numbers[index - 1] ?? Number.NaN) + 1);
  return steps.length > 1 && steps.length >= COUNTED * (rows.length - 1);
}

const numberOf = (text: string): number | null => {
  const digits = /^\s*(\d{1,3})(?:$|[.．、](?!\d))/u.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
};
