import type { Evidence } from "../../schemas/evidence.ts";
import type { Facts } from "../../schemas/plan.ts";
import type { Cell, Node, Table, TextBlock } from "../../src/core/document.ts";
import type { Item, Outline } from "../../src/core/outline.ts";
import { EMPTY, evidenceOf, type Passage, passageOf, wholeBlock } from "../../src/core/passage.ts";

const HEADER: Facts["header"] = {
  title: "某县某某工作实施方案",
  noticeTitle: null,
  documentNumber: null,
  issuers: [],
  recipients: [],
  issuedOn: "2023-05-18",
  printedOn: null,
  jurisdiction: { name: null, level: null },
  trial: false,
  contacts: [],
  evidence: [],
};

/** Facts with nothing in them but what a test gives. */
export const factsOf = (given: Partial<Facts>): Facts => ({
  header: HEADER,
  basis: [],
  sections: [],
  targets: [],
  phases: [],
  tasks: [],
  measures: [],
  duties: [],
  deadlines: [],
  units: [],
  standards: [],
  assignments: [],
  lists: [],
  rosters: [],
  forms: [],
  attachments: [],
  ...given,
});

export const issuedOn = (date: string | null): Facts["header"] => ({ ...HEADER, issuedOn: date });

/** A document written by hand: a string is a paragraph, an array of arrays a table. */
export type Written = string | readonly (readonly string[])[];

export interface MadeDocument {
  readonly outline: Outline;
  /** Evidence for a stretch of text that stands in one block only. */
  readonly at: (quote: string) => Evidence[];
  readonly passage: (quote: string) => Passage;
}

export function makeDocument(written: readonly Written[], parts: Partial<Outline> = {}): MadeDocument {
  const blocks: TextBlock[] = [];
  let tables = 0;
  const addBlock = (text: string, cell: TextBlock["cell"] = null): TextBlock => {
    const block = { id: blocks.length, text, page: null, bbox: null, cell, confidence: null, runs: [] };
    blocks.push(block);
    return block;
  };
  const addTable = (rows: readonly (readonly string[])[]): Table => {
    const table = tables++;
    const cells = rows.flatMap((texts, row) =>
      texts.map((text, column): Cell => {
        const place = { row, column, rowSpan: 1, colSpan: 1 };
        return { ...place, block: addBlock(text, { table, ...place }) };
      }),
    );
    return { kind: "table", rowCount: rows.length, columnCount: Math.max(...rows.map((row) => row.length)), cells };
  };
  const nodes = written.map(
    (each): Node => (typeof each === "string" ? { kind: "paragraph", block: addBlock(each) } : addTable(each)),
  );
  const passage = (quote: string): Passage => {
    const block = blocks.find(({ text }) => text.includes(quote));
    if (!block) throw new Error(`no block holds ${quote}`);
    const start = block.text.indexOf(quote);
    return passageOf([{ block, start, end: start + quote.length }]);
  };
  const outline: Outline = {
    document: { blocks, nodes },
    header: HEADER,
    noticeDate: null,
    planDate: null,
    noticeBody: EMPTY,
    year: null,
    preamble: EMPTY,
    items: [],
    tables: [],
    attachments: [],
    ...parts,
  };
  return { outline, passage, at: (quote) => evidenceOf(passage(quote)) };
}

/** An item whose paragraph is `number` and the heading; `intro` is the text before its first child. */
export function makeItem(
  made: MadeDocument,
  number: string,
  heading: string,
  given: Partial<Item> & { readonly introText?: string } = {},
): Item {
  const { introText, ...rest } = given;
  return {
    number,
    level: 1,
    kind: "tasks",
    heading: made.passage(heading),
    dates: EMPTY,
    intro: introText ? made.passage(introText) : EMPTY,
    body: EMPTY,
    children: [],
    tables: [],
    ...rest,
  };
}

export const blockAt = ({ outline }: MadeDocument, index: number): Passage =>
  wholeBlock(outline.document.blocks[index]!);
