import { expect, test } from "vitest";
import type { SourceTable } from "../../../src/core/source-block.ts";
import { layPages } from "../../../src/read/layout/lay-page.ts";
import type { Glyph, PageContent, Ruling } from "../../../src/read/layout/page-content.ts";
import { writePages } from "../../../src/read/layout/write-pages.ts";
import { drawGrid, drawPage, drawText } from "./draw-page.ts";

/** A category, a number, a text and its points. */
const XS = [60, 130, 160, 300];
const HEAD = ["类别", "序号", "内容", "分值"];

/** Draws a row cell by cell: each cell has its text (`|` parts lines 13 pt apart) and its top. */
const drawCells = (cells: readonly (readonly [column: number, top: number, text: string])[]): Glyph[] =>
  cells.flatMap(([column, top, text]) =>
    text.split("|").flatMap((line, index) => drawText(line, XS[column]!, top + 13 * index)),
  );
const drawHead = (top: number): Glyph[] => drawCells(HEAD.map((name, column) => [column, top, name] as const));

const tablesOf = (...pages: readonly PageContent[]): SourceTable[] =>
  writePages(layPages(pages)).filter((block): block is SourceTable => block.kind === "table");
const textsOf = ({ cells }: SourceTable) => cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.text]);

/** Two rows of a category whose text stands in their middle; no blank parts the rows. */
const CENTRED = [
  ...drawHead(100),
  ...drawCells([
    [0, 143, "甲类要求"],
    [1, 130, "1"],
    [2, 117, "社区内绿地布局合理，有公|共活动空间，设施完好，有|专人管理。"],
    [3, 130, "5"],
  ]),
  ...drawCells([
    [1, 163, "2"],
    [2, 156, "停车秩序规范，消防通道无|占用。"],
    [3, 163, "3"],
  ]),
  ...drawCells([
    [0, 182, "乙类"],
    [1, 182, "3"],
    [2, 182, "照明设施完好。"],
    [3, 182, "2"],
  ]),
];

test("cells drawn one after another part rows that no blank and no ruling parts", () => {
  const [table] = tablesOf(drawPage(1, CENTRED));
  expect(textsOf(table!).slice(4)).toEqual([
    [1, 0, 2, "甲类要求"],
    [1, 1, 1, "1"],
    [1, 2, 1, "社区内绿地布局合理，有公共活动空间，设施完好，有专人管理。"],
    [1, 3, 1, "5"],
    [2, 1, 1, "2"],
    [2, 2, 1, "停车秩序规范，消防通道无占用。"],
    [2, 3, 1, "3"],
    [3, 0, 1, "乙类"],
    [3, 1, 1, "3"],
    [3, 2, 1, "照明设施完好。"],
    [3, 3, 1, "2"],
  ]);
});

test("a heading of the same size above the table stays a line", () => {
  const title = drawText("社区创建标准表（试行）", 100, 84);
  const blocks = writePages(layPages([drawPage(1, [...title, ...CENTRED])]));
  expect(blocks.map((block) => (block.kind === "line" ? block.text : block.kind))).toEqual([
    "社区创建标准表（试行）",
    "table",
  ]);
});

test("a row that the page break cuts is one row, and the category goes on without a text of its own", () => {
  const first = drawPage(1, [
    ...drawHead(700),
    ...drawCells([
      [0, 720, "甲类"],
      [1, 720, "1"],
      [2, 720, "停车秩序规范，消防通道无|占用。"],
      [3, 720, "3"],
    ]),
    ...drawCells([
      [1, 750, "2"],
      [2, 750, "社区内绿地布局合理，有公"],
      [3, 750, "5"],
    ]),
  ]);
  const second = drawPage(2, [
    ...drawCells([[2, 60, "共活动空间，设施完好。"]]),
    ...drawCells([
      [1, 76, "3"],
      [2, 76, "照明设施完好。"],
      [3, 76, "2"],
    ]),
    ...drawCells([
      [0, 92, "乙类"],
      [1, 92, "4"],
      [2, 92, "宣传场所固定，每季度更换|内容。"],
      [3, 92, "4"],
    ]),
  ]);
  const tables = tablesOf(first, second);
  expect(tables).toHaveLength(1);
  const texts = textsOf(tables[0]!);
  expect(texts.filter(([, column]) => column === 2).map(([, , , text]) => text)).toEqual([
    "内容",
    "停车秩序规范，消防通道无占用。",
    "社区内绿地布局合理，有公共活动空间，设施完好。",
    "照明设施完好。",
    "宣传场所固定，每季度更换内容。",
  ]);
  expect(texts.filter(([, column]) => column === 0)).toEqual([
    [0, 0, 1, "类别"],
    [1, 0, 3, "甲类"],
    [4, 0, 1, "乙类"],
  ]);
});

test("a total alone on the next page is a row of its own", () => {
  const total = drawCells([
    [0, 60, "合计"],
    [3, 60, "10"],
  ]);
  const [table] = tablesOf(drawPage(1, CENTRED), drawPage(2, total));
  expect(textsOf(table!).filter(([row]) => Number(row) >= 3)).toEqual([
    [3, 0, 1, "乙类"],
    [3, 1, 1, "3"],
    [3, 2, 1, "照明设施完好。"],
    [3, 3, 1, "2"],
    [4, 0, 1, "合计"],
    [4, 1, 1, ""],
    [4, 2, 1, ""],
    [4, 3, 1, "10"],
  ]);
});

test("text drawn line by line over the page is not taken for one row a line", () => {
  const lines = Map.groupBy(CENTRED, (glyph) => glyph.box[1]);
  const byLines = [...lines].sort(([a], [b]) => a - b).flatMap(([, glyphs]) => glyphs);
  const texts = tablesOf(drawPage(1, byLines)).flatMap(textsOf);
  expect(texts.filter(([, , , text]) => text === "共活动空间，设施完好，有")).toEqual([]);
});

test("signing bodies and name lines set in columns stay lines, in whatever order they are drawn", () => {
  const bodies = [100, 120, 140].flatMap((top) => [
    ...drawText("甲县财政局", 60, top),
    ...drawText("甲县公安局", 200, top),
  ]);
  const members = [300, 320, 340].flatMap((top) => [
    ...drawText("成员：", 60, top),
    ...drawText("张三", 120, top),
    ...drawText("县财政局局长", 200, top),
  ]);
  expect(tablesOf(drawPage(1, [...bodies, ...members]))).toEqual([]);
});

test("a dotted border is a ruling across and down", () => {
  const dots = drawGrid([60, 160, 260], [100, 120, 140]).flatMap(([x0, y0, x1, y1]) => {
    const length = Math.max(x1 - x0, y1 - y0);
    return Array.from({ length: Math.floor(length / 1.5) }, (_, index): Ruling[] => {
      const [x, y] = x1 > x0 ? [x0 + 1.5 * index, y0] : [x0, y0 + 1.5 * index];
      return [
        [x, y, x + 0.75, y],
        [x, y, x, y + 0.75],
      ];
    }).flat();
  });
  const words = [...drawText("甲", 70, 105), ...drawText("乙", 170, 105), ...drawText("丙", 70, 125)];
  const [table] = tablesOf(drawPage(1, words, dots));
  expect(textsOf(table!)).toEqual([
    [0, 0, 1, "甲"],
    [0, 1, 1, "乙"],
    [1, 0, 1, "丙"],
    [1, 1, 1, ""],
  ]);
});

test("upright characters drawn one below the other are vertical writing, its columns from the right", () => {
  const column = (text: string, x: number): Glyph[] =>
    [...text].flatMap((character, index) => drawText(character, x, 105 + 10 * index));
  const words = [...column("环境卫生", 80), ...column("整洁", 66), ...drawText("村口有树。", 110, 120)];
  const [table] = tablesOf(drawPage(1, words, drawGrid([60, 100, 200], [100, 150])));
  expect(textsOf(table!)).toEqual([
    [0, 0, 1, "环境卫生整洁"],
    [0, 1, 1, "村口有树。"],
  ]);
});

test("a category whose text the page break cuts is one merged cell; two whole rows stay two", () => {
  const grid = (ys: readonly number[], open: readonly number[]): Ruling[] => [
    ...ys.map((y): Ruling => [open.includes(y) ? 100 : 58, y, 340, y]),
    ...[58, 100, 200, 340].map((x): Ruling => [x, ys[0]!, x, ys.at(-1)!]),
  ];
  const place = (text: string, x: number, y: number): Glyph[] => drawText(text, x, y);
  const first = drawPage(
    1,
    [
      ...place("四、提高", 60, 702),
      ...place("社区信息", 60, 715),
      ...place("停车场", 110, 705),
      ...place("五分", 210, 705),
    ],
    grid([700, 727], []),
  );
  const second = drawPage(
    2,
    [
      ...place("化水平", 60, 78),
      ...place("门禁", 110, 65),
      ...place("三分", 210, 65),
      ...place("监控", 110, 95),
      ...place("二分", 210, 95),
    ],
    grid([60, 90, 120], [90]),
  );
  const [table] = tablesOf(first, second);
  expect(textsOf(table!).filter(([, column]) => column === 0)).toEqual([[0, 0, 3, "四、提高社区信息化水平"]]);
  expect(textsOf(table!).filter(([, column]) => column === 1)).toEqual([
    [0, 1, 1, "停车场"],
    [1, 1, 1, "门禁"],
    [2, 1, 1, "监控"],
  ]);
});
