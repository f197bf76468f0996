import { expect, test } from "vitest";
import { Comparison } from "../../../schemas/comparison.ts";
import { Matrix } from "../../../schemas/matrix.ts";
import { writeComparisonHtml } from "../../../src/publish/comparison/write-html.ts";
import { sampleComparison, sampleMatrix } from "./sample-comparison.ts";

/** Puts another text in the place of every text of a value, where it may be any. */
function withText<T>(value: T, text: string, parse: (value: unknown) => T): T {
  const fixed = new Set([
    "schema",
    "relation",
    "direction",
    "kind",
    "family",
    "role",
    "code",
    "severity",
    "plan",
    "comparator",
  ]);
  const dates = /^(?:start|end|due|deadline|recurring|level|section)$/;
  const replace = (key: string, each: unknown): unknown =>
    typeof each === "string" && !fixed.has(key) && !dates.test(key) ? text : each;
  return parse(JSON.parse(JSON.stringify(value, replace)));
}

const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)>\u202E]]>--><style>*{display:none}</style>`;

test("nothing of a plan's text becomes markup, wherever it stands", () => {
  const page = writeComparisonHtml(
    [withText(sampleComparison(), HOSTILE, Comparison.parse)],
    withText(sampleMatrix(), HOSTILE, Matrix.parse),
  );
  expect(page).toContain("&lt;script&gt;");
  expect(page).not.toMatch(/<script|<img|\u202E|onerror=alert\(1\)>/);
  expect(page.match(/<style>/g)).toHaveLength(1);
});

test("the page asks for nothing and runs nothing", () => {
  const page = writeComparisonHtml([sampleComparison()], sampleMatrix());
  expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/);
  expect(page).not.toMatch(/<script|\bsrc=|https?:|url\(|@import|style="/);
});

test("a changed row shows both texts with their own words marked, and why", () => {
  const page = writeComparisonHtml([sampleComparison()], null);
  expect(page).toContain("物业服务<del>覆盖面不低于30%</del>。");
  expect(page).toContain("物业服务<ins>全覆盖</ins>。");
  expect(page).toContain(`<b>分值 <small lang="en">points</small></b> <del>4</del> → <ins>6</ins>`);
  expect(page).toContain("相似度 0.82");
  expect(page).toContain("仅上级有：30%");
});

test("coverage, findings, the line of time and every section are there", () => {
  const page = writeComparisonHtml([sampleComparison()], null);
  for (const text of ["66.7%", "row-dropped", '<svg class="line"', "−15", "+10 天", "牵头：省住房城乡建设厅（2）"])
    expect(page).toContain(text);
  for (const name of ["标准", "目标", "阶段", "任务", "时限", "责任分工"]) expect(page).toContain(`<h3>${name} <small`);
});

test("a text that both plans have stands once", () => {
  const page = writeComparisonHtml([sampleComparison()], null);
  expect(page.split("建立健全党组织领导的基层治理体系。")).toHaveLength(2);
});

test("a matrix stands before the comparisons, with what a plan alone lacks", () => {
  const page = writeComparisonHtml([sampleComparison(), sampleComparison()], sampleMatrix());
  expect(page.indexOf('<div class="matrix">')).toBeLessThan(page.indexOf("<article"));
  expect(page).toContain("某区方案 缺少其余方案都有的：物业服务覆盖面不低于30%。");
  expect(page.match(/<article/g)).toHaveLength(2);
});

test("a comparison of two plans that have nothing is still a page", () => {
  const empty = {
    ...sampleComparison(),
    standards: [],
    targets: [],
    phases: [],
    tasks: [],
    deadlines: [],
    responsibilities: [],
    findings: [],
  };
  const page = writeComparisonHtml([empty], null);
  expect(page).not.toContain("<section>");
  expect(page).toContain("</html>");
});
