import { foldWidth } from "../../core/fold-width.ts";
import type { SourceCell } from "../../core/source-block.ts";
import { closeUpCharacters } from "../cell-text.ts";
import type { Found } from "./finder.ts";
import { splitHeader, splitParts } from "./split-parts.ts";
import { createCell } from "./table-of-rows.ts";
import { FORM_FEED, isBlank, isPageNumber, type TextLine } from "./text-line.ts";

const SERIAL_HEADER = /^(?:序\s*号|编\s*号)\s+\S/u;
const TOTAL = /^(合\s*计|总\s*计|共\s*计)\s*([\d０-９]{1,6})?$/u;
const MOST_COLUMNS = 12;
const MOST_GAP = 4;
const FEWEST_ROWS = 2;

/** Finds a list that counts its rows under a header: `序号 街道 名称`, `1 城区街道 宝龙社区`, `合  计 21`. */
export function findNumberedListTable(lines: readonly TextLine[], at: number): Found | null {
  const header = lines[at]!;
  if (!SERIAL_HEADER.test(header.text.trim())) return null;
  const words = splitHeader(header.text);
  if (words.length < 2 || words.length > MOST_COLUMNS) return null;
  const cells = createRow(words, 0, header.page);
  let rows = 0;
  let gap = 0;
  let next = at + 1;
  for (let here = next; here < lines.length; here++) {
    const { text, page } = lines[here]!;
    if (isBlank(lines[here]!) || text === FORM_FEED || isPageNumber(text)) {
      if (++gap > MOST_GAP) break;
      continue;
    }
    gap = 0;
    if (rows > 0 && text.trim() === header.text.trim()) continue;
    const row = readRow(text, rows + 1, words.length, page);
    if (row === null) break;
    cells.push(...row.cells);
    next = here + 1;
    rows++;
    if (row.total) break;
  }
  return rows >= FEWEST_ROWS ? { blocks: [{ kind: "table", cells }], next } : null;
}

function readRow(
  text: string,
  row: number,
  width: number,
  page: number | null,
): { cells: SourceCell[]; total: boolean } | null {
  const total = TOTAL.exec(text.trim());
  if (total) {
    const label = createCell(closeUpCharacters(total[1]!), row, 0, page, 1, width - 1);
    return { cells: [label, createCell(total[2] ?? "", row, width - 1, page)], total: true };
  }
  const cells = splitParts(text, width);
  if (cells === null || Number(foldWidth(cells[0]!.replace(/[.．、]$/, ""))) !== row) return null;
  return { cells: createRow(cells, row, page), total: false };
}

const createRow = (cells: readonly string[], row: number, page: number | null): SourceCell[] =>
  cells.map((cell, column) => createCell(cell, row, column, page));
