import fc from "fast-check";
import { expect, test } from "vitest";
import { foldMarks, foldWidth } from "../../src/core/fold-width.ts";

test.each([
  ["２０２２年", "2022年"],
  ["９８．５％", "98.5%"],
  ["３－５个", "3-5个"],
  ["（一），Ａ", "（一），Ａ"],
])("%s folds to %s", (text, folded) => expect(foldWidth(text)).toBe(folded));

test.each([
  ["完善台账,落实责任;按月通报", "完善台账，落实责任；按月通报"],
  ["责任单位:县水利局", "责任单位：县水利局"],
  ["投资1,800万元,", "投资1,800万元，"],
  ["18:00前", "18:00前"],
  ["Water, Air", "Water, Air"],
])("the narrow marks of %s become %s", (text, folded) => expect(foldMarks(text)).toBe(folded));

test("offsets in the folded text are offsets in the printed one", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("１", "％", "市", "a", "𠀀", ",", ":") }), (text) => {
      expect(foldWidth(text)).toHaveLength(text.length);
      expect(foldMarks(text)).toHaveLength(text.length);
    }),
  );
});
