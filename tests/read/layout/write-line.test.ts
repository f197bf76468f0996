import { expect, test } from "vitest";
import { gatherLines } from "../../../src/read/layout/gather-lines.ts";
import type { Glyph } from "../../../src/read/layout/page-content.ts";
import { writeLine } from "../../../src/read/layout/write-line.ts";
import { drawText } from "./draw-page.ts";

const write = (glyphs: readonly Glyph[]) => gatherLines(glyphs).map((line) => writeLine(line, 1));
const textsOf = (glyphs: readonly Glyph[]) => write(glyphs).map((line) => line.text);

test("lines come from the top and characters from the left, whatever the drawing order", () => {
  const glyphs = [...drawText("第二行", 50, 30), ...drawText("第一行", 50, 10)].reverse();
  expect(textsOf(glyphs)).toEqual(["第一行", "第二行"]);
});

test("a letter-spaced title has no spaces", () => {
  expect(textsOf(drawText("绿色社区创建", 50, 10, 10, 8))).toEqual(["绿色社区创建"]);
});

test("a gap between two bodies of one signature line stays as two spaces or more", () => {
  const [text] = textsOf([...drawText("甲县财政局", 50, 10), ...drawText("乙县民政局", 115, 10)]);
  expect(text).toMatch(/^甲县财政局 {2,}乙县民政局$/);
});

test("the quarter em that typesetters put between a character and a digit is no space", () => {
  expect(textsOf([...drawText("到", 50, 10), ...drawText("2022", 62.5, 10), ...drawText("年", 85, 10)])).toEqual([
    "到2022年",
  ]);
});

test("two Latin words with a gap and no blank drawn keep one space", () => {
  expect(textsOf([...drawText("GB", 50, 10), ...drawText("5033", 63, 10)])).toEqual(["GB 5033"]);
});

test("a blank drawn after every character is no space where the characters are evenly spread", () => {
  expect(textsOf(drawText("创 建 绿 色 社 区", 50, 10))).toEqual(["创建绿色社区"]);
});

test("a raised figure stays in its line", () => {
  const glyphs = [...drawText("面积5m", 50, 10, 10), ...drawText("2", 80, 9.2, 6), ...drawText("以上", 83, 10, 10)];
  expect(textsOf(glyphs)).toEqual(["面积5m2以上"]);
});

test("a character drawn twice for bold print is written once, a doubled digit twice", () => {
  const glyphs = [...drawText("满分", 50, 10), ...drawText("满分", 50.4, 10), ...drawText("11", 70, 10)];
  expect(textsOf(glyphs)).toEqual(["满分11"]);
});

test("spans cut at a change of width, and their boxes hold just their characters", () => {
  const [line] = write([...drawText("到", 50, 10), ...drawText("2022", 60, 10), ...drawText("年底", 80, 10)]);
  expect(line!.spans).toEqual([
    { start: 0, end: 1, box: [50, 10, 60, 20] },
    { start: 1, end: 5, box: [60, 10, 80, 20] },
    { start: 5, end: 7, box: [80, 10, 100, 20] },
  ]);
});

test("the size is that of most characters", () => {
  const [line] = write([...drawText("附件", 50, 10, 16), ...drawText("1", 82, 13, 10)]);
  expect(line!.size).toBe(16);
});

test("a number whose digits have the advance of a Chinese character is one number", () => {
  const digits = (text: string, left: number): Glyph[] =>
    [...text].flatMap((digit, at) => drawText(digit, left + at * 10, 10));
  expect(textsOf([...drawText("到", 50, 10), ...digits("2024", 60), ...drawText("年底", 100, 10)])).toEqual([
    "到2024年底",
  ]);
  expect(textsOf([...drawText("12", 50, 10), ...digits("3", 66), ...drawText("年", 71, 10)])).toEqual(["12 3年"]);
});

test("a letter-spaced number is one number, also alone in its cell", () => {
  expect(textsOf(drawText("10", 50, 10, 10, 2.5))).toEqual(["10"]);
  expect(textsOf(drawText("完善15分钟生活圈", 50, 10, 10, 2.5))).toEqual(["完善15分钟生活圈"]);
  expect(textsOf([...drawText("10", 50, 10), ...drawText("5", 68, 10)])).toEqual(["10 5"]);
});
