import { expect, test } from "vitest";
import { type Look, writeComparison } from "../../../src/apps/cli/comparison-summary.ts";
import { textWidth } from "../../../src/apps/cli/text-width.ts";
import { sampleComparison } from "../../publish/comparison/sample-comparison.ts";

const plain: Look = { wording: "zh", columns: 60, paint: (_colour, text) => text };

test("no line is wider than the terminal, whatever the plans say", () => {
  const long = writeComparison(sampleComparison("很长".repeat(3000)), plain);
  expect(Math.max(...long.split("\n").map(textWidth))).toBeLessThanOrEqual(60);
});

test("a change shows where it stands, which way it goes, and from what to what", () => {
  const lines = writeComparison(sampleComparison(), { ...plain, columns: 120 }).split("\n");
  expect(lines).toContain("  ≠▲ 2 → 2  要求 30% → 100%；分值 4 → 6 ｜ 物业服务全覆盖。");
  expect(lines).toContain("  ≠▼ 2021-11-30 → 2021-12-10  报送工作总结");
  expect(lines).toContain("覆盖率 66.7%   ▲ 更严 1   ▼ 更松 0");
  expect(lines.some((line) => line.includes("建立健全党组织"))).toBe(false);
});

test("each relation has a colour of its own, and findings one by their severity", () => {
  const seen = new Map<string, string[]>();
  const paint: Look["paint"] = (colour, text) => {
    seen.set(colour, [...(seen.get(colour) ?? []), text]);
    return text;
  };
  writeComparison(sampleComparison(), { ...plain, paint });
  expect(seen.get("green")!.join()).toContain("设立社区环保宣传栏");
  expect(seen.get("red")!.join()).toContain("积极推广使用节水器具");
  expect(seen.get("yellow")).toContain("提醒");
});

test("hundreds of rows are cut, and it is said how many are left", () => {
  const sample = sampleComparison();
  const standards = Array.from({ length: 50 }, () => sample.standards[2]!);
  expect(writeComparison({ ...sample, standards }, plain)).toContain("另有10条");
});
