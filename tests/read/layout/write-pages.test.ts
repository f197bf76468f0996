import { expect, test } from "vitest";
import type { SourceTable } from "../../../src/core/source-block.ts";
import { layPage } from "../../../src/read/layout/lay-page.ts";
import type { PageContent, Ruling } from "../../../src/read/layout/page-content.ts";
import { writePages } from "../../../src/read/layout/write-pages.ts";
import { drawGrid, drawPage, drawRows, drawText } from "./draw-page.ts";

/** Columns for a number, a category, and a text of ten characters a line. */
const XS = [60, 100, 160, 270];

const blocksOf = (...pages: PageContent[]) => writePages(pages.map(layPage));
const tablesOf = (...pages: PageContent[]) =>
  blocksOf(...pages).filter((block): block is SourceTable => block.kind === "table");
const textsOf = (table: SourceTable) => table.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.text]);

/** A page that holds one table from the given top, its number at the foot. */
function tablePage(page: number, rows: readonly (readonly string[])[], ys: readonly number[], rulings?: Ruling[]) {
  const glyphs = [...drawRows(rows, XS, ys), ...drawText(`— ${page} —`, 280, 790)];
  return drawPage(page, glyphs, rulings ?? drawGrid(XS, ys));
}

const HEAD = ["序号", "类别", "内容"];
/** The grid without the ruling below the category of the given row. */
const withoutCategoryRule = (ys: readonly number[], row: number): Ruling[] => [
  ...ys.flatMap((y, index): Ruling[] =>
    index === row + 1
      ? [
          [XS[0]!, y, XS[1]!, y],
          [XS[2]!, y, XS[3]!, y],
        ]
      : [[XS[0]!, y, XS[3]!, y]],
  ),
  ...XS.map((x): Ruling => [x, ys[0]!, x, ys.at(-1)!]),
];

test("text in a grid goes to the table, which stands between the lines around it", () => {
  const ys = [100, 120, 140];
  const rows = [
    ["序号", "类别", "内容"],
    ["1", "甲", "绿化"],
  ];
  const glyphs = [...drawText("标题", 60, 80), ...drawText("说明", 60, 150), ...drawRows(rows, XS, ys)];
  const blocks = blocksOf(drawPage(1, glyphs, drawGrid(XS, ys)));
  expect(blocks.map((block) => (block.kind === "line" ? block.text : block.kind))).toEqual(["标题", "table", "说明"]);
});

test("a table over two pages is one table without the repeated heading", () => {
  const [table, ...others] = tablesOf(
    tablePage(1, [HEAD, ["1", "甲", "绿化"]], [680, 700, 720]),
    tablePage(2, [HEAD, ["2", "乙", "停车"]], [90, 110, 130]),
  );
  expect(others).toEqual([]);
  expect(textsOf(table!)).toEqual([
    [0, 0, 1, "序号"],
    [0, 1, 1, "类别"],
    [0, 2, 1, "内容"],
    [1, 0, 1, "1"],
    [1, 1, 1, "甲"],
    [1, 2, 1, "绿化"],
    [2, 0, 1, "2"],
    [2, 1, 1, "乙"],
    [2, 2, 1, "停车"],
  ]);
});

test("a title between them keeps two tables of the same columns apart", () => {
  const first = tablePage(1, [HEAD, ["1", "甲", "绿化"]], [680, 700, 720]);
  const second = tablePage(2, [HEAD, ["1", "乙", "停车"]], [130, 150, 170]);
  const titled = { ...second, glyphs: [...second.glyphs, ...drawText("附件2", 60, 112)] };
  expect(tablesOf(first, titled)).toHaveLength(2);
});

test("a category merged over the page break is one cell over all its rows", () => {
  const ys = [680, 700, 720, 740];
  const [table] = tablesOf(
    tablePage(1, [HEAD, ["1", "甲", "绿化"], ["2", "", "停车"]], ys, withoutCategoryRule(ys, 1)),
    tablePage(2, [HEAD, ["3", "", "照明"], ["4", "乙", "宣传"]], [90, 110, 130, 150]),
  );
  expect(textsOf(table!).filter(([, column]) => column === 1)).toEqual([
    [0, 1, 1, "类别"],
    [1, 1, 3, "甲"],
    [4, 1, 1, "乙"],
  ]);
});

test("an empty cell in a column without merged cells stays a cell of its own", () => {
  const [table] = tablesOf(
    tablePage(1, [HEAD, ["1", "甲", "绿化"]], [680, 700, 720]),
    tablePage(2, [HEAD, ["2", "", "停车"]], [90, 110, 130]),
  );
  expect(textsOf(table!)).toContainEqual([2, 1, 1, ""]);
});

test("a row cut by the page break is mended where the number stands on one side only", () => {
  const [table] = tablesOf(
    tablePage(1, [HEAD, ["1", "甲", "绿化"], ["2", "乙", "社区内道路设施完善，"]], [660, 680, 700, 720]),
    tablePage(2, [HEAD, ["", "", "使用情况良好。"], ["3", "丙", "照明"]], [90, 110, 130, 150]),
  );
  expect(textsOf(table!).slice(6)).toEqual([
    [2, 0, 1, "2"],
    [2, 1, 1, "乙"],
    [2, 2, 1, "社区内道路设施完善，使用情况良好。"],
    [3, 0, 1, "3"],
    [3, 1, 1, "丙"],
    [3, 2, 1, "照明"],
  ]);
});

test("a cut row keeps each part's page in its runs", () => {
  const [table] = tablesOf(
    tablePage(1, [HEAD, ["1", "甲", "绿化"], ["2", "乙", "社区内道路设施完善，"]], [660, 680, 700, 720]),
    tablePage(2, [HEAD, ["", "", "使用情况良好。"], ["3", "丙", "照明"]], [90, 110, 130, 150]),
  );
  const cell = table!.cells.find((each) => each.text.startsWith("社区内"))!;
  expect(cell.runs.map((run) => [run.start, run.end, run.page])).toEqual([
    [0, 10, 1],
    [10, 17, 2],
  ]);
});

test("a wrapped line goes on, a numbered entry after a short line gets a line of its own", () => {
  const ys = [100, 200];
  const glyphs = drawRows([["1", "甲", "1）社区绿地布局合理|有序；|2）环境整洁。"]], XS, ys);
  const [table] = tablesOf(drawPage(1, glyphs, drawGrid(XS, ys)));
  expect(table!.cells[2]!.text).toBe("1）社区绿地布局合理有序；\n2）环境整洁。");
});

test("in a narrow column a full line is an entry where its words fill a whole cell elsewhere", () => {
  const xs = [60, 110, 170];
  const ys = [100, 140, 180, 220];
  const glyphs = drawRows(
    [
      ["现场查看|查阅资料", "甲"],
      ["现场查看", "乙"],
      ["专门会议|纪要齐全", "丙"],
    ],
    xs,
    ys,
  );
  const [table] = tablesOf(drawPage(1, glyphs, drawGrid(xs, ys)));
  expect(table!.cells.filter((cell) => cell.column === 0).map((cell) => cell.text)).toEqual([
    "现场查看\n查阅资料",
    "现场查看",
    "专门会议纪要齐全",
  ]);
});

test("a closing mark that hangs over a cell's edge stays with its line", () => {
  const xs = [60, 120, 180];
  const ys = [100, 140];
  const glyphs = [...drawText("布局合理，", 76, 105), ...drawText("设施完善", 65, 118), ...drawText("5分", 125, 105)];
  const [table] = tablesOf(drawPage(1, glyphs, drawGrid(xs, ys)));
  expect(table!.cells.map((cell) => cell.text)).toEqual(["布局合理，设施完善", "5分"]);
});

test("a row whose cells no ruling closes at the page's end goes on, whatever its words", () => {
  const [cut, rest] = [
    [660, 680, 700],
    [90, 110, 130],
  ];
  const open = [...drawGrid(XS, cut!).filter(([, y0, , y1]) => y0 !== 700 || y1 !== 700)];
  const [table] = tablesOf(
    tablePage(1, [HEAD, ["1", "甲", "社区内道路设施完善。"]], cut!, open),
    tablePage(2, [HEAD, ["", "", "使用良好。"]], rest!),
  );
  expect(textsOf(table!).slice(3)).toEqual([
    [1, 0, 1, "1"],
    [1, 1, 1, "甲"],
    [1, 2, 1, "社区内道路设施完善。使用良好。"],
  ]);
});

test("a category open at the page's end goes on where its column is left out of the next page's grid", () => {
  const ys = [660, 680, 700];
  const first: Ruling[] = [
    [60, 660, 320, 660],
    [60, 680, 320, 680],
    [100, 700, 320, 700],
    ...[60, 100, 160, 270, 320].map((x): Ruling => [x, 660, x, 700]),
  ];
  const xs = [60, 100, 160, 270, 320];
  const head = ["类别", "序号", "内容", "分"];
  const glyphs = drawRows([head, ["甲", "1", "绿化", "5"]], xs, ys);
  const rest = drawRows([["2", "停车", "4"]], xs.slice(1), [90]);
  const [table, ...others] = tablesOf(drawPage(1, glyphs, first), drawPage(2, rest, drawGrid(xs.slice(1), [90, 110])));
  expect(others).toEqual([]);
  expect(textsOf(table!).slice(4)).toEqual([
    [1, 0, 2, "甲"],
    [1, 1, 1, "1"],
    [1, 2, 1, "绿化"],
    [1, 3, 1, "5"],
    [2, 1, 1, "2"],
    [2, 2, 1, "停车"],
    [2, 3, 1, "4"],
  ]);
});

test("a place above its body is one name, two bodies are two entries", () => {
  const xs = [60, 115, 170];
  const glyphs = drawRows(
    [
      ["某某甲区|消防大队|公安局", "甲"],
      ["城乡建设局|人社局|公安局", "乙"],
    ],
    xs,
    [100, 145, 190],
  );
  const [table] = tablesOf(drawPage(1, glyphs, drawGrid(xs, [100, 145, 190])));
  expect(table!.cells.filter((cell) => cell.column === 0).map((cell) => cell.text)).toEqual([
    "某某甲区消防大队\n公安局",
    "城乡建设局\n人社局\n公安局",
  ]);
});

test("a row cut by the page break is mended where the row's number stands before its words", () => {
  const xs = [60, 120, 230];
  const page = (rows: string[][], ys: number[], number: number) =>
    drawPage(number, drawRows(rows, xs, ys), drawGrid(xs, ys));
  const [table] = tablesOf(
    page(
      [
        ["1. 绿化", "甲"],
        ["2. 照明", "乙"],
        ["3. 宣传绿", "宣传内容丰富。"],
      ],
      [640, 660, 680, 720],
      1,
    ),
    page(
      [
        ["色生活", "形式多样。"],
        ["4. 停车", "丙"],
      ],
      [90, 110, 130],
      2,
    ),
  );
  expect(table!.cells.slice(4).map((cell) => cell.text)).toEqual([
    "3. 宣传绿色生活",
    "宣传内容丰富。\n形式多样。",
    "4. 停车",
    "丙",
  ]);
});
