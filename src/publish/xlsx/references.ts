import type { Range } from "./workbook.ts";

/** Column 0 is A, 26 AA. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

/** The name of a cell; row and column count from 0: `A1`. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** A name that stays when a formula is copied: `$A$1`. */
export const fixedName = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;

export const rangeName = ({ top, left, bottom, right }: Range): string =>
  top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;

/** A text as a formula writes it: `"say ""yes"""`. */
export const quoteText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const FORBIDDEN = /[\p{Cc}[\]:*?/\\]/gu;
const LONGEST_NAME = 31;

/** Names that Excel takes for sheets: no forbidden character, at most 31, none twice in any case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(FORBIDDEN, " ")
        .replace(/^'+|'+$/gu, "")
        .trim() || "Sheet";
    let tried = cut(plain, LONGEST_NAME);
    for (let count = 2; taken.has(tried.toLowerCase()); count++) {
      const mark = ` ${count}`;
      tried = cut(plain, LONGEST_NAME - mark.length) + mark;
    }
    taken.add(tried.toLowerCase());
    return tried;
  });
}

/** Cuts to so many UTF-16 units without halving a character. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/u, "")
    .trim();

/** A sheet's name before `!` in a formula: always quoted. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
