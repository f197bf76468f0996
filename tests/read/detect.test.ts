import { strToU8, zipSync } from "fflate";
import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { ReadError } from "../../src/core/outcome.ts";
import { detectFormat } from "../../src/read/detect.ts";
import { MOST_BYTES, readDocument } from "../../src/read/index.ts";

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");
const zipOf = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));
const compoundOf = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);

function reasonOf(read: () => unknown): { code: string; facts: unknown } | null {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof ReadError ? error.reason : null;
  }
}

describe("a format is told from the bytes", () => {
  test.each([
    ["pdf", bytesOf("%PDF-1.7\n")],
    ["pdf", bytesOf(`${"\n".repeat(900)}%PDF-1.4\n`)],
    ["docx", zipOf("[Content_Types].xml", "word/document.xml")],
    ["docx", zipOf("word/document2.xml")],
    ["ofd", zipOf("OFD.xml", "Doc_0/Document.xml")],
    ["ofd", zipOf("Encryptions.xml", "decryptseed.dat")],
    ["zip", zipOf("a.txt")],
    ["office", zipOf("[Content_Types].xml", "xl/workbook.xml")],
    ["office", zipOf("mimetype", "content.xml")],
    ["rar", Buffer.from("Rar!\x1a\x07\x00", "latin1")],
    ["7z", Buffer.from("7z\xbc\xaf\x27\x1c", "latin1")],
    ["doc", compoundOf("WordDocument")],
    ["cfb", compoundOf("Workbook")],
    ["rtf", bytesOf("{\\rtf1\\ansi }")],
    ["mhtml", bytesOf("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n")],
    ["image", Buffer.from("89504e470d0a1a0a", "hex")],
    ["image", Buffer.from("ffd8ffe000104a46", "hex")],
    ["image", Buffer.from("49492a0008000000", "hex")],
    ["xml", bytesOf('<?xml version="1.0"?><w:wordDocument/>')],
    ["html", bytesOf("<!DOCTYPE html><html></html>")],
    ["html", bytesOf("\ufeff\n <!-- 生成于 2021 -->\n<HTML><body>")],
    ["html", Buffer.from("\ufeff<html><body>方案</body></html>", "utf16le")],
    ["html", bytesOf('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD">')],
    ["text", bytesOf("一、工作目标\n到2022年底")],
    ["text", encode("一、工作目标\n到2022年底，全县", "gb18030")],
    ["text", Buffer.from("一、工作目标\n到2022年底", "utf16le")],
    ["text", bytesOf("# 方案\n\n<table><tr><td>1</td></tr></table>")],
  ])("%s", (format, bytes) => {
    expect(detectFormat(bytes)).toBe(format);
  });

  test("an empty file, a cut zip, an encrypted package and noise are refused by name", () => {
    const noise = Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 32);
    expect(reasonOf(() => detectFormat(new Uint8Array()))?.code).toBe("empty-file");
    expect(reasonOf(() => detectFormat(zipOf("word/document.xml").subarray(0, 40)))?.code).toBe("damaged");
    expect(reasonOf(() => detectFormat(compoundOf("EncryptedPackage")))?.code).toBe("encrypted");
    expect(reasonOf(() => detectFormat(noise))).toMatchObject({
      code: "unknown-format",
      facts: { came: "00050a0f14191e03", expected: "pdf, docx, doc, ofd, html, txt, md, png, jpg, tiff" },
    });
  });
});

describe("the table of readers", () => {
  test("reads a text by its bytes whatever its name says", async () => {
    const { value } = await readDocument(bytesOf("一、工作目标"), { fileName: "plan.pdf" });
    expect(value.reader).toBe("text");
  });

  test("names a format that has no reader", async () => {
    await expect(readDocument(bytesOf("MIME-Version: 1.0"), { fileName: "a.doc" })).rejects.toMatchObject({
      reason: { code: "unsupported-format", facts: { format: "mhtml" } },
    });
  });

  test("refuses a file over the limit before it looks inside", async () => {
    await expect(readDocument(new Uint8Array(MOST_BYTES + 1), { fileName: "a" })).rejects.toMatchObject({
      reason: { code: "too-large" },
    });
  });
});
