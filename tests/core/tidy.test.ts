import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endsWide, squash, startsWide, tidy } from "../../src/core/tidy.ts";

describe("wrapped lines are joined", () => {
  test.each([
    ["节水型\n  单位 创建", "节水型单位创建", "no space between two Chinese characters"],
    ["完成，\n并上报", "完成，并上报", "none beside Chinese punctuation"],
    ["GB/T  50378", "GB/T 50378", "one space between Latin words"],
    ["　　加强领导　", "加强领导", "no full-width space at the ends"],
    ["“ 一网 通办 ”", "“一网通办”", "none inside quotes"],
  ])("%j becomes %j: %s", (text, tidied) => expect(tidy(text)).toBe(tidied));
});

test("all white space goes where texts are compared", () => {
  expect(squash(" 市 教 育　局\n办公室 ")).toBe("市教育局办公室");
});

test("a text begins and ends wide with a Chinese character or mark", () => {
  expect([startsWide("（一）"), startsWide("1.一"), endsWide("完成。"), endsWide("A级"), endsWide("GB")]).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
});

const TEXT = fc.array(fc.constantFrom("市", "局", "，", "A", "9", " ", "\n", "　"), { maxLength: 30 });

test("tidying twice changes nothing more, and loses no character but white space", () => {
  fc.assert(
    fc.property(TEXT, (characters) => {
      const text = characters.join("");
      expect(tidy(tidy(text))).toBe(tidy(text));
      expect(squash(tidy(text))).toBe(squash(text));
    }),
  );
});
