import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "../../../src/apps/web/plan/cut-text.ts";

test("what is lit up is cut out, overlapping ranges as one", () => {
  expect(
    cutText("到2023年底，70%以上", [
      { start: 1, end: 6 },
      { start: 4, end: 7 },
    ]),
  ).toEqual([
    { text: "到", isLit: false },
    { text: "2023年底", isLit: true },
    { text: "，70%以上", isLit: false },
  ]);
});

test("no character is lost or doubled, whatever the ranges", () => {
  const range = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ minLength: 30 }), fc.array(range), (text, ranges) => {
      expect(
        cutText(text, ranges)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
