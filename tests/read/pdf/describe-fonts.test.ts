import { expect, test } from "vitest";
import { createGlyph } from "../../../src/read/layout/page-content.ts";
import { describeFonts } from "../../../src/read/pdf/describe-fonts.ts";

const pageOf = (page: number, text: string) => ({
  page,
  width: 595,
  height: 842,
  rulings: [],
  glyphs: [...text].map((each, at) => createGlyph(each, "across", 10, [at, 0, at + 1, 1])),
});

test("the pages are named whose fonts do not say which characters they draw; a scan has no font", () => {
  const texts = ["方案", "\ue001\ue002", "", "ІЉЪԱՇ", "\ufffd\ufffd", "\ue003"];
  expect(describeFonts(texts.map((text, index) => pageOf(index + 1, text)))).toEqual([
    { code: "font-without-unicode", severity: "warning", facts: { pages: "2, 4–6", count: 4 } },
  ]);
});

test("where all pages say it there is nothing to say", () => {
  expect(describeFonts([pageOf(1, "方案"), pageOf(2, " ")])).toEqual([]);
});
