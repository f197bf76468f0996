import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWidth } from "../../src/core/fold-width.ts";

test.each([
  ["２０２２年", "2022年"],
  ["９８．５％", "98.5%"],
  ["３－５个", "3-5个"],
  ["（一），Ａ", "（一），Ａ"],
])("%s folds to %s", (text, folded) => expect(foldWidth(text)).toBe(folded));

test("offsets in the folded text are offsets in the printed one", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("１", "％", "市", "a", "𠀀") }), (text) => {
      expect(foldWidth(text)).toHaveLength(text.length);
    }),
  );
});
