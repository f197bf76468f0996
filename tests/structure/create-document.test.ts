import { expect, test } from "vitest";
import type { SourceBlock, SourceCell } from "../../src/core/source-block.ts";
import { createDocument } from "../../src/structure/create-document.ts";

const cell = (text: string, row: number, column: number, given: Partial<SourceCell> = {}): SourceCell => ({
  text,
  row,
  column,
  rowSpan: 1,
  colSpan: 1,
  page: null,
  runs: [],
  ...given,
});
const paragraph = (text: string, given: Partial<SourceCell> = {}): SourceBlock => ({
  kind: "paragraph",
  text,
  page: null,
  runs: [],
  ...given,
});

test("paragraphs and cells are numbered in reading order; empty paragraphs go, empty cells stay", () => {
  const { blocks, nodes } = createDocument([
    paragraph("一、目标"),
    paragraph("  "),
    { kind: "table", cells: [cell("指标", 0, 0, { colSpan: 2 }), cell("", 1, 0), cell("5", 1, 1, { rowSpan: 2 })] },
    { kind: "page-break", page: 1 },
    paragraph("二、任务"),
  ]);
  expect(blocks.map(({ id, text }) => [id, text])).toEqual([
    [0, "一、目标"],
    [1, "指标"],
    [2, ""],
    [3, "5"],
    [4, "二、任务"],
  ]);
  expect(nodes.map(({ kind }) => kind)).toEqual(["paragraph", "table", "page-end", "paragraph"]);
  expect(nodes[1]).toMatchObject({ rowCount: 3, columnCount: 2 });
  expect(blocks[3]!.cell).toEqual({ table: 0, row: 1, column: 1, rowSpan: 2, colSpan: 1 });
});

test("a block's box goes round its runs on its first page", () => {
  const { blocks } = createDocument([
    paragraph("节约用水", {
      runs: [
        { start: 0, end: 1, page: 1, bbox: [300, 780, 316, 796] },
        { start: 1, end: 2, page: 1, bbox: [72, 800, 88, 816] },
        { start: 2, end: 4, page: 2, bbox: [72, 100, 104, 116] },
      ],
    }),
    paragraph("没有版式", { page: 2 }),
  ]);
  expect(blocks.map(({ page, bbox }) => [page, bbox])).toEqual([
    [1, [72, 780, 316, 816]],
    [2, null],
  ]);
});

test("a block is as sure as its least sure line; one that was not recognised has no confidence", () => {
  const bbox: [number, number, number, number] = [72, 100, 104, 116];
  const { blocks } = createDocument([
    paragraph("节约用水", {
      runs: [
        { start: 0, end: 2, page: 1, bbox, confidence: 0.98765 },
        { start: 2, end: 3, page: 1, bbox, confidence: 0.71234 },
        { start: 3, end: 4, page: 1, bbox },
      ],
    }),
    paragraph("有版式", { runs: [{ start: 0, end: 3, page: 1, bbox }] }),
    paragraph("没有版式"),
  ]);
  expect(blocks.map(({ confidence }) => confidence)).toEqual([0.712, null, null]);
});

test("a letter-spaced number is closed up before its unit; numbers that stand apart are not", () => {
  const texts = ["到2 0 2 4 年底，6 0 %以上", "12 3 年", "1.2 3 %", "甲 1 2 乙"];
  const { blocks } = createDocument(texts.map((text) => paragraph(text)));
  expect(blocks.map(({ text }) => text)).toEqual(["到2024年底，60%以上", "12 3 年", "1.2 3 %", "甲 1 2 乙"]);
});
