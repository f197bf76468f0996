import { foldWidth } from "../../core/fold-width.ts";
import { closeUpCharacters } from "../cell-text.ts";
import type { Found } from "./finder.ts";
import { HEADER_WORD } from "./header-words.ts";
import { splitHeader, splitParts } from "./split-parts.ts";
import { createTable, type TextRow } from "./table-of-rows.ts";
import { FORM_FEED, isBlank, isPageNumber, type TextLine } from "./text-line.ts";

const SERIAL = /^(?:序|编)号$/u;
const NOT_HEADER = /[。；：]/u;
const TOTAL = /^(?:合\s*计|总\s*计|共\s*计)(?=\s|$)/u;
const NUMBER = /^\d{1,9}(?:\.\d{1,4})?%?$/u;
const LONGEST_WORD = 14;
const LONGEST_CELL = 80;
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 12;
const FEWEST_ROWS = 2;
const MOST_GAP = 2;

/**
 * Finds a table set with full-width spaces, be it one between two columns: header and rows have the same number of
 * parts (`序号　小区　位置`, `１　南苑　３号楼旁`). A total may leave columns out that hold no numbers.
 */
export function findPartedTable(lines: readonly TextLine[], at: number): Found | null {
  const header = readHeader(lines[at]!.text);
  if (header === null) return null;
  const rows: TextRow[] = [{ cells: header, page: lines[at]!.page, gap: 0 }];
  let next = at + 1;
  let gap = 0;
  for (let here = next; here < lines.length && gap <= MOST_GAP; here++) {
    const { text, page } = lines[here]!;
    if (isBlank(lines[here]!) || text === FORM_FEED || isPageNumber(text)) {
      gap++;
      continue;
    }
    const repeated = text === lines[at]!.text;
    const cells = readTotal(text, rows) ?? splitParts(text, header.length);
    if (!repeated && (cells === null || cells.some((cell) => cell.length > LONGEST_CELL))) {
      if (gap === 0 && looksLikeRow(text)) return null;
      break;
    }
    if (!repeated) rows.push({ cells: cells!, page, gap });
    next = here + 1;
    gap = 0;
  }
  return rows.length > FEWEST_ROWS ? { blocks: [createTable(rows)], next } : null;
}

function readHeader(text: string): string[] | null {
  if (!text.trim().includes("\u3000") || !HEADER_WORD.test(text) || NOT_HEADER.test(text)) return null;
  const words = splitHeader(text);
  const fewest = SERIAL.test(words[0]!) ? FEWEST_COLUMNS - 1 : FEWEST_COLUMNS;
  const fits = words.length >= fewest && words.length <= MOST_COLUMNS;
  return fits && words.every((word) => word.length <= LONGEST_WORD) ? words : null;
}

/** `合计　　　３５　１２８`: its numbers belong to the columns of numbers, where it has one for each. */
function readTotal(text: string, rows: readonly TextRow[]): string[] | null {
  const label = TOTAL.exec(text.trim())?.[0];
  if (label === undefined || rows.length < FEWEST_ROWS) return null;
  const numbers = text.trim().slice(label.length).trim().split(/\s+/);
  const columns = rows[0]!.cells.map(
    (_, column) => column > 0 && rows.slice(1).every((row) => isNumber(row.cells[column]!)),
  );
  if (columns.filter(Boolean).length !== numbers.length || !numbers.every(isNumber)) return null;
  return columns.map((counts, column) => (column === 0 ? closeUpCharacters(label) : counts ? numbers.shift()! : ""));
}

const isNumber = (cell: string): boolean => NUMBER.test(foldWidth(cell));

/** Of more parts than one: where such a line is no row, columns are told by their place, not by their order. */
const looksLikeRow = (text: string): boolean => text.length < LONGEST_CELL && /\S[ \u3000]{2,}\S/u.test(text);
