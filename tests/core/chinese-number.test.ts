import fc from "fast-check";
import { expect, test } from "vitest";
import { readNumber } from "../../src/core/chinese-number.ts";

test.each([
  ["12", 12],
  ["１２", 12],
  ["1 2", 12],
  ["零", 0],
  ["七", 7],
  ["两", 2],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["三十六", 36],
  ["一百", 100],
  ["一百零五", 105],
  ["二百五十", 250],
  ["一千零三十", 1030],
  ["二〇二一", 2021],
])("%s is the number %d", (text, value) => expect(readNumber(text)).toBe(value));

test.each(["", "第三", "12.5", "-3", "十个", "若干", "3a"])("%j is no whole number", (text) => {
  expect(readNumber(text)).toBeNull();
});

const DIGITS = [..."零一二三四五六七八九"];

/** Writes a number below 1000 as a person would: 305 → 三百零五. */
function writeNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds ? `${DIGITS[hundreds]}百` : "";
  const middle = tens ? `${tens === 1 && !hundreds ? "" : DIGITS[tens]}十` : hundreds && ones ? "零" : "";
  return head + middle + (ones || value === 0 ? DIGITS[ones] : "");
}

test("every number below a thousand is read back as it is written", () => {
  fc.assert(
    fc.property(fc.nat(999), (value) => {
      expect(readNumber(writeNumber(value))).toBe(value);
      expect(readNumber(String(value))).toBe(value);
    }),
  );
});
