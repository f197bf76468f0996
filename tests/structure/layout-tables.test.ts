import { expect, test } from "vitest";
import type { SourceBlock, SourceTable } from "../../src/core/source-block.ts";
import { loosenTables } from "../../src/structure/layout-tables.ts";

const tableOf = (rows: readonly (readonly string[])[]): SourceTable => ({
  kind: "table",
  cells: rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ text, row, column, rowSpan: 1, colSpan: 1, page: null, runs: [] })),
  ),
});
const line = (text: string): SourceBlock => ({ kind: "paragraph", text, page: null, runs: [] });
const show = (blocks: readonly SourceBlock[]) => blocks.map((block) => ("text" in block ? block.text : block.kind));

test("signing bodies set in two columns above their date are lines", () => {
  const table = tableOf([
    ["甲县住房和城乡建设局", "甲县财政局"],
    ["甲县公安局", ""],
  ]);
  expect(show(loosenTables([table, line("2021年1月7日")]))).toEqual([
    "甲县住房和城乡建设局    甲县财政局",
    "甲县公安局",
    "2021年1月7日",
  ]);
});

test("a table of bodies that no date follows stays a table", () => {
  const table = tableOf([["甲县住房和城乡建设局", "甲县财政局"]]);
  expect(show(loosenTables([table, line("联系人另行通知。")]))).toEqual(["table", "联系人另行通知。"]);
});

test("a 版记 drawn as a table is lines", () => {
  const table = tableOf([
    ["抄送：县委办公室，县人大常委会办公室。", ""],
    ["甲县人民政府办公室", "2021年5月31日印发"],
  ]);
  expect(show(loosenTables([table]))).toEqual([
    "抄送：县委办公室，县人大常委会办公室。",
    "甲县人民政府办公室    2021年5月31日印发",
  ]);
});
