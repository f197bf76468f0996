import type { Block } from "../../schemas/block.ts";
import type { Run } from "./source-block.ts";

/** A cleaned block that still knows where each stretch of its text is drawn. */
export interface TextBlock extends Block {
  readonly runs: readonly Run[];
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly block: TextBlock;
}

/** A cell of a table; rows and columns count from 0. */
export interface Cell {
  readonly block: TextBlock;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A table; `cells` in reading order, each place of the grid covered at most once. */
export interface Table {
  readonly kind: "table";
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly Cell[];
}

export interface PageEnd {
  readonly kind: "page-end";
}

export type Node = Paragraph | Table | PageEnd;

/** A cleaned document: `blocks[i].id === i`, and every paragraph and cell of `nodes` is one of `blocks`. */
export interface Document {
  readonly blocks: readonly TextBlock[];
  readonly nodes: readonly Node[];
}

export const isParagraph = (node: Node): node is Paragraph => node.kind === "paragraph";
export const isTable = (node: Node): node is Table => node.kind === "table";
