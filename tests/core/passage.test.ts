import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceOf, joinPassages, locate, passageOf, slicePassage, wholeBlocks } from "../../src/core/passage.ts";
import type { Run } from "../../src/core/source-block.ts";
import { blockOf, inexact } from "../helpers/outline-of.ts";

const FIRST = blockOf("　完善设施。新建公厕5座", [], 0);
const SECOND = blockOf("责任单位：县城管局", [], 1);
const BOTH = wholeBlocks([FIRST, SECOND]);

test("a passage joins its blocks' texts by line ends, without empty pieces", () => {
  const passage = passageOf([
    { block: FIRST, start: 1, end: 6 },
    { block: FIRST, start: 6, end: 6 },
    { block: SECOND, start: 5, end: 9 },
  ]);
  expect(passage.text).toBe("完善设施。\n县城管局");
  expect(passage.pieces).toHaveLength(2);
  expect(joinPassages([passage, passage]).text).toBe("完善设施。\n县城管局\n完善设施。\n县城管局");
});

test("a slice over two blocks keeps a piece of each", () => {
  expect(slicePassage(BOTH, 8, 17).text).toBe("公厕5座\n责任单位");
  expect(slicePassage(BOTH, 18).text).toBe("县城管局");
});

test("evidence is one quote a block, without white space at its ends", () => {
  expect(evidenceOf(BOTH).map(({ block, start, end, quote }) => ({ block, start, end, quote }))).toEqual([
    { block: 0, start: 1, end: 12, quote: "完善设施。新建公厕5座" },
    { block: 1, start: 0, end: 9, quote: "责任单位：县城管局" },
  ]);
  expect(evidenceOf(wholeBlocks([blockOf(" \n")]))).toEqual([]);
});

describe("the box of a quote", () => {
  const line = (start: number, end: number, y: number, page = 1): Run => ({
    start,
    end,
    page,
    bbox: [100, y, 100 + 10 * (end - start), y + 12],
  });

  test("is cut from its run by characters of the same width", () => {
    const block = blockOf("责任单位：县城管局", [line(0, 9, 50)]);
    expect(locate(block, 5, 9)).toMatchObject({ quote: "县城管局", page: 1, bbox: [150, 50, 190, 62] });
  });

  test("goes round all the lines that it touches", () => {
    const block = blockOf("责任单位：县城管局", [line(0, 5, 50), line(5, 9, 70)]);
    expect(locate(block, 3, 7).bbox).toEqual([100, 50, 150, 82]);
  });

  test("is of the first page where the quote goes over a page end", () => {
    const block = blockOf("责任单位：县城管局", [line(0, 5, 800, 1), line(5, 9, 70, 2)]);
    expect(locate(block, 3, 7)).toMatchObject({ page: 1, bbox: [130, 800, 150, 812] });
  });

  test("is null where the format has no geometry", () => {
    expect(locate(SECOND, 0, 4)).toMatchObject({ page: null, bbox: null });
  });
});

const RUNS = fc.array(fc.record({ length: fc.integer({ min: 1, max: 8 }), width: fc.integer({ min: 5, max: 90 }) }), {
  minLength: 1,
  maxLength: 4,
});

/** A block drawn in as many lines as there are entries. */
function drawn(lines: readonly { length: number; width: number }[]) {
  let at = 0;
  const runs = lines.map(({ length, width }, index): Run => {
    const start = at;
    at += length;
    return { start, end: at, page: 1, bbox: [72, 100 + 20 * index, 72 + width, 112 + 20 * index] };
  });
  return blockOf("汉".repeat(at), runs);
}

test("a quote's box lies inside the runs that it touches and is no empty box", () => {
  fc.assert(
    fc.property(RUNS, fc.nat(31), fc.nat(31), (lines, a, b) => {
      const block = drawn(lines);
      const start = Math.min(a, b) % block.text.length;
      const end = Math.max(start + 1, Math.min(block.text.length, Math.max(a, b)));
      const [x0, y0, x1, y1] = locate(block, start, end).bbox!;
      const touched = block.runs.filter((run) => run.start < end && run.end > start).map((run) => run.bbox);
      expect(x0).toBeGreaterThanOrEqual(72);
      expect(x1).toBeLessThanOrEqual(Math.max(...touched.map((box) => box[2])) + 0.01);
      expect(x1).toBeGreaterThan(x0);
      expect([y0, y1]).toEqual([touched[0]![1], touched.at(-1)![3]]);
    }),
  );
});

test("every slice of a passage is the slice of its text, and every quote stands in its block", () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom("县", "局", " ", "，", "1"), minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(texts, fc.nat(40), fc.nat(40), (given, a, b) => {
      const blocks = given.map((text, id) => blockOf(text, [], id));
      const passage = wholeBlocks(blocks);
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const slice = slicePassage(passage, start, end);
      expect(slice.text).toBe(passage.text.slice(start, end).replace(/^\n|\n$/gu, ""));
      expect(inexact(evidenceOf(slice), blocks)).toEqual([]);
    }),
  );
});
