import { AssessError } from "../assess-error.ts";
import type { FilledSheet } from "../filled-sheet.ts";
import { readTableLines } from "./table-lines.ts";

const MOST_CELLS = 200_000;

/** A filled CSV: as published, with 得分 filled in; UTF-8, UTF-16 or GB18030, as spreadsheets save it. */
export function readFilledCsv(bytes: Uint8Array): FilledSheet {
  const rows = parseCsv(decode(bytes)).map((row) => row.map(withoutGuard));
  const lines = readTableLines({ rows, placeOf: (row) => `第${row + 1}行` });
  if (!lines) throw new AssessError("not-a-filled-sheet");
  return { standard: null, subject: null, assessor: null, date: null, textNumbers: true, lines };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The apostrophe that publishing put before what looks like a formula. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, "");

/**
 * Cuts CSV into rows of cells (RFC 4180); the separator is a comma, or a semicolon or tab where the first line has more of them.
 * @throws AssessError `too-large` where it has more cells than any scoring table.
 */
export function parseCsv(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [[]];
  let at = 0;
  let cells = 0;
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quotedCell(text, at + 1) : plainCell(text, at, separator);
    rows.at(-1)!.push(cell);
    if (++cells > MOST_CELLS) throw new AssessError("too-large");
    at = next;
    if (text[at] === separator) {
      at++;
      if (at === text.length || text[at] === "\n" || text[at] === "\r") rows.at(-1)!.push("");
    }
    const lineEnd = text[at] === "\r" && text[at + 1] === "\n" ? 2 : text[at] === "\n" || text[at] === "\r" ? 1 : 0;
    if (lineEnd > 0 && at + lineEnd < text.length) rows.push([]);
    at += lineEnd;
  }
  return rows;
}

function separatorOf(text: string): string {
  const line = text.slice(0, Math.max(0, text.indexOf("\n")));
  const count = (mark: string): number => line.split(mark).length;
  return [";", "\t"].find((mark) => count(mark) > count(",")) ?? ",";
}

function plainCell(text: string, start: number, separator: string): { cell: string; next: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { cell: text.slice(start, end), next: end };
}

/** A quoted cell from behind its opening quote; a doubled quote is one. */
function quotedCell(text: string, start: number): { cell: string; next: number } {
  const parts: string[] = [];
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { cell: parts.join("") + text.slice(at), next: text.length };
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') return { cell: parts.join(""), next: quote + 1 };
    parts.push('"');
    at = quote + 2;
  }
}
