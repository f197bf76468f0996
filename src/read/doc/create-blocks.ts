import type { PageBreak, SourceBlock, SourceParagraph, SourceTable } from "../../core/source-block.ts";
import { type Flow, type FlowRow, type FlowTable, isTable } from "./flow.ts";
import { layTable } from "./table-grid.ts";

/** Creates blocks; blank paragraphs are left out, as are page breaks before the first and after the last block. */
export function createBlocks(flow: Flow): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let page = 1;
  let breaks = false;
  for (const block of flowBlocks(flow)) {
    if (block === "page-break") {
      breaks = true;
      continue;
    }
    if (breaks && blocks.length > 0) blocks.push({ kind: "page-break", page: page++ } satisfies PageBreak);
    breaks = false;
    blocks.push(block);
  }
  return blocks;
}

type Block = SourceParagraph | SourceTable | "page-break";

const flowBlocks = (flow: Flow): Block[] =>
  flow.flatMap((block) => {
    if (!isTable(block)) return splitParagraph(block.text);
    const frame = findFrame(block);
    return frame === null ? [layTable(block, cellText)] : flowBlocks(frame);
  });

/** A table of one cell with a table in it is a frame around part of the document. */
function findFrame(table: FlowTable): Flow | null {
  const cell = table.rows.length === 1 && table.rows[0]!.cells.length === 1 ? table.rows[0]!.cells[0]! : null;
  return cell?.some(isTable) ? cell : null;
}

const splitParagraph = (text: string): Block[] =>
  text.split(/(\f)|\n/u).flatMap((part): Block[] => {
    if (part === "\f") return ["page-break"];
    return part === undefined || part.trim() === "" ? [] : [{ kind: "paragraph", text: part, page: null, runs: [] }];
  });

/** Paragraphs, and the rows of a table inside the cell, each on a line; a tab between the cells of such a row. */
const cellText = (cell: Flow): string =>
  cell
    .flatMap((block) => (isTable(block) ? block.rows.map(rowText) : [block.text]))
    .map((line) => line.replaceAll("\f", "\n").replace(/^\n+|\n+$/gu, ""))
    .filter((line) => line.trim() !== "")
    .join("\n");

const rowText = (row: FlowRow): string => row.cells.map(cellText).join("\t");
