import { closeUpCharacters } from "../cell-text.ts";
import { joinWrapped } from "./dumped-rows.ts";
import type { Found } from "./finder.ts";
import { HEADER_WORD } from "./header-words.ts";
import { createTable, MOST_COLUMNS, type TextRow } from "./table-of-rows.ts";
import { ATTACHMENT, FORM_FEED, isBlank, isPageNumber, type TextLine } from "./text-line.ts";

/** A run of text between gaps of two spaces or a full-width one, and the print columns that it takes; a Chinese character is two wide. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A full-width space parts columns too, but not the two characters of a name (`刘　敏`). */
const PIECE = /(?<!\S)\p{Script=Han}\u3000\p{Script=Han}(?!\S)|\S+(?: \S+)*/gu;
const GAP = / {2}|\u3000/u;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…]/u;
const NOT_HEADER = /[。；：]/u;
const LONGEST_WORD = 14;
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 2;
const MOST_GAP = 2;
/** Lines that have not proved a table by then never will; without the limit a hostile file is read again from every line. */
const TRIAL_ROWS = 20;

/** Finds a table whose columns are lined up with spaces: what `pdftotext -layout` and careful typists write. */
export function findAlignedTable(lines: readonly TextLine[], at: number): Found | null {
  const header = readHeader(lines[at]!.text);
  if (header === null) return null;
  const starts = header.map(({ start }) => start);
  const rows: TextRow[] = [{ cells: header.map(({ text }) => text), page: lines[at]!.page, gap: 0 }];
  let next = at + 1;
  let gap = 0;
  for (let here = next; here < lines.length && gap <= MOST_GAP; here++) {
    const { text, page } = lines[here]!;
    if (ATTACHMENT.test(text)) break;
    if (isBlank(lines[here]!) || text === FORM_FEED || isPageNumber(text)) gap++;
    else {
      const repeated = rows.length > FEWEST_ROWS && text === lines[at]!.text;
      const cells = repeated ? [] : readCells(text, starts);
      if (cells === null || !place(rows, { cells, page, gap })) break;
      if (rows.length === TRIAL_ROWS && !isTable(rows)) return null;
      next = here + 1;
      gap = 0;
    }
  }
  return isTable(rows) ? { blocks: [createTable(rows)], next } : null;
}

function readHeader(text: string): Piece[] | null {
  if (!HEADER_WORD.test(text) || !GAP.test(text.trim()) || NOT_HEADER.test(text)) return null;
  const pieces = findPieces(text);
  const fits = pieces.length >= FEWEST_COLUMNS && pieces.length <= MOST_COLUMNS;
  return fits && pieces.every((piece) => piece.text.length <= LONGEST_WORD) ? pieces : null;
}

function findPieces(line: string): Piece[] {
  const pieces: Piece[] = [];
  let column = 0;
  let from = 0;
  for (const found of line.matchAll(PIECE)) {
    const start = column + measure(line.slice(from, found.index));
    const end = start + measure(found[0]);
    pieces.push({ text: closeUpCharacters(found[0]), start, end });
    column = end;
    from = found.index + found[0].length;
  }
  return pieces;
}

function measure(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** The cells of a line by where its pieces begin, or null where it is a sentence that runs over the columns. */
function readCells(text: string, starts: readonly number[]): string[] | null {
  const pieces = findPieces(text);
  const [first] = pieces;
  if (pieces.length === 1 && first!.start <= starts[0]! && first!.end > starts[1]!) return null;
  if (pieces.length === starts.length) return pieces.map((piece) => piece.text);
  const cells = Array<string>(starts.length).fill("");
  for (const piece of pieces) {
    const column = Math.max(
      0,
      starts.findLastIndex((start) => start <= piece.start + 1),
    );
    cells[column] = cells[column] === "" ? piece.text : `${cells[column]} ${piece.text}`;
  }
  return cells;
}

/** A line with its first cell filled begins a row; any other goes on with the row above. False where there is none. */
function place(rows: TextRow[], row: TextRow): boolean {
  const above = rows.at(-1)!;
  if (row.cells.length === 0) return true;
  if (row.cells[0] !== "") return rows.push(row) > 0;
  if (rows.length === 1) return false;
  rows[rows.length - 1] = { ...above, cells: above.cells.map((cell, at) => joinWrapped(cell, row.cells[at] ?? "")) };
  return true;
}

/** Most rows fill several columns; a list of two words a line under a short heading does not. */
function isTable(rows: readonly TextRow[]): boolean {
  const body = rows.slice(1);
  const full = body.filter(({ cells }) => cells.filter(Boolean).length >= FEWEST_COLUMNS);
  return body.length >= FEWEST_ROWS && full.length * 2 > body.length;
}
