import { createHash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { ReadError } from "../../src/core/outcome.ts";
import type { SourceBlock, SourceCell, SourceDocument, SourceTable } from "../../src/core/source-block.ts";
import { squash } from "../../src/core/tidy.ts";
import { readDocument } from "../../src/read/index.ts";
import { SAMPLES } from "./conformance-samples.ts";

// The own reader of DOC is tried here; what LibreOffice gives has tests of its own.
vi.stubEnv("FANGAN_SOFFICE", "off");

/** Recognising a picture takes seconds. */
const MILLISECONDS = 60_000;
/** How often a file is damaged in one place. */
const DAMAGES = 12;
const CUTS = [0.99, 0.7, 0.3, 0.02];

const read = async (bytes: Uint8Array): Promise<SourceDocument> =>
  (await readDocument(bytes, { fileName: "plan" })).value;

/** What came: a document, or the name of a ReadError; any other error is the test's failure. */
async function tryRead(bytes: Uint8Array): Promise<SourceDocument | string> {
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof ReadError) return error.reason.code;
    throw error;
  }
}

const isTable = (block: SourceBlock): block is SourceTable => block.kind === "table";

/** Everything that has a text, a page and runs. */
const textsOf = ({ blocks }: Pick<SourceDocument, "blocks">): Pick<SourceCell, "text" | "page" | "runs">[] =>
  blocks.flatMap((block): readonly Pick<SourceCell, "text" | "page" | "runs">[] => {
    if (block.kind === "page-break") return [];
    return block.kind === "table" ? block.cells : [block];
  });

const wordsOf = (document: SourceDocument): string =>
  textsOf(document)
    .map(({ text }) => squash(text))
    .join("");

function expectEachPlaceOnce({ cells }: SourceTable): void {
  expect(cells.some(({ text }) => text.trim() !== "")).toBe(true);
  const places = cells.flatMap(({ row, column, rowSpan, colSpan }) =>
    Array.from(
      { length: rowSpan * colSpan },
      (_, at) => `${row + Math.floor(at / colSpan)},${column + (at % colSpan)}`,
    ),
  );
  expect(new Set(places).size).toBe(places.length);
  const order = cells.map(({ row, column }) => row * 10_000 + column);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
}

function expectSoundRuns(document: SourceDocument, size: readonly [number, number] | null): void {
  for (const { text, runs } of textsOf(document)) {
    let end = 0;
    for (const { start, end: next, bbox, page } of runs) {
      expect(start).toBeGreaterThanOrEqual(end);
      expect(text.slice(end, start).trim()).toBe("");
      expect(next).toBeGreaterThan(start);
      expect(page).toBeLessThanOrEqual(document.pageCount ?? 0);
      const [x0, y0, x1, y1] = bbox;
      expect(0 <= x0 && x0 < x1 && x1 <= size![0] && 0 <= y0 && y0 < y1 && y1 <= size![1]).toBe(true);
      end = next;
    }
    if (size) expect(text.slice(end).trim()).toBe("");
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

function expectSoundPages({ blocks, pageCount }: SourceDocument): void {
  const breaks = blocks.flatMap((block) => (block.kind === "page-break" ? [block.page] : []));
  expect(breaks).toEqual(breaks.toSorted((a, b) => a - b));
  const used = textsOf({ blocks }).flatMap(({ page, runs }) => [page ?? 0, ...runs.map((run) => run.page)]);
  if (pageCount !== null) expect(Math.max(0, ...used, ...breaks)).toBeLessThanOrEqual(pageCount);
}

describe.each(SAMPLES)("$name", async ({ make, mediaType, reader, ocr, size, words }) => {
  const bytes = await make();
  const document = await read(bytes.slice());

  test("names its media type and its reader", () => {
    expect(document).toMatchObject({ mediaType, reader, ocr });
  });

  test("gives its text in reading order", () => {
    const text = wordsOf(document);
    let from = 0;
    for (const word of words) {
      const at = text.indexOf(word, from);
      expect(at, word).toBeGreaterThanOrEqual(from);
      from = at + word.length;
    }
  });

  test("gives no block without text", () => {
    const bare = document.blocks.filter((block) => block.kind === "paragraph" && block.text.trim() === "");
    expect(bare).toEqual([]);
  });

  test("has tables whose places are covered at most once, in order, none of them empty", () => {
    expect(document.blocks.some(isTable)).toBe(true);
    document.blocks.filter(isTable).forEach(expectEachPlaceOnce);
  });

  test("has runs in order, that leave out nothing but space, inside of text and page", () => {
    expect(textsOf(document).some(({ runs }) => runs.length > 0)).toBe(size !== null);
    expectSoundRuns(document, size);
  });

  test("has page breaks in order and no page beyond its count", () => expectSoundPages(document));

  test(
    "gives the same of the same bytes, and leaves these as they were",
    async () => {
      const before = createHash("sha256").update(bytes).digest("hex");
      expect(await read(bytes)).toEqual(document);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(before);
    },
    MILLISECONDS,
  );

  test("reads bytes that are a part of a larger buffer", { timeout: MILLISECONDS }, async () => {
    const buffer = new Uint8Array(bytes.length + 20).fill(65);
    buffer.set(bytes, 10);
    expect(await read(buffer.subarray(10, 10 + bytes.length))).toEqual(document);
  });

  test("cut short or damaged, is read in part or refused by name", { timeout: MILLISECONDS }, async () => {
    for (const share of ocr ? CUTS.slice(-1) : CUTS) {
      const part = await tryRead(bytes.slice(0, Math.floor(bytes.length * share)));
      if (typeof part !== "string") expectSoundPages(part);
    }
    for (let index = 0; index < (ocr ? 1 : DAMAGES); index++) {
      const damaged = bytes.slice();
      for (let at = 40 + index * 977; at < damaged.length; at += 12_007) damaged[at] = damaged[at]! ^ 0xff;
      const part = await tryRead(damaged);
      if (typeof part !== "string") part.blocks.filter(isTable).forEach(expectEachPlaceOnce);
    }
  });
});

const NOISE = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 0xff);

test.each([
  ["nothing", new Uint8Array(), "empty-file"],
  ["noise", NOISE, "unknown-format"],
  ["a PDF of noise", Buffer.concat([Buffer.from("%PDF-1.7\n"), NOISE]), "damaged"],
  ["a zip of noise", Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), NOISE]), "damaged"],
  ["a PNG of noise", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), NOISE]), "damaged"],
  ["a JPEG of noise", Buffer.concat([Buffer.from("ffd8ffe0", "hex"), NOISE]), "damaged"],
  ["a TIFF of noise", Buffer.concat([Buffer.from("49492a0008000000", "hex"), NOISE]), "damaged"],
  ["a page without words", Buffer.from("<html><body></body></html>"), "no-text"],
])("%s is refused by name", async (_, bytes, code) => {
  expect(await tryRead(bytes)).toBe(code);
});

test("a Word file of noise is refused by name", async () => {
  const word = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.from(NOISE),
    Buffer.from("WordDocument", "utf16le"),
  ]);
  expect(typeof (await tryRead(word))).toBe("string");
});
