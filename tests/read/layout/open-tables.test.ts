import { expect, test } from "vitest";
import type { SourceTable } from "../../../src/core/source-block.ts";
import { layPage } from "../../../src/read/layout/lay-page.ts";
import type { PageContent, Ruling } from "../../../src/read/layout/page-content.ts";
import { writePages } from "../../../src/read/layout/write-pages.ts";
import { drawPage, drawRows, drawText } from "./draw-page.ts";

/** A category, a number, a text and its points. */
const XS = [60, 130, 160, 300];
const HEAD = ["类别", "序号", "内容", "分值"];

const tablesOf = (page: PageContent) =>
  writePages([layPage(page)]).filter((block): block is SourceTable => block.kind === "table");
const textsOf = (table: SourceTable) => table.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.text]);

test("a table with rulings between its rows only has the columns that its text shows", () => {
  const ys = [100, 120, 160, 180, 200];
  const rows = [
    HEAD,
    ["甲类", "1", "社区内绿地布局合理，有公|共活动空间", "5"],
    ["", "2", "停车", "3"],
    ["乙类", "3", "照明", "2"],
  ];
  // No ruling between the first category's two rows.
  const rulings = ys.flatMap((y): Ruling[] =>
    y === 160
      ? [[125, y, 340, y]]
      : [
          [58, y, 125, y],
          [125, y, 340, y],
        ],
  );
  const [table] = tablesOf(drawPage(1, drawRows(rows, XS, ys), rulings));
  expect(textsOf(table!).slice(4)).toEqual([
    [1, 0, 2, "甲类"],
    [1, 1, 1, "1"],
    [1, 2, 1, "社区内绿地布局合理，有公共活动空间"],
    [1, 3, 1, "5"],
    [2, 1, 1, "2"],
    [2, 2, 1, "停车"],
    [2, 3, 1, "3"],
    [3, 0, 1, "乙类"],
    [3, 1, 1, "3"],
    [3, 2, 1, "照明"],
    [3, 3, 1, "2"],
  ]);
});

test("a table without rulings is read where a column numbers its rows; a category stands in the middle of its rows", () => {
  const ys = [100, 130, 160, 190, 220, 250];
  const rows = [
    HEAD,
    ["", "1", "绿化", "5"],
    ["甲类", "2", "停车", "3"],
    ["", "3", "照明", "2"],
    ["乙类", "4", "宣传", "2"],
  ];
  const [table] = tablesOf(drawPage(1, drawRows(rows, XS, ys)));
  expect(textsOf(table!).filter(([, column]) => column === 0)).toEqual([
    [0, 0, 1, "类别"],
    [1, 0, 3, "甲类"],
    [4, 0, 1, "乙类"],
  ]);
  expect(textsOf(table!).filter(([row]) => row === 3)).toEqual([
    [3, 1, 1, "3"],
    [3, 2, 1, "照明"],
    [3, 3, 1, "2"],
  ]);
});

test("signing bodies in two columns, and columns that nothing numbers, stay lines", () => {
  const bodies = drawRows(
    [
      ["甲县财政局", "甲县公安局"],
      ["甲县教育局", "甲县民政局"],
      ["甲县水务局", "甲县审计局"],
      ["甲县交通局", "甲县司法局"],
    ],
    [60, 200],
    [100, 120, 140, 160],
  );
  const posts = drawRows(
    [
      ["名称", "单位", "备注"],
      ["张三", "甲局", "局长"],
      ["李四", "乙局", "主任"],
      ["王五", "丙局", "局长"],
    ],
    [60, 160, 260],
    [300, 320, 340, 360],
  );
  expect(tablesOf(drawPage(1, [...bodies, ...drawText("一、总体要求", 60, 240), ...posts]))).toEqual([]);
});
