import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeComparisonSheets } from "../../../src/publish/comparison/write-sheets.ts";
import { sampleComparison, sampleMatrix } from "./sample-comparison.ts";

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const sheetNames = (parts: Record<string, string>): string[] =>
  [...parts["xl/workbook.xml"]!.matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1]!);

test("a comparison is a sheet a section", () => {
  const names = sheetNames(partsOf(writeComparisonSheets([sampleComparison()], null)));
  expect(names).toEqual(["概况", "条目统计", "需核对之处", "标准", "目标", "阶段", "任务", "时限", "责任分工"]);
});

test("several comparisons stand below each other, with the names of their plans, behind the matrix", () => {
  const parts = partsOf(writeComparisonSheets([sampleComparison(), sampleComparison()], sampleMatrix()));
  const names = sheetNames(parts);
  expect(names.slice(0, 3)).toEqual(["矩阵", "与众不同之处", "概况"]);
  const rows = parts[`xl/worksheets/sheet${names.indexOf("标准") + 1}.xml`]!.match(/<row /g);
  expect(rows).toHaveLength(1 + 2 * 4);
});

test("a text that looks like a formula stays a text", () => {
  const parts = partsOf(writeComparisonSheets([sampleComparison('=HYPERLINK("x")')], null));
  const sheet = parts["xl/worksheets/sheet4.xml"]!;
  expect(sheet).toContain(">=HYPERLINK(&quot;x&quot;)</t>");
  expect(sheet).not.toMatch(/<f>/);
});
