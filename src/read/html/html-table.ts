import { ReadError } from "../../core/outcome.ts";
import type { SourceCell, SourceTable } from "../../core/source-block.ts";
import { cleanCell } from "../cell-text.ts";
import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  isUnseen,
  type TextMeter,
} from "./html-tree.ts";
import { tidyText } from "./tidy-text.ts";

const MOST_CELLS = 100_000;
const MOST_COLUMNS = 200;
const LINE_ENDERS = new Set("p div br li tr td th h1 h2 h3 h4 h5 h6 dd dt blockquote section".split(" "));
const LAYOUT_SHARE = 0.8;
const LAYOUT_PARAGRAPHS = 5;

/**
 * Reads a table's grid with its spans, or null where the table only sets the page's layout.
 * @throws ReadError `too-large` where its spans cover more places than any table has.
 */
export function readTable(table: HtmlElement, measure: TextMeter): SourceTable | null {
  const rows = rowsOf(table);
  if (isLayout(table, rows, measure)) return null;
  const cells: SourceCell[] = [];
  const taken = new Set<number>();
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (taken.has(index * MOST_COLUMNS + column)) column++;
      if (column >= MOST_COLUMNS || taken.size > MOST_CELLS) throw new ReadError("too-large", { cells: MOST_CELLS });
      const placed = placeCell(cell, index, column, rows.length);
      cells.push(take(placed, taken));
      column += placed.colSpan;
    }
  });
  return cells.length > 0 ? { kind: "table", cells } : null;
}

/** The table's own rows, not those of a table inside it. */
const rowsOf = (table: HtmlElement): HtmlElement[] =>
  elementsOf(table).flatMap((child) => (child.name === "tr" ? [child] : isRowGroup(child) ? elementsOf(child) : []));

const isRowGroup = ({ name }: HtmlElement): boolean => name === "tbody" || name === "thead" || name === "tfoot";

const cellsOf = (row: HtmlElement): HtmlElement[] =>
  elementsOf(row).filter((cell) => (cell.name === "td" || cell.name === "th") && !isUnseen(cell));

function placeCell(cell: HtmlElement, row: number, column: number, rows: number): SourceCell {
  const rowSpan = Math.min(spanOf(cell.attribs.rowspan), rows - row);
  const colSpan = Math.min(spanOf(cell.attribs.colspan), MOST_COLUMNS - column);
  return { text: cleanCell(cellText(cell)), row, column, rowSpan, colSpan, page: null, runs: [] };
}

const spanOf = (attribute: string | undefined): number => Math.max(1, Number.parseInt(attribute ?? "1", 10) || 1);

/** Marks the cell's places as taken; a span that would run over a taken place is cut there. */
function take(cell: SourceCell, taken: Set<number>): SourceCell {
  let colSpan = 1;
  while (colSpan < cell.colSpan && !taken.has(cell.row * MOST_COLUMNS + cell.column + colSpan)) colSpan++;
  for (let row = cell.row; row < cell.row + cell.rowSpan && taken.size <= MOST_CELLS; row++) {
    for (let column = cell.column; column < cell.column + colSpan; column++) taken.add(row * MOST_COLUMNS + column);
  }
  return { ...cell, colSpan };
}

/** A cell's text; the ends of its paragraphs are `\n`. */
function cellText(cell: HtmlElement): string {
  const lines: string[] = [""];
  const visit = (node: HtmlNode): void => {
    if (isText(node)) lines[lines.length - 1] += node.data;
    if (!isElement(node) || isUnseen(node)) return;
    const ends = LINE_ENDERS.has(node.name);
    if (ends) lines.push("");
    node.children.forEach(visit);
    if (ends) lines.push("");
  };
  cell.children.forEach(visit);
  return lines.map(tidyText).filter(Boolean).join("\n");
}

/** One filled cell, a table around tables, or one cell that holds nearly all text in many paragraphs. */
function isLayout(table: HtmlElement, rows: readonly HtmlElement[], measure: TextMeter): boolean {
  const filled = rows.flatMap(cellsOf).filter((cell) => measure(cell) > 0);
  return (
    filled.length <= 1 || filled.some((cell) => measure(cell) >= measure(table) * LAYOUT_SHARE && isPageLike(cell))
  );
}

/** A cell with tables or many paragraphs inside. */
function isPageLike(cell: HtmlElement): boolean {
  let paragraphs = 0;
  const visit = (element: HtmlElement): boolean => {
    if (element.name === "p" || element.name === "br") paragraphs++;
    return element.name === "table" || paragraphs >= LAYOUT_PARAGRAPHS || elementsOf(element).some(visit);
  };
  return elementsOf(cell).some(visit);
}
