/** A cell; a number is written as one, null as an empty cell. */
export type CsvCell = string | number | null;

/**
 * What a spreadsheet takes for the beginning of a formula, also in full width (OWASP, CSV Injection). Such a text gets an apostrophe
 * in front, which spreadsheets show or hide but never run.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u;

/** Writes CSV as Excel reads it: a byte order mark, CRLF, and quotes as in RFC 4180. */
export const writeCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("")}`;

function writeCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
