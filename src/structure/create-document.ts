import { unionBoxes } from "../core/boxes.ts";
import type { Cell, Document, Node, TextBlock } from "../core/document.ts";
import type { Run, SourceBlock, SourceCell, SourceTable } from "../core/source-block.ts";

/**
 * Numbers the blocks of a cleaned document: each paragraph and each cell becomes one block whose id is
 * its index. Empty paragraphs go; empty cells stay, because their place in the grid means something.
 */
export function createDocument(sources: readonly SourceBlock[]): Document {
  const blocks: TextBlock[] = [];
  const nodes: Node[] = [];
  let tables = 0;
  const add = (block: Omit<TextBlock, "id">): TextBlock => {
    const added = { id: blocks.length, ...block };
    blocks.push(added);
    return added;
  };
  for (const source of sources) {
    if (source.kind === "page-break") nodes.push({ kind: "page-end" });
    else if (source.kind === "table") nodes.push(createTable(source, tables++, add));
    else if (source.text.trim()) nodes.push({ kind: "paragraph", block: add({ ...place(source), cell: null }) });
  }
  return { blocks, nodes };
}

function createTable(source: SourceTable, table: number, add: (block: Omit<TextBlock, "id">) => TextBlock): Node {
  const cells = source.cells.map((cell): Cell => {
    const { row, column, rowSpan, colSpan } = cell;
    const block = add({ ...place(cell), cell: { table, row, column, rowSpan, colSpan } });
    return { block, row, column, rowSpan, colSpan };
  });
  const most = (of: (cell: Cell) => number): number => cells.reduce((max, cell) => Math.max(max, of(cell)), 0);
  return {
    kind: "table",
    cells,
    rowCount: most((c) => c.row + c.rowSpan),
    columnCount: most((c) => c.column + c.colSpan),
  };
}

/** No drafter sets words this many spaces apart; patterns that look for what follows white space take its square. */
const WIDEST_GAP = 100;
const WIDE_GAP = new RegExp(`(\\s{${WIDEST_GAP}})\\s+`, "gu");

/** A letter-spaced number: `2 0 2 4 年`, `6 0 %`. */
const SPACED_NUMBER = /(?<![\d.．])(?<![\d.．] )\d(?: \d){1,9} ?(?=[年月日号%％])/gu;

/** A block is as sure as its least sure line. */
function findConfidence(runs: readonly Run[]): number | null {
  const sure = runs.flatMap(({ confidence }) => confidence ?? []);
  return sure.length === 0 ? null : Math.round(1000 * Math.min(...sure)) / 1000;
}

function place(source: Pick<SourceCell, "text" | "page" | "runs">): Omit<TextBlock, "id" | "cell"> {
  const page = source.runs[0]?.page ?? source.page;
  const boxes = source.runs.filter((run) => run.page === page).map((run) => run.bbox);
  const text =
    source.runs.length > 0
      ? source.text
      : source.text.replace(WIDE_GAP, "$1").replace(SPACED_NUMBER, (number) => number.replace(/ /gu, ""));
  return { text, page, bbox: unionBoxes(boxes), confidence: findConfidence(source.runs), runs: source.runs };
}
