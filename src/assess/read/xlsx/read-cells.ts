import { ReadError } from "../../../core/outcome.ts";
import { childElements, findChild, textOf, type XmlElement } from "../../../core/xml/xml-node.ts";
import type { Filling } from "../../filled-sheet.ts";

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 256;

/** The cells of a sheet by row and column, counted from 0; rows and cells without a reference follow the one before them. */
export function readCells(sheet: XmlElement, strings: readonly string[]): Filling[][] {
  const rows: Filling[][] = [];
  for (const row of childElements(findChild(sheet, "sheetData"), "row")) {
    const at = row.attributes.r ? Number(row.attributes.r) - 1 : rows.length;
    if (!Number.isInteger(at) || at < 0 || at >= MOST_ROWS)
      throw new ReadError("too-large", { detail: "sheet rows", limit: MOST_ROWS });
    while (rows.length <= at) rows.push([]);
    rows[at] = readRow(row, strings);
  }
  return rows;
}

function readRow(row: XmlElement, strings: readonly string[]): Filling[] {
  const cells: Filling[] = [];
  for (const cell of childElements(row, "c")) {
    const at = cell.attributes.r ? columnOf(cell.attributes.r) : cells.length;
    if (at < 0 || at >= MOST_COLUMNS) continue;
    while (cells.length <= at) cells.push(null);
    cells[at] = readValue(cell, strings);
  }
  return cells;
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0] ?? "";
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell's value by its type (ECMA-376 Part 1 §18.18.11); an error value is its text (`#N/A`). */
function readValue(cell: XmlElement, strings: readonly string[]): Filling {
  if (cell.attributes.t === "inlineStr") return inlineText(findChild(cell, "is"));
  const value = findChild(cell, "v");
  if (!value) return null;
  const text = textOf(value);
  switch (cell.attributes.t) {
    case "s":
      return strings[Number(text)] ?? null;
    case "b":
      return text.trim() === "1";
    case "str":
    case "e":
    case "d":
      return text;
    default:
      return text.trim() === "" || !Number.isFinite(Number(text)) ? null : Number(text);
  }
}

const inlineText = (holder: XmlElement | null): string =>
  childElements(holder)
    .filter(({ name }) => name === "t" || name === "r")
    .map((child) => textOf(child))
    .join("");
