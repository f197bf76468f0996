import {
  childElements,
  element,
  findChild,
  findDescendant,
  withChildren,
  type XmlElement,
} from "../../core/xml/xml-node.ts";
import { findEdges, type GridSpan } from "../table-edges.ts";
import { findNumber, findValue, transformTree } from "./word-node.ts";

/** A cell in its place. */
interface GridCell extends GridSpan {
  readonly cell: XmlElement;
}

/** Word itself allows 63 columns. */
const WIDEST_SPAN = 255;

/**
 * Makes tables say plainly what they mean, so that mammoth counts their spans right: skipped grid columns become
 * empty cells, grid lines that no cell needs go, and a merge that continues nothing begins one.
 */
export const straightenTables = (document: XmlElement): XmlElement =>
  transformTree(document, (node) => (node.name === "w:tbl" ? straightenTable(node) : node));

function straightenTable(table: XmlElement): XmlElement {
  const rows = childElements(table, "w:tr").map(placeCells);
  const edgeOf = findEdges(rows, widthsOf(table));
  let above: ReadonlyMap<number, number> = new Map();
  const straight = rows
    .filter((row) => row.length > 0)
    .map((row) => {
      const merged = new Map<number, number>();
      const cells = row.map(({ cell, start, end }) => {
        const [column, span] = [edgeOf(start), edgeOf(end) - edgeOf(start)];
        const merge = mergeOf(cell, above.get(column) === span);
        if (merge !== null) merged.set(column, span);
        return writeCell(cell, span, merge);
      });
      above = merged;
      return element("w:tr", {}, cells);
    });
  return withChildren(table, straight);
}

const widthsOf = (table: XmlElement): number[] =>
  childElements(findChild(table, "w:tblGrid"), "w:gridCol").map((column) => Number(column.attributes["w:w"] ?? 0) || 0);

function placeCells(row: XmlElement): GridCell[] {
  const placed: GridCell[] = [];
  const place = (cell: XmlElement, span: number) => {
    const start = placed.at(-1)?.end ?? 0;
    if (span > 0) placed.push({ cell, start, end: start + Math.min(span, WIDEST_SPAN) });
  };
  place(EMPTY, findNumber(row, "w:trPr", "w:gridBefore") ?? 0);
  for (const cell of childElements(row, "w:tc")) {
    const span = Math.max(1, findNumber(cell, "w:tcPr", "w:gridSpan") ?? 1);
    const before = placed.at(-1);
    if (before && findValue(cell, "w:tcPr", "w:hMerge") === "continue")
      placed[placed.length - 1] = { ...before, end: before.end + span };
    else place(cell, span);
  }
  place(EMPTY, findNumber(row, "w:trPr", "w:gridAfter") ?? 0);
  return placed;
}

const EMPTY = element("w:tc", {}, [element("w:p")]);

function mergeOf(cell: XmlElement, continues: boolean): "restart" | "continue" | null {
  const merge = findDescendant(cell, "w:tcPr", "w:vMerge");
  if (merge === null) return null;
  return merge.attributes["w:val"] === "restart" || !continues ? "restart" : "continue";
}

/** What stands in a cell that continues another is not shown, so its paragraphs are not counted either. */
function writeCell(cell: XmlElement, span: number, merge: "restart" | "continue" | null): XmlElement {
  const content =
    merge === "continue" ? [element("w:p")] : cell.children.filter((child) => child !== findChild(cell, "w:tcPr"));
  const vertical = merge === null ? [] : [element("w:vMerge", { "w:val": merge })];
  const properties = element("w:tcPr", {}, [element("w:gridSpan", { "w:val": String(span) }), ...vertical]);
  return withChildren(cell, [properties, ...content]);
}
