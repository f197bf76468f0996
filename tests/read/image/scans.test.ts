import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { SourceDocument, SourceTable } from "../../../src/core/source-block.ts";
import { openPicture } from "../../../src/read/image/decode-picture.ts";
import { findInk } from "../../../src/read/image/find-ink.ts";
import { createRaster, type Raster } from "../../../src/read/image/raster.ts";
import { turnRaster } from "../../../src/read/image/turn-page.ts";
import { readDocument } from "../../../src/read/index.ts";
import { writeScanPdf } from "./write-scan-pdf.ts";
import { writeTiff } from "./write-tiff.ts";

/** Recognition is slow where other work runs beside it. */
const PATIENCE = 60_000;

/** The JPEG of a page of a scan: they stand in the file one after the other. */
function findJpeg(stem: string, page: number): Uint8Array {
  const bytes = readFileSync(new URL(`../../../fixtures/formats/${stem}/scan.pdf`, import.meta.url));
  let start = -1;
  for (let count = 0; count < page; count += 1) start = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), start + 1);
  return bytes.subarray(start, bytes.indexOf("endstream", start));
}

const read = async (bytes: Uint8Array) => readDocument(bytes, { fileName: "scan" });
const tableOf = ({ blocks }: SourceDocument): SourceTable => blocks.find((block) => block.kind === "table")!;
const textsOf = ({ blocks }: SourceDocument): string[] =>
  blocks.flatMap((block) => (block.kind === "line" ? [block.text.replaceAll(" ", "")] : []));

/** A page of which only the rows `from` to `to` are printed. */
async function cutPage(jpeg: Uint8Array, from: number, to: number): Promise<Raster> {
  const { grey } = await (await openPicture(jpeg)).decode(0);
  const cut = createRaster(grey.width, grey.height, 248);
  cut.data.set(grey.data.subarray(from * grey.width, to * grey.width), from * grey.width);
  return cut;
}

const TABLE = findJpeg("002_bec9de873ccecc5a", 7);
let table: Awaited<ReturnType<typeof read>>;
beforeAll(async () => {
  table = await read(TABLE);
}, PATIENCE);

test("a scanned table gives its merged cells and every small number", () => {
  expect(table.value).toMatchObject({ mediaType: "image/jpeg", ocr: true, pageCount: 1 });
  const { cells } = tableOf(table.value);
  const inColumn = (column: number) => cells.filter((cell) => cell.column === column && cell.row >= 2);
  // Read off the picture by eye.
  expect(inColumn(0).map(({ text }) => text)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
  expect(inColumn(3).map(({ text }) => text)).toEqual(["6", "4", "4", "6", "3", "3", "3", "5", "3", "3"]);
  expect(inColumn(5).map(({ text }) => text)).toEqual(["5", "3.5", "3.5", "5", "2.5", "2.5", "2.5", "4", "2.5", "2.5"]);
  expect(inColumn(7).every(({ text }) => text === "")).toBe(true);
  expect(inColumn(1).map(({ row, rowSpan }) => [row, rowSpan])).toEqual([
    [2, 4],
    [6, 6],
  ]);
  expect(cells.filter((cell) => cell.row === 0).map(({ text }) => text)).toEqual([
    "序号",
    "内容",
    "创建标准",
    "分值",
    "权重分",
    "得分",
    "牵头单位",
    "配合单位",
    "责任单位",
  ]);
});

test("a wrapped cell is one text, a list in a cell keeps its entries", () => {
  const { cells } = tableOf(table.value);
  expect(cells.find((cell) => cell.row === 3 && cell.column === 2)?.text).toBe("充分利用现有沟通议事平台");
  expect(cells.find((cell) => cell.row === 7 && cell.column === 8)?.text).toBe("城建中心（小区内）\n规保办（小区外）");
});

test("each box holds ink of the page as it was scanned", async () => {
  const { grey, width } = await (await openPicture(TABLE)).decode(0);
  const ink = findInk(grey, 0.3);
  const scale = grey.width / width;
  const runs = tableOf(table.value).cells.flatMap((cell) => cell.runs);
  expect(runs.length).toBeGreaterThan(100);
  for (const { bbox } of runs) {
    const [x0, y0, x1, y1] = bbox.map((place) => Math.round(place * scale)) as [number, number, number, number];
    let dark = 0;
    for (let y = y0; y < y1; y += 1)
      dark += ink.data.subarray(y * ink.width + x0, y * ink.width + x1).reduce((sum, value) => sum + value, 0);
    expect(dark).toBeGreaterThan(0);
    expect(y1 - y0).toBeLessThan(grey.height / 40);
  }
});

test("each line that was read has a confidence, high on a clean scan", () => {
  const sure = tableOf(table.value).cells.flatMap((cell) => cell.runs.map(({ confidence }) => confidence ?? 0));
  expect(Math.min(...sure)).toBeGreaterThan(0.5);
  expect(sure.reduce((sum, each) => sum + each, 0) / sure.length).toBeGreaterThan(0.95);
});

test("it says that recognition read the page", () => {
  expect(table.messages.map(({ code }) => code)).toContain("read-by-ocr");
});

test(
  "a page that lies on its side is read upright, and its boxes lie on their side",
  async () => {
    const top = await cutPage(findJpeg("000_8a278b583fb0d41d", 1), 400, 900);
    const { value } = await read(writeTiff([turnRaster(top, 1)]));
    expect(textsOf(value).slice(2, 4)).toEqual([
      expect.stringContaining("〔2020〕22号）、"),
      expect.stringContaining("建发〔2020〕192号），"),
    ]);
    const line = value.blocks.find((block) => block.kind === "line" && block.runs.length > 0);
    const boxes = line?.kind === "line" ? line.runs.map(({ bbox }) => bbox) : [];
    const spread = (from: 0 | 1) =>
      Math.max(...boxes.map((box) => box[from + 2]!)) - Math.min(...boxes.map((box) => box[from]!));
    expect(spread(1)).toBeGreaterThan(3 * spread(0));
  },
  PATIENCE,
);

test(
  "a TIFF's pages are read one after the other",
  async () => {
    const first = await cutPage(findJpeg("000_8a278b583fb0d41d", 1), 250, 400);
    const second = await cutPage(findJpeg("000_8a278b583fb0d41d", 8), 200, 380);
    const { value } = await read(writeTiff([first, second]));
    expect(value).toMatchObject({ mediaType: "image/tiff", pageCount: 2 });
    expect(value.blocks.map((block) => block.kind)).toEqual(["line", "line", "page-break", "line", "line"]);
    expect(textsOf(value).slice(1)).toEqual([
      "实施方案的通知",
      "附件1",
      expect.stringContaining("绿色社区创建标准（试行）"),
    ]);
  },
  PATIENCE,
);

test(
  "a PDF's scanned page is recognised, though a word is printed over it, the others are read as they are",
  async () => {
    const { value, messages } = await read(writeScanPdf(findJpeg("002_bec9de873ccecc5a", 11), [1241, 1754]));
    expect(value).toMatchObject({ reader: "pdfjs, pp-ocrv4", ocr: true, pageCount: 2 });
    expect(textsOf(value)[0]).toBe("Annex");
    expect(textsOf(value).join("\n")).toContain("2021年5月31日印发");
    expect(messages).toEqual([{ code: "read-by-ocr", severity: "info", facts: { pages: 1 } }]);
  },
  PATIENCE,
);
