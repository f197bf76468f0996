import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReadError } from "../../../src/core/outcome.ts";
import { buildCfb } from "./build-cfb.ts";
import { buildDoc, modifier, paragraph, read, readShort } from "./build-doc.ts";
import { indirect, row } from "./build-table.ts";
import { bytes, u8, u16, u32, utf16 } from "./bytes.ts";

const codeOf = (file: Uint8Array) =>
  read(file).then(
    () => null,
    (error: unknown) => {
      if (error instanceof ReadError) return error.reason.code;
      throw error;
    },
  );

const FIXTURE = new URL("../../../fixtures/formats/000_8a278b583fb0d41d/plan.doc", import.meta.url);

describe("a file that cannot be read", () => {
  test("is encrypted where its header says so", async () => {
    expect(await codeOf(buildDoc([paragraph("正文")], { flags: 0x0300 }))).toBe("encrypted");
  });

  test("is of an unsupported format from Word 95, or as another kind of compound file", async () => {
    expect(await codeOf(buildDoc([paragraph("正文")], { identity: 0xa5dc }))).toBe("unsupported-format");
    expect(await codeOf(buildCfb({ Workbook: utf16("表格") }))).toBe("unsupported-format");
  });

  test("has no text where all is blank", async () => {
    expect(await codeOf(buildDoc([paragraph("　 "), ...row(["", " "], [0, 1000, 2000])]))).toBe("no-text");
    expect(await codeOf(buildDoc([]))).toBe("no-text");
  });

  test("is damaged where it is cut off, has no table stream, or no header", async () => {
    const whole = buildDoc([paragraph("正文")]);
    for (const length of [8, 511, 1000, whole.length - 600])
      expect(await codeOf(whole.subarray(0, length)), String(length)).toBe("damaged");
    const streams = ({ WordDocument }: Record<string, Uint8Array>) => ({ WordDocument: WordDocument! });
    expect(await codeOf(buildDoc([paragraph("正文")], { streams }))).toBe("damaged");
    expect(await codeOf(buildDoc([paragraph("正文")], { identity: 0x1234 }))).toBe("damaged");
  });

  test("is damaged where a chain of sectors runs in a circle", async () => {
    const file = buildDoc(Array.from({ length: 100 }, () => paragraph("正文".repeat(20))));
    const table = file.length - 512;
    expect([...file.subarray(table, table + 4)]).toEqual([1, 0, 0, 0]);
    file[table] = 0;
    expect(await codeOf(file)).toBe("damaged");
  });

  test("is damaged where its pieces lie outside the text, or do not follow each other", async () => {
    const table = (...positions: number[]) =>
      bytes(u8(2), u32(28), u32(...positions), ...[0, 1].map(() => bytes(u16(0), u32(0x800), u16(0))));
    expect(await codeOf(buildDoc([paragraph("正文")], { parts: { 33: table(0, 2, 100_000) } }))).toBe("damaged");
    expect(await codeOf(buildDoc([paragraph("正文")], { parts: { 33: table(0, 2, 1) } }))).toBe("damaged");
    expect(await codeOf(buildDoc([paragraph("正文")], { parts: { 33: u8(7) } }))).toBe("damaged");
  });

  test("is too large where pieces repeat the same text without end", async () => {
    const count = 5_000;
    const positions = Array.from({ length: count + 1 }, (_, index) => index * 1_000);
    const pieces = Array.from({ length: count }, () => bytes(u16(0), u32(0x800), u16(0)));
    const table = bytes(u8(2), u32(4 * (count + 1) + 8 * count), u32(...positions), ...pieces);
    expect(await codeOf(buildDoc([paragraph("正文".repeat(500))], { parts: { 33: table } }))).toBe("too-large");
  });

  test("is too large where paragraphs share one long list of properties", async () => {
    const { data, pointer } = indirect(0x6646, new Uint8Array(0xffff));
    const main = Array.from({ length: 2_100 }, () => paragraph("段", pointer));
    expect(await codeOf(buildDoc(main, { data }))).toBe("too-large");
  });
});

describe("a compound file", () => {
  const text = "绿色社区".repeat(1_000);
  const main = [paragraph(text)];

  test("has sectors of 512 or 4096 bytes", async () => {
    const streams = (all: Record<string, Uint8Array>) => all;
    expect(await readShort(buildDoc(main, { streams }))).toEqual([text]);
    let written: Record<string, Uint8Array> = {};
    buildDoc(main, { streams: (all) => (written = all) });
    expect(await readShort(buildCfb(written, 4096))).toEqual([text]);
  });

  test("may be so large that its header cannot list all of its allocation table", async () => {
    expect(await readShort(buildDoc(main, { data: new Uint8Array(9_000_000) }))).toEqual([text]);
  });
});

describe("a hostile file", () => {
  test("with 20,000 paragraphs takes no more than a few seconds", async () => {
    const file = buildDoc(Array.from({ length: 20_000 }, (_, index) => paragraph(`第${index}段`)));
    const began = performance.now();
    expect(await readShort(file)).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  test("with fields and tables in each other without end is read", async () => {
    const depth = modifier(0x6649, u32(2_000_000_000));
    const main = [paragraph("\x13".repeat(50_000)), paragraph("深", depth), paragraph("正文")];
    expect((await readShort(buildDoc(main))).at(-1)).toBe("正文");
  });

  test("of a real one with bytes changed gives blocks or a named error", async () => {
    const whole = readFileSync(FIXTURE);
    const change = fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255) });
    const header = fc.record({ at: fc.nat(2_047), value: fc.nat(255) });
    const changes = fc.array(fc.oneof(change, header), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const file = new Uint8Array(whole);
        for (const { at, value } of all) file[at] = value;
        await codeOf(file);
      }),
      { numRuns: 300 },
    );
  });
});
