import { describe, expect, test } from "vitest";
import { columnsOf, findWrapWidth, leftOf, measurePages, rightOf } from "../../src/structure/line-measure.ts";
import { lineOf } from "../helpers/outline-of.ts";

test.each([
  ["县水利局", 8],
  ["GB 3838", 7],
  ["（一）1.", 8],
  ["　", 2],
  ["", 0],
])("%j is %d columns wide", (text, columns) => expect(columnsOf(text)).toBe(columns));

describe("the width at which a text was wrapped", () => {
  test("is that of its full lines, though some end a little short", () => {
    const widths = [80, 79, 78, 77, 44, 33];
    expect(findWrapWidth(widths.map((width) => "汉".repeat(width >> 1) + "a".repeat(width % 2)))).toBe(80);
  });

  test("is null where lines are whole paragraphs of any length", () => {
    expect(findWrapWidth([11, 25, 37, 48, 59, 64, 80, 91].map((length) => "汉".repeat(length)))).toBeNull();
  });

  test("is null where paragraphs on one line run on past the many short lines of one length", () => {
    const short = Array(9).fill("牵头单位：县水务局、县农业农村局");
    const text = (count: number): string[] => Array(count).fill("汉".repeat(120));
    expect(findWrapWidth([...short, ...text(4)])).toBeNull();
    expect(findWrapWidth([...short, ...text(1)])).toBe(32);
  });

  test("is null for a few lines, and for lines longer than anyone wraps", () => {
    expect(findWrapWidth(Array(4).fill("汉".repeat(30)))).toBeNull();
    expect(findWrapWidth(Array(9).fill("汉".repeat(90)))).toBeNull();
  });
});

describe("the edges of a page", () => {
  const drawn = (page: number, x0: number, x1: number) =>
    lineOf("某某", { page, size: 16, runs: [{ start: 0, end: 2, page, bbox: [x0, 0, x1, 16] }] });

  test("are those of most of its lines", () => {
    const lines = [drawn(1, 104, 520), ...Array(8).fill(drawn(1, 72, 520)), drawn(1, 72, 180)];
    expect(measurePages(lines)!(1)).toEqual({ left: 72, right: 520, em: 16 });
  });

  test("are the file's where the page has few lines", () => {
    const lines = [...Array(8).fill(drawn(1, 72, 520)), drawn(2, 200, 300)];
    expect(measurePages(lines)!(2)).toEqual({ left: 72, right: 520, em: 16 });
  });

  test("are unknown without geometry", () => {
    expect(measurePages([lineOf("某某"), lineOf("某某")])).toBeNull();
  });

  test("a line reaches from its first run to its last", () => {
    const runs = [
      { start: 0, end: 1, page: 1, bbox: [72, 0, 88, 16] as [number, number, number, number] },
      { start: 1, end: 2, page: 1, bbox: [200, 0, 216, 16] as [number, number, number, number] },
    ];
    expect([leftOf(lineOf("某某", { runs })), rightOf(lineOf("某某", { runs }))]).toEqual([72, 216]);
    expect(leftOf(lineOf("某某"))).toBeNull();
  });
});
