import type { Cell, Node, Table, TextBlock } from "../../../src/core/document.ts";
import type { Outline } from "../../../src/core/outline.ts";
import { wholeBlock } from "../../../src/core/passage.ts";

/** A line, or a table's rows: `^` is covered by the cell above, `<` by the cell to the left. */
export type Content = string | readonly (readonly string[])[];

/** An outline with one attachment per entry of `attachments` (title, then contents), or with tables of its own. */
export function outlineOf(
  attachments: readonly (readonly [title: string, ...contents: Content[]])[],
  own: { readonly title?: string; readonly contents?: readonly Content[] } = {},
): Outline {
  const blocks: TextBlock[] = [];
  const add = (text: string): TextBlock => {
    const block = { id: blocks.length, text, page: null, bbox: null, cell: null, confidence: null, runs: [] };
    blocks.push(block);
    return block;
  };
  const nodeOf = (content: Content): Node =>
    typeof content === "string" ? { kind: "paragraph", block: add(content) } : tableOf(content, add);
  const plan = (own.contents ?? []).map(nodeOf);
  const parts = attachments.map(([title, ...contents], at) => ({
    number: at + 1,
    title,
    listed: null,
    heading: wholeBlock(add(title)),
    nodes: contents.map(nodeOf),
  }));
  const passage = { text: "", pieces: [] };
  return {
    document: { blocks, nodes: [...plan, ...parts.flatMap((part) => part.nodes)] },
    header: {
      title: own.title ?? null,
      noticeTitle: null,
      documentNumber: null,
      issuers: [],
      recipients: [],
      issuedOn: null,
      printedOn: null,
      jurisdiction: { name: null, level: null },
      trial: false,
      contacts: [],
      evidence: [],
    },
    noticeDate: null,
    planDate: null,
    noticeBody: passage,
    year: null,
    preamble: passage,
    items: [],
    tables: plan.filter((node) => node.kind === "table"),
    attachments: parts,
  };
}

function tableOf(rows: readonly (readonly string[])[], add: (text: string) => TextBlock): Table {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((text, column): Cell[] => {
      if (text === "^" || text === "<") return [];
      return [
        { block: add(text), row: at, column, rowSpan: countDown(rows, at, column), colSpan: countRight(row, column) },
      ];
    }),
  );
  return { kind: "table", rowCount: rows.length, columnCount: Math.max(0, ...rows.map((row) => row.length)), cells };
}

function countDown(rows: readonly (readonly string[])[], at: number, column: number): number {
  let span = 1;
  while (rows[at + span]?.[column] === "^") span++;
  return span;
}

function countRight(row: readonly string[], column: number): number {
  let span = 1;
  while (row[column + span] === "<") span++;
  return span;
}

/** A table as a text file gives it: cells apart by `|`, no spans. */
export const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
