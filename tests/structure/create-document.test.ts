import { expect, test } from "vitest";
import type { Run, SourceBlock } from "../../src/core/source-block.ts";
import { createDocument } from "../../src/structure/create-document.ts";

const paragraph = (text: string): SourceBlock => ({ kind: "paragraph", text, page: null, runs: [] });

test("paragraphs and cells are numbered in one row; empty paragraphs go, empty cells stay", () => {
  const cells = ["项目", ""].map((text, column) => ({
    text,
    row: 0,
    column,
    rowSpan: 1,
    colSpan: 1,
    page: null,
    runs: [],
  }));
  const { blocks, nodes } = createDocument([paragraph("总则"), paragraph("　"), { kind: "table", cells }]);
  expect(blocks.map(({ id, text }) => [id, text])).toEqual([
    [0, "总则"],
    [1, "项目"],
    [2, ""],
  ]);
  expect(nodes.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
});

test("a gap of more than a hundred spaces is cut down to a hundred, a narrower one is kept", () => {
  const { blocks } = createDocument([paragraph(`甲${" ".repeat(60_000)}乙`), paragraph(`甲${" ".repeat(40)}乙`)]);
  expect(blocks.map(({ text }) => text.length)).toEqual([102, 42]);
});

test("the box of a paragraph over two pages is of its first page alone", () => {
  const runs: Run[] = [
    { start: 0, end: 1, page: 1, bbox: [72, 700, 84, 712] },
    { start: 1, end: 2, page: 1, bbox: [60, 712, 72, 724] },
    { start: 2, end: 3, page: 2, bbox: [10, 10, 22, 22] },
  ];
  const [block] = createDocument([{ kind: "paragraph", text: "甲乙丙", page: 1, runs }]).blocks;
  expect(block).toMatchObject({ page: 1, bbox: [60, 700, 84, 724] });
});
