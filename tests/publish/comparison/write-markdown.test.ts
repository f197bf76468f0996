import { expect, test } from "vitest";
import { escapeMarkdown, writeComparisonMarkdown } from "../../../src/publish/comparison/write-markdown.ts";
import { sampleComparison, sampleMatrix } from "./sample-comparison.ts";

test("what a text holds cannot break a table or become a mark", () => {
  expect(escapeMarkdown("a|b\n*c* <b>&\u202E`[x](y)")).toBe(
    "a\\|b<br>\\*c\\* &lt;b>&amp;\uFFFD\\`\\[x\\](y)".replace("b>", "b\\>"),
  );
});

test("every table has as many cells in each line as it has columns", () => {
  const text = writeComparisonMarkdown([sampleComparison("行一|列\n行二 | x")], sampleMatrix());
  const tables = text
    .trimEnd()
    .split("\n\n")
    .filter((part) => part.startsWith("| "));
  expect(tables.length).toBeGreaterThanOrEqual(9);
  for (const table of tables) {
    const widths = table.split("\n").map((line) => line.split(/(?<!\\)\|/).length);
    expect(new Set(widths).size).toBe(1);
  }
});

test("rows say what was changed, and which way", () => {
  const text = writeComparisonMarkdown([sampleComparison()], null);
  expect(text).toContain("| 变更 | 更严 | 要求：30% → 100%（更严）<br>分值：4 → 6 | 0.82 |");
  expect(text).toContain("覆盖率 coverage：66.7%");
});
