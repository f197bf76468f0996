import { expect, test } from "vitest";
import { FindingCode } from "../../schemas/finding.ts";
import { MessageCode } from "../../schemas/message.ts";
import { sentence } from "../../src/core/sentences/sentence.ts";

test.each(MessageCode.options)("%s is a full sentence in both languages, even without facts", (code) => {
  const zh = sentence({ code, facts: {} }, "zh");
  const en = sentence({ code, facts: {} }, "en");
  expect(zh).toMatch(/^[\p{Script=Han}“].*。$/u);
  expect(en).toMatch(/^[A-Z].*\.$/u);
});

test("what was expected, what came and what to do stand in the sentence", () => {
  const facts = { came: "png", expected: "pdf, docx" };
  expect(sentence({ code: "unknown-format", facts }, "en")).toBe(
    "The format is not known: expected pdf, docx, came png. Save it in one of these.",
  );
});

test("a limit is named with what went over it", () => {
  expect(sentence({ code: "too-large", facts: { bytes: 70, limit: 50 } }, "zh")).toBe(
    "文件超出限制（bytes 70，上限 50）。请拆分文件或重新保存。",
  );
});

test.each(FindingCode.options)("%s is said differently in the two languages", (code) => {
  expect(sentence({ code, facts: {} }, "zh")).not.toBe(sentence({ code, facts: {} }, "en"));
});
