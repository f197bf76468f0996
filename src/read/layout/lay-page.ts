import { findDrawnGrids } from "./drawn-grids.ts";
import { gatherLines } from "./gather-lines.ts";
import { findGrid, findStretch, type Grid, type GridCell } from "./grid.ts";
import { measureCells } from "./measure-cells.ts";
import { findOpenTables } from "./open-columns.ts";
import { rowRulings, ruleTable } from "./open-rows.ts";
import type { Glyph, PageContent } from "./page-content.ts";
import type { PageLayout, PageLine, PageTable } from "./page-layout.ts";
import { groupRulings } from "./rulings.ts";
import { standGlyphs } from "./stand-glyphs.ts";
import { writeLine } from "./write-line.ts";

/** A mark that closes a phrase may hang over a cell's edge; it belongs to where it begins. */
const HANGING = /^[，。、；：！？）》」』”’…,.;:)]$/u;

/** Lays out pages: text within a table's grid goes to its cells, all other text into lines. */
export function layPages(pages: readonly PageContent[]): PageLayout[] {
  const contents = pages.map((page) => ({ ...page, glyphs: standGlyphs(page.glyphs) }));
  const ruled = contents.map(findGrids);
  const drawn = findDrawnGrids(
    contents.map((content, index) => ({ ...content, glyphs: freeOf(content, ruled[index]!) })),
  );
  return contents.map((content, index) => {
    const known = [...ruled[index]!, ...drawn[index]!];
    return fillPage(content, [...known, ...findOpenGrids(content, known)]);
  });
}

/** Lays out a page by itself. */
export const layPage = (content: PageContent): PageLayout => layPages([content])[0]!;

function fillPage(content: PageContent, grids: readonly Grid[]): PageLayout {
  const owners = Map.groupBy(content.glyphs, (glyph) => ownerOf(grids, glyph));
  const tables = grids.map((grid) => fillGrid(grid, owners.get(grid) ?? [], content.page));
  const lines = gatherLines(owners.get(null) ?? []).map(
    (line): PageLine => ({ kind: "line", ...writeLine(line, content.page) }),
  );
  const items = [...lines, ...tables.filter((table) => table.cells.some((cell) => cell.lines.length > 0))];
  items.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return { page: content.page, width: content.width, height: content.height, items };
}

/** The page's grids; one drawn inside another's cell is part of that cell's text. */
function findGrids(content: PageContent): Grid[] {
  const grids = groupRulings(content.rulings).flatMap((group) => findGrid(group) ?? []);
  return grids.filter((grid) => !grids.some((other) => other !== grid && isInside(grid, other)));
}

/** Grids of the tables that no rulings part into columns. */
function findOpenGrids(content: PageContent, known: readonly Grid[]): Grid[] {
  const { rulings } = content;
  return findOpenTables(freeOf(content, known), rulings)
    .flatMap((table) => groupRulings(ruleTable(table, rowRulings(table, rulings))))
    .flatMap((group) => findGrid(group) ?? []);
}

const freeOf = ({ glyphs }: PageContent, grids: readonly Grid[]): Glyph[] =>
  glyphs.filter((glyph) => ownerOf(grids, glyph) === null);

const isInside = (inner: Grid, outer: Grid): boolean =>
  findStretch(outer.xs, inner.xs[0]!) >= 0 &&
  findStretch(outer.xs, inner.xs.at(-1)!) >= 0 &&
  findStretch(outer.ys, inner.ys[0]!) >= 0 &&
  findStretch(outer.ys, inner.ys.at(-1)!) >= 0;

const placeOf = ({ text, box: [x0, y0, x1, y1] }: Glyph): readonly [number, number] => [
  HANGING.test(text) ? x0 + (x1 - x0) / 10 : (x0 + x1) / 2,
  (y0 + y1) / 2,
];

function ownerOf(grids: readonly Grid[], glyph: Glyph): Grid | null {
  const [x, y] = placeOf(glyph);
  return grids.find((grid) => findStretch(grid.xs, x) >= 0 && findStretch(grid.ys, y) >= 0) ?? null;
}

function fillGrid(grid: Grid, glyphs: readonly Glyph[], page: number): PageTable {
  const columns = grid.xs.length - 1;
  const cellAt = new Map<number, GridCell>();
  for (const cell of grid.cells) for (const place of placesOf(cell, columns)) cellAt.set(place, cell);
  const contents = Map.groupBy(glyphs, (glyph) => {
    const [x, y] = placeOf(glyph);
    return cellAt.get(findStretch(grid.ys, y) * columns + findStretch(grid.xs, x));
  });
  const written = grid.cells.map((cell) => gatherLines(contents.get(cell) ?? []).map((line) => writeLine(line, page)));
  return {
    ...grid,
    kind: "table",
    page,
    box: [grid.xs[0]!, grid.ys[0]!, grid.xs.at(-1)!, grid.ys.at(-1)!],
    cells: measureCells(grid, written).map((lines, index) => ({ ...grid.cells[index]!, lines })),
  };
}

const placesOf = (cell: GridCell, columns: number): number[] =>
  Array.from(
    { length: cell.rowSpan * cell.colSpan },
    (_, index) => (cell.row + Math.floor(index / cell.colSpan)) * columns + cell.column + (index % cell.colSpan),
  );
