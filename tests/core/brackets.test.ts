import fc from "fast-check";
import { expect, test } from "vitest";
import { findBrackets, splitSentences } from "../../src/core/brackets.ts";

const contents = (text: string): string[] => findBrackets(text).map((bracket) => bracket.content);
const sentences = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);

test.each([
  ["建设步道。（责任单位：县住建局）", ["责任单位：县住建局"]],
  ["（各镇（街道）、县水务局）", ["各镇（街道）、县水务局"]],
  ["甲(一)乙【二】", ["一", "二"]],
  ["未闭合（牵头单位：甲", []],
  ["多余的）标记", []],
])("the outermost brackets of %j are found", (text, found) => expect(contents(text)).toEqual(found));

test("a bracket's bounds hold its marks", () => {
  const [bracket] = findBrackets("完成整改（县城管局负责）。");
  expect("完成整改（县城管局负责）。".slice(bracket!.start, bracket!.end)).toBe("（县城管局负责）");
});

test.each([
  ["摸清底数。建立台账；分类处置。", ["摸清底数。", "建立台账；", "分类处置。"]],
  ["坚持“因地制宜。分类施策”的原则。", ["坚持“因地制宜。分类施策”的原则。"]],
  ["验收（含复核；抽查）合格。通报", ["验收（含复核；抽查）合格。", "通报"]],
  ["第一行\n第二行", ["第一行\n", "第二行"]],
  ["引号“未闭合\n下一行。再下一行", ["引号“未闭合\n", "下一行。", "再下一行"]],
])("%j is cut into its sentences", (text, found) => expect(sentences(text)).toEqual(found));

test("sentences are slices of the text in order, and only white space lies between them", () => {
  const pieces = fc.array(fc.constantFrom("完成", "。", "；", "（", "）", "“", "”", "\n", " "), { maxLength: 30 });
  fc.assert(
    fc.property(pieces, (given) => {
      const text = given.join("");
      let last = 0;
      for (const { start, end, text: own } of splitSentences(text)) {
        expect(text.slice(last, start).trim()).toBe("");
        expect(text.slice(start, end)).toBe(own);
        last = end;
      }
      expect(text.slice(last).trim()).toBe("");
    }),
  );
});

test("a text whose bracket is never closed still ends at a pause, and one without any mark ends too", () => {
  const unclosed = sentences(`（${"加强领导，".repeat(1_000)}`);
  expect(unclosed.join("")).toBe(`（${"加强领导，".repeat(1_000)}`);
  expect(unclosed.every((sentence) => sentence.endsWith("，") && sentence.length < 2_010)).toBe(true);
  expect(sentences("《".repeat(10_000)).every((sentence) => sentence.length <= 4_001)).toBe(true);
});
