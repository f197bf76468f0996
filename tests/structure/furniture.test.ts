import { expect, test } from "vitest";
import type { SourceBlock } from "../../src/core/source-block.ts";
import { dropFurniture } from "../../src/structure/furniture.ts";
import { lineOf } from "../helpers/outline-of.ts";

/** Pages given as lists of lines. */
const pagesOf = (...pages: string[][]): SourceBlock[] =>
  pages.flatMap((lines, index): SourceBlock[] => [
    ...lines.map((text) => lineOf(text)),
    { kind: "page-break", page: index + 1 },
  ]);

const kept = (blocks: readonly SourceBlock[]): string[] =>
  dropFurniture(blocks).flatMap((block) => (block.kind === "line" || block.kind === "paragraph" ? [block.text] : []));

test.each(["— 8 —", "-12-", "－ 3 －", "第 3 页 共 9 页", "第3页", "3/9", "· 4 ·"])("%j is a page number", (number) => {
  expect(kept([lineOf("一、工作目标"), lineOf(number), lineOf("二、主要任务")])).toEqual([
    "一、工作目标",
    "二、主要任务",
  ]);
  expect(kept([{ kind: "paragraph", text: number, page: null, runs: [] }])).toEqual([]);
});

test.each(["—", "2022", "12", "第3页的附图", "5-8月"])("%j within a page is text", (line) => {
  expect(kept(pagesOf(["开头", line, "正文"], ["下页", "末行"]))).toContain(line);
});

test("a bare number goes at the edges of a page, not within it", () => {
  expect(kept(pagesOf(["1", "全县公厕数", "36", "座", "2"], ["正文", "3"]))).toEqual([
    "全县公厕数",
    "36",
    "座",
    "正文",
  ]);
});

test("a bare number stays where the file has one page only", () => {
  expect(kept([lineOf("序号"), lineOf("1")])).toEqual(["序号", "1"]);
});

test("a running head that differs by number only goes from three pages on", () => {
  const page = (n: number): string[] => [`某县人民政府公报 2023年第${n}期`, `正文${"甲乙丙"[n - 1]}`];
  expect(kept(pagesOf(page(1), page(2), page(3)))).toEqual(["正文甲", "正文乙", "正文丙"]);
  expect(kept(pagesOf(page(1), page(2)))).toHaveLength(4);
});

test("attachments and chapters open pages and are no running heads", () => {
  const pages = [1, 2, 3].map((n) => [`附件${n}`, `名单${n}：甲`, `共${"一二三"[n - 1]}人`]);
  expect(kept(pagesOf(...pages)).filter((line) => line.startsWith("附件"))).toEqual(["附件1", "附件2", "附件3"]);
});
