import { expect, test, vi } from "vitest";
import type { ReadError } from "../../../src/core/outcome.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { show, stroke, strokeGrid, type TestPage, writeTestPdf } from "./write-test-pdf.ts";

const options = { fileName: "plan.pdf" };
const read = (...pages: TestPage[]) => readPdf(writeTestPdf(pages), options);
const blocksOf = async (content: string) => (await read({ content })).value.blocks;
const reasonOf = (bytes: Uint8Array) =>
  readPdf(bytes, options).then(
    () => null,
    (error: ReadError) => error.reason,
  );

test("a line has its text, page, size and boxes from the page's top left", async () => {
  expect(await blocksOf(show("绿色2021", 100, 700))).toEqual([
    {
      kind: "line",
      text: "绿色2021",
      page: 1,
      size: 16,
      runs: [
        // 842 - 700 = 142 is the base line; the em box reaches 0.86 em above it and 0.14 em below.
        { start: 0, end: 2, page: 1, bbox: [100, expect.closeTo(128.24), 132, expect.closeTo(144.24)] },
        { start: 2, end: 6, page: 1, bbox: [132, expect.closeTo(128.24), 164, expect.closeTo(144.24)] },
      ],
    },
  ]);
});

test("character spacing, adjustments and the text matrix place characters as a viewer does", async () => {
  const [line] = await blocksOf("BT /F1 8 Tf 2 0 0 2 100 700 Tm 3 Tc [<7eff> -500 <8272>] TJ ET");
  // In text space: 8 wide, 3 spacing, 4 adjustment (500/1000 of 8), 8 wide; all doubled by the matrix.
  expect(line).toMatchObject({
    text: "绿 色",
    size: 16,
    runs: [
      { bbox: [100, expect.anything(), 116, expect.anything()] },
      { bbox: [130, expect.anything(), 146, expect.anything()] },
    ],
  });
});

test("leading and next-line operators set lines below each other", async () => {
  const blocks = await blocksOf("BT /F1 16 Tf 28 TL 100 700 Td <7eff> Tj T* <8272> Tj <793e> ' ET");
  expect(blocks.map((block) => block.kind === "line" && [block.text, Math.round(block.runs[0]!.bbox[3])])).toEqual([
    ["绿", 144],
    ["色", 172],
    ["社", 200],
  ]);
});

test("a rotated page is read upright", async () => {
  // Shown turned right by 90°, text drawn upwards reads across: its x is the old y, its base line the old x.
  const { value } = await read({ rotate: 90, content: "BT /F1 16 Tf 0 1 -1 0 300 100 Tm <7eff8272> Tj ET" });
  expect(value.blocks).toMatchObject([
    { text: "绿色", runs: [{ bbox: [100, expect.closeTo(286.24), 132, expect.closeTo(302.24)] }] },
  ]);
});

test("what stands outside of the page is left out and said to be, what reaches over its edge ends there", async () => {
  const { value, messages } = await read({ content: `${show("甲县", -4, 700)}\n${show("看不见", 100, 900)}` });
  expect(value.blocks).toMatchObject([
    { text: "甲县", runs: [{ bbox: [0, expect.anything(), 28, expect.anything()] }] },
  ]);
  expect(messages).toEqual([
    { code: "element-ignored", severity: "info", facts: { element: "text-outside-page", page: 1, count: 3 } },
  ]);
});

test("a leaning watermark is left out, and said to be", async () => {
  const { value, messages } = await read({
    content: `${show("正文", 100, 700)} BT /F1 40 Tf .7 .7 -.7 .7 100 300 Tm <51855bb9> Tj ET`,
  });
  expect(value.blocks.map((block) => block.kind === "line" && block.text)).toEqual(["正文"]);
  expect(messages).toEqual([
    { code: "element-ignored", severity: "info", facts: { element: "leaning-text", page: 1, count: 2 } },
  ]);
});

test("compatibility ideographs and radicals become the characters that are drawn", async () => {
  const [line] = await blocksOf("BT /F1 16 Tf 100 700 Td <2f00> Tj ET");
  expect(line).toMatchObject({ text: "一" });
  // A browser prints 民 and 部门 so where its font draws radical and character with one shape.
  const [printed] = await blocksOf("BT /F1 16 Tf 100 700 Td <2ea090e82ed4> Tj ET");
  expect(printed).toMatchObject({ text: "民部门" });
});

test("stroked lines make a table", async () => {
  const content = [
    strokeGrid([100, 160, 300], [700, 660, 620]),
    show("序号", 105, 675, 12),
    show("内容", 165, 675, 12),
    show("1", 105, 635, 12),
    show("绿化", 165, 635, 12),
  ].join("\n");
  expect(await blocksOf(content)).toMatchObject([
    { kind: "table", cells: [{ text: "序号" }, { text: "内容" }, { text: "1" }, { text: "绿化" }] },
  ]);
});

test("thin filled rectangles under a scaling matrix make a table with a merged cell", async () => {
  const box = (x: number, y: number, width: number, height: number): string => `${x} ${y} ${width} ${height} re f`;
  const borders = [box(50, 310, 100, 0.5), box(50, 350, 100, 0.5), box(80, 330, 70, 0.5)].concat(
    [50, 80, 150].map((x) => box(x, 310, 0.5, 40)),
  );
  const words = [show("类别", 105, 665, 12), show("上", 165, 675, 12), show("下", 165, 635, 12)];
  expect(await blocksOf(["q 2 0 0 2 0 0 cm", ...borders, "Q", ...words].join("\n"))).toMatchObject([
    {
      cells: [
        { text: "类别", row: 0, column: 0, rowSpan: 2 },
        { text: "上", row: 0, column: 1, rowSpan: 1 },
        { text: "下", row: 1, column: 1, rowSpan: 1 },
      ],
    },
  ]);
});

test("white lines and clipping paths make no table", async () => {
  const clip = "100 620 200 80 re W n";
  const white = `1 1 1 RG ${strokeGrid([100, 160, 300], [700, 660, 620])}`;
  expect(await blocksOf([clip, white, show("序号", 105, 675, 12)].join("\n"))).toMatchObject([{ kind: "line" }]);
});

test("a page without text is told, and pages are parted", async () => {
  const { value, messages } = await read({ content: show("正文", 100, 700) }, { content: "" });
  expect(value.blocks.map((block) => block.kind)).toEqual(["line", "page-break"]);
  expect(value.pageCount).toBe(2);
  expect(messages).toEqual([{ code: "page-without-text", severity: "warning", facts: { page: 2 } }]);
});

test("a file without any text cannot be read", async () => {
  expect(await reasonOf(writeTestPdf([{ content: stroke(10, 10, 300, 10) }]))).toMatchObject({ code: "no-text" });
});

test("a file that wants a password cannot be read", async () => {
  const bytes = writeTestPdf([{ content: show("正文", 100, 700) }], { locked: true });
  expect(await reasonOf(bytes)).toMatchObject({ code: "encrypted" });
});

test("a file that is no PDF behind its first line is damaged", async () => {
  const reason = await reasonOf(Buffer.from("%PDF-1.7\nnothing"));
  expect(reason).toMatchObject({ code: "damaged", facts: { detail: expect.any(String) } });
});

test("the caller's bytes are left as they were", async () => {
  const bytes = writeTestPdf([{ content: show("正文", 100, 700) }]);
  const before = bytes.slice();
  await readPdf(bytes, options);
  expect(bytes).toEqual(before);
});

test("nothing is written to the console", async () => {
  const spies = [vi.spyOn(console, "warn"), vi.spyOn(console, "log"), vi.spyOn(console, "error")];
  await read({ content: show("正文", 100, 700) });
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});
