import { describe, expect, test } from "vitest";
import { buildDoc, modifier, type Paragraph, paragraph, readShort, run } from "./build-doc.ts";
import { cell, define, FLAG, inCell, indirect, innerCell, innerRowMark, row, rowMark } from "./build-table.ts";
import { bytes, u8, u16 } from "./bytes.ts";

const tableOf = (...paragraphs: (Paragraph | Paragraph[])[]) => readShort(buildDoc(paragraphs.flat()));

describe("a table", () => {
  test("stands between the paragraphs around it", async () => {
    const blocks = await tableOf(paragraph("前"), row(["甲", "乙"], [0, 1000, 2000]), paragraph("后"));
    expect(blocks).toEqual(["前", "[0,0 1x1 甲 | 0,1 1x1 乙]", "后"]);
  });

  test("joins the paragraphs of a cell by line ends and drops blank ones", async () => {
    const blocks = await tableOf(inCell("现场查看"), inCell(" "), row(["查阅资料", ""], [0, 1000, 2000]));
    expect(blocks).toEqual(["[0,0 1x1 现场查看\n查阅资料 | 0,1 1x1]"]);
  });

  test("spans the columns that the edges of other rows make", async () => {
    const blocks = await tableOf(
      row(["一", "二", "三"], [-108, 900, 1900, 2900]),
      row(["合计", "10"], [-108, 1900, 2900]),
    );
    expect(blocks).toEqual(["[0,0 1x1 一 | 0,1 1x1 二 | 0,2 1x1 三 | 1,0 1x2 合计 | 1,2 1x1 10]"]);
  });

  test("takes edges that lie less than 1.8 mm apart for one", async () => {
    const blocks = await tableOf(row(["甲", "乙"], [0, 1000, 2000]), row(["丙", "丁"], [15, 1060, 1990]));
    expect(blocks).toEqual(["[0,0 1x1 甲 | 0,1 1x1 乙 | 1,0 1x1 丙 | 1,1 1x1 丁]"]);
  });

  test("takes rows that begin and end within 5 mm of each other to begin and end together", async () => {
    const blocks = await tableOf(row(["甲", "乙"], [0, 1000, 2000]), row(["丙", "丁"], [-250, 1000, 1800]));
    expect(blocks).toEqual(["[0,0 1x1 甲 | 0,1 1x1 乙 | 1,0 1x1 丙 | 1,1 1x1 丁]"]);
  });

  test("has an empty cell where a row begins or ends short of the others", async () => {
    const blocks = await tableOf(row(["甲", "乙", "丙"], [0, 1000, 2000, 3000]), row(["丁"], [1000, 2000]));
    expect(blocks[0]).toContain("1,0 1x1 | 1,1 1x1 丁 | 1,2 1x1]");
  });

  test("without definitions of its rows has a column for each cell", async () => {
    const blocks = await tableOf(cell("甲"), cell("乙"), rowMark(), cell("丙"), cell("丁"), rowMark());
    expect(blocks).toEqual(["[0,0 1x1 甲 | 0,1 1x1 乙 | 1,0 1x1 丙 | 1,1 1x1 丁]"]);
  });

  test("whose last row has no mark keeps that row", async () => {
    const blocks = await tableOf(row(["甲", "乙"], [0, 1000, 2000]), cell("丙"), cell("丁"), paragraph("后"));
    expect(blocks).toEqual(["[0,0 1x1 甲 | 0,1 1x1 乙 | 1,0 1x1 丙 | 1,1 1x1 丁]", "后"]);
  });

  test("loses a row whose deletion is tracked", async () => {
    const deleted = modifier(0x0800, u8(1));
    const mark = { ...rowMark(define([0, 1000])), runs: [run("\x07", deleted)] };
    const blocks = await tableOf(row(["甲"], [0, 1000]), cell([run("乙", deleted)]), mark);
    expect(blocks).toEqual(["[0,0 1x1 甲]"]);
  });
});

describe("merged cells", () => {
  test("one above the other become one cell over several rows", async () => {
    const edges = [0, 1000, 2000];
    const blocks = await tableOf(
      row(["类", "1"], edges, [FLAG.downFirst]),
      row(["", "2"], edges, [FLAG.down]),
      row(["", "3"], edges, [FLAG.down]),
      row(["别", "4"], edges, [FLAG.downFirst]),
    );
    expect(blocks).toEqual(["[0,0 3x1 类 | 0,1 1x1 1 | 1,1 1x1 2 | 2,1 1x1 3 | 3,0 1x1 别 | 3,1 1x1 4]"]);
  });

  test("that would continue a cell of another width stay by themselves", async () => {
    const blocks = await tableOf(
      row(["甲", "乙", "丙"], [0, 1000, 2000, 3000], [FLAG.downFirst]),
      row(["丁", "戊"], [0, 2000, 3000], [FLAG.down]),
    );
    expect(blocks[0]).toContain("0,0 1x1 甲");
    expect(blocks[0]).toContain("1,0 1x2 丁");
  });

  test.each([
    ["Word 97's description: the lower bit begins", FLAG.one, FLAG.two],
    ["MS-DOC: the higher bit begins", FLAG.two, FLAG.one],
  ])("side by side become one (%s)", async (_, first, further) => {
    const flags = [first, further, first, further, 0];
    const blocks = await tableOf(row(["甲", "", "乙", "", "丙"], [0, 1000, 2000, 3000, 4000, 5000], flags));
    expect(blocks).toEqual(["[0,0 1x1 甲 | 0,1 1x1 乙 | 0,2 1x1 丙]"]);
  });

  test("side by side span the columns of other rows", async () => {
    const edges = [0, 1000, 2000, 3000];
    const blocks = await tableOf(row(["甲", "", "丙"], edges, [FLAG.one, FLAG.two]), row(["1", "2", "3"], edges));
    expect(blocks[0]).toContain("[0,0 1x2 甲 | 0,2 1x1 丙 | 1,0 1x1 1");
  });

  test("are found where modifiers behind the definition state them", async () => {
    const edges = [0, 1000, 2000, 3000];
    const [across, down] = [modifier(0x5624, u8(1, 3)), (flag: number) => modifier(0xd62b, u8(2, 0, flag))];
    const blocks = await tableOf(
      [cell("甲"), cell("乙"), cell(""), rowMark(define(edges), across, down(3))],
      [cell(""), cell("2"), cell("3"), rowMark(define(edges), down(1))],
    );
    expect(blocks).toEqual(["[0,0 2x1 甲 | 0,1 1x2 乙 | 1,1 1x1 2 | 1,2 1x1 3]"]);
  });
});

describe("a row that later modifiers change", () => {
  const wide = row(["1", "2", "3"], [0, 1000, 2000, 3000]);

  test.each([
    ["inserted cells", [0, 1000, 2000], modifier(0x7621, bytes(u8(2, 1), u16(1000))), 3],
    ["deleted cells", [0, 500, 1500, 2500, 3500], modifier(0x5622, u8(0, 1)), 3],
    ["other widths", [0, 1000, 2000, 4000], modifier(0x7623, bytes(u8(2, 3), u16(1000))), 3],
    ["cells split again", [0, 1000, 2000, 3000], modifier(0x5625, u8(0, 3)), 3],
  ] as const)("has %s", async (_, edges, change, count) => {
    const flags = [FLAG.one, FLAG.two];
    const isSplit = edges.length === 4 && edges[3] === 3000;
    const cells = Array.from({ length: count }, (_each, index) => cell(`${index}`));
    const blocks = await tableOf(wide, cells, rowMark(define(edges, isSplit ? flags : []), change));
    expect(blocks[0]).toContain("1,0 1x1 0 | 1,1 1x1 1 | 1,2 1x1 2]");
  });

  test.each([0x6645, 0x6646, 0x646b])("is defined in the Data stream (modifier %i)", async (code) => {
    const { data, pointer } = indirect(code, define([0, 1000, 3000]));
    const main = [...wide, cell("甲"), cell("乙"), rowMark(pointer)];
    expect((await readShort(buildDoc(main, { data })))[0]).toContain("1,0 1x1 甲 | 1,1 1x2 乙]");
  });
});

describe("a table in a table", () => {
  const inner = [innerCell("内一"), innerCell("内二"), innerRowMark([0, 400, 800])];

  test("gives its rows as lines of the outer cell", async () => {
    const blocks = await tableOf(inCell("前"), inner, inner, row(["后", "旁"], [0, 1000, 2000]));
    expect(blocks).toEqual(["[0,0 1x1 前\n内一\t内二\n内一\t内二\n后 | 0,1 1x1 旁]"]);
  });

  test("stands alone where the outer one is a frame of one cell", async () => {
    const blocks = await tableOf(inCell("前"), inner, row([""], [0, 1000]));
    expect(blocks).toEqual(["前", "[0,0 1x1 内一 | 0,1 1x1 内二]"]);
  });
});
