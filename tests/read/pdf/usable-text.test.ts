import { expect, test } from "vitest";
import { createGlyph } from "../../../src/read/layout/page-content.ts";
import { hasUsableText } from "../../../src/read/pdf/usable-text.ts";

const glyphsOf = (text: string) => [...text].map((each, at) => createGlyph(each, "across", 10, [at, 0, at + 1, 1]));

test("a page's text is usable in Chinese, with numbers, signs and a few Greek letters", () => {
  expect(hasUsableText(glyphsOf("（一）PM2.5浓度≤35μg/m³，①②③，“互联网＋”——20℃　完成率90％。"))).toBe(true);
});

test("private-use characters, replacement characters and glyph numbers are no text", () => {
  expect(hasUsableText(glyphsOf("\ue001\ue002\ue003\ue004"))).toBe(false);
  expect(hasUsableText(glyphsOf("方案\ufffd\ufffd\ufffd"))).toBe(false);
  expect(hasUsableText(glyphsOf("ІЉЪԱՇآبةথফ"))).toBe(false);
});

test("a page without characters has no text", () => {
  expect(hasUsableText([])).toBe(false);
  expect(hasUsableText(glyphsOf("   "))).toBe(false);
});
