import { encode } from "iconv-lite";
import { expect, test } from "vitest";
import { decodeText } from "../../src/read/decode-text.ts";

const TEXT = "根据《方案》（建城〔2020〕68号）：\n到2022年底，60%以上的社区達標。\n";

test.each([
  ["utf-8", Buffer.from(TEXT, "utf8"), true],
  ["utf-8", Buffer.from(`\ufeff${TEXT}`, "utf8"), true],
  ["utf-16le", Buffer.from(`\ufeff${TEXT}`, "utf16le"), true],
  ["utf-16le", Buffer.from(TEXT, "utf16le"), false],
  ["utf-16be", Buffer.from(TEXT, "utf16le").swap16(), false],
  ["gb18030", encode(TEXT, "gb18030"), false],
])("%s bytes give the text back, stated or guessed", (encoding, bytes, stated) => {
  expect(decodeText(bytes)).toEqual({ text: TEXT, encoding, stated });
});

test("a UTF-8 file with one broken byte stays UTF-8", () => {
  const bytes = Buffer.from(TEXT.repeat(4), "utf8");
  bytes[bytes.indexOf("方")] = 0x20;
  expect(decodeText(bytes)).toMatchObject({ encoding: "utf-8", stated: false });
});
