import { describe, expect, test } from "vitest";
import { cell, level, list, numbered, paragraph, readShort, row, table } from "./build-docx.ts";

const text = (words: string, properties = "") => cell(paragraph(words), properties);
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const START = '<w:vMerge w:val="restart"/>';
const GO_ON = "<w:vMerge/>";
const widths = (...columns: number[]) =>
  `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;

describe("tables", () => {
  test("keep cells merged down and across", async () => {
    const body = table(
      row(text("内容", START), text("分值", span(2))),
      row(text("", GO_ON), text("合格"), text("良好")),
      row(text("合计", span(2)), text("10")),
    );
    expect(await readShort(body)).toEqual([
      "0,0 2x1 内容",
      "0,1 1x2 分值",
      "1,1 1x1 合格",
      "1,2 1x1 良好",
      "2,0 1x2 合计",
      "2,2 1x1 10",
    ]);
  });

  test("keep a filled cell with blank cells below as it is", async () => {
    expect(await readShort(table(row(text("类别"), text("a")), row(text(""), text("b"))))).toEqual([
      "0,0 1x1 类别",
      "0,1 1x1 a",
      "1,0 1x1 ",
      "1,1 1x1 b",
    ]);
  });

  test("join a cell's paragraphs and line breaks with line ends", async () => {
    const content = `${paragraph("城建中心")}<w:p><w:r><w:t>规保办</w:t><w:br/><w:t>水务所</w:t></w:r></w:p>${paragraph("")}`;
    expect(await readShort(table(row(cell(content))))).toEqual(["0,0 1x1 城建中心\n规保办\n水务所"]);
  });

  test("begin a merge where a cell continues one that is not above it", async () => {
    const body = table(row(text("甲"), text("乙")), row(text("丙", span(2))), row(text("丁"), text("戊", GO_ON)));
    expect(await readShort(body)).toEqual(["0,0 1x1 甲", "0,1 1x1 乙", "1,0 1x2 丙", "2,0 1x1 丁", "2,1 1x1 戊"]);
  });

  test("do not merge cells of different widths", async () => {
    const body = table(row(text("甲", span(2) + START), text("乙")), row(text("丙", GO_ON), text("丁"), text("戊")));
    expect(await readShort(body)).toEqual(["0,0 1x2 甲", "0,2 1x1 乙", "1,0 1x1 丙", "1,1 1x1 丁", "1,2 1x1 戊"]);
  });

  test("fill the grid columns that a row skips", async () => {
    const skips = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${text("乙")}</w:tr>`;
    expect(await readShort(table(row(text("甲"), text("丙")), skips))).toEqual([
      "0,0 1x1 甲",
      "0,1 1x1 丙",
      "1,0 1x1 ",
      "1,1 1x1 乙",
    ]);
  });

  test("forget grid lines that no cell ends at", async () => {
    const body = table(row(text("甲", span(3)), text("乙", span(2))), row(text("丙", span(3)), text("丁", span(2))));
    expect(await readShort(body)).toEqual(["0,0 1x1 甲", "0,1 1x1 乙", "1,0 1x1 丙", "1,1 1x1 丁"]);
  });

  test("take lines that a hand dragged a little apart for one", async () => {
    const body = table(
      widths(1000, 20, 3000),
      row(text("序号"), text("任务", span(2))),
      row(text("1", span(2)), text("治理")),
    );
    expect(await readShort(body)).toEqual(["0,0 1x1 序号", "0,1 1x1 任务", "1,0 1x1 1", "1,1 1x1 治理"]);
  });

  test("keep a column however narrow where a cell stands in it alone", async () => {
    const body = table(widths(1000, 20, 3000), row(text("甲"), text("乙"), text("丙")));
    expect(await readShort(body)).toEqual(["0,0 1x1 甲", "0,1 1x1 乙", "0,2 1x1 丙"]);
  });

  test("join cells merged across in the old way (hMerge)", async () => {
    const body = table(
      row(text("标题", '<w:hMerge w:val="restart"/>'), text("", '<w:hMerge w:val="continue"/>')),
      row(text("a"), text("b")),
    );
    expect(await readShort(body)).toEqual(["0,0 1x2 标题", "1,0 1x1 a", "1,1 1x1 b"]);
  });

  test("hold a nested table as lines of their cell", async () => {
    const inner = table(row(text("a"), text("b")), row(text("c"), text("d")));
    const body = table(row(text("说明"), cell(`${paragraph("见下")}${inner}${paragraph("")}`)));
    expect(await readShort(body)).toEqual(["0,0 1x1 说明", "0,1 1x1 见下\na\tb\nc\td"]);
  });

  test("of one cell around another table are a frame, not a table", async () => {
    const body = table(row(cell(`${paragraph("附件")}${table(row(text("a"), text("b")))}${paragraph("注")}`)));
    expect(await readShort(body)).toEqual(["附件", "0,0 1x1 a", "0,1 1x1 b", "注"]);
  });

  test("lose deleted rows, and count no numbers in cells that continue a merge", async () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${text("删")}${text("去")}</w:tr>`;
    const body = table(
      row(cell(numbered("", 0), START), text("a")),
      deleted,
      row(cell(numbered("", 0), GO_ON), text("b")),
      row(cell(numbered("", 0)), text("c")),
    );
    expect(await readShort(body, { numbering: list(1, level(0, "decimal", "%1")) })).toEqual([
      "0,0 2x1 1",
      "0,1 1x1 a",
      "1,1 1x1 b",
      "2,0 1x1 2",
      "2,1 1x1 c",
    ]);
  });
});
