import { foldRadicals } from "../../core/fold-radicals.ts";
import type { PageBreak, SourceBlock, SourceCell, SourceParagraph, SourceTable } from "../../core/source-block.ts";
import type { MammothNode } from "./mammoth-document.ts";

/** Creates blocks from mammoth's model; blank paragraphs are left out, as are breaks before the first and after the last. */
export function createBlocks(document: MammothNode): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let page = 1;
  let breaks = false;
  for (const block of flowBlocks(document)) {
    if (block !== "page-break") {
      if (breaks && blocks.length > 0) blocks.push({ kind: "page-break", page: page++ } satisfies PageBreak);
      breaks = false;
      blocks.push(block);
    } else breaks = true;
  }
  return blocks;
}

type Flow = SourceParagraph | SourceTable | "page-break";

const flowBlocks = (container: MammothNode): Flow[] =>
  childrenOf(container).flatMap((child) => {
    if (child.type === "table") return isFrame(child) ? flowBlocks(onlyCell(child)!) : [createTable(child)];
    return splitParagraph(textOf(child));
  });

/** A table of one cell with a table in it is a frame around part of the document. */
const isFrame = (table: MammothNode): boolean => childrenOf(onlyCell(table)).some((child) => child.type === "table");

function onlyCell(table: MammothNode): MammothNode | undefined {
  const cells = childrenOf(table).flatMap(childrenOf);
  return cells.length === 1 ? cells[0] : undefined;
}

const childrenOf = (node: MammothNode | undefined): readonly MammothNode[] => node?.children ?? [];

const splitParagraph = (text: string): Flow[] =>
  text.split(/(\f)|\n/u).flatMap((part): Flow[] => {
    if (part === "\f") return ["page-break"];
    return part === undefined || part.trim() === "" ? [] : [{ kind: "paragraph", text: part, page: null, runs: [] }];
  });

/** A line or column break gives `\n`, a page break `\f`. */
const BREAKS = { line: "\n", column: "\n", page: "\f" };

function textOf(node: MammothNode): string {
  if (node.type === "text") return foldRadicals(node.value ?? "");
  if (node.type === "tab") return "\t";
  if (node.type === "break") return BREAKS[node.breakType ?? "line"];
  return childrenOf(node).map(textOf).join("");
}

function createTable(table: MammothNode): SourceTable {
  const cells: SourceCell[] = [];
  const taken = new Map<number, number>();
  for (const [row, tableRow] of childrenOf(table).entries()) {
    let column = 0;
    for (const cell of childrenOf(tableRow)) {
      while ((taken.get(column) ?? 0) > row) column++;
      const [rowSpan, colSpan] = [cell.rowSpan ?? 1, cell.colSpan ?? 1];
      cells.push({ text: cellText(cell), row, column, rowSpan, colSpan, page: null, runs: [] });
      for (let covered = column; covered < column + colSpan; covered++) taken.set(covered, row + rowSpan);
      column += colSpan;
    }
  }
  return { kind: "table", cells };
}

/** Paragraphs, and the rows of a table inside the cell, each on a line; a tab between the cells of such a row. */
const cellText = (cell: MammothNode): string =>
  childrenOf(cell)
    .flatMap((child) => (child.type === "table" ? childrenOf(child).map(rowText) : [textOf(child)]))
    .map((line) => line.replaceAll("\f", "\n").replace(/^\n+|\n+$/gu, ""))
    .filter((line) => line.trim() !== "")
    .join("\n");

const rowText = (row: MammothNode): string => childrenOf(row).map(cellText).join("\t");
