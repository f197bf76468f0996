import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readHtml } from "../../../src/read/html/read-html.ts";

const root = new URL("../../../fixtures/", import.meta.url);
const stems = readdirSync(new URL("formats/", root));
const tight = (text: string): string => text.replace(/\s/g, "");

const readPage = async (stem: string) =>
  (await readHtml(readFileSync(new URL(`formats/${stem}/page.html`, root)), { fileName: "page.html" })).value;

/** The values of the gold that are the source's own words, by their path. */
function quotesOf(gold: { header: Record<string, unknown>; standards: unknown[]; lists: unknown[]; tasks: unknown[] }) {
  const quotes: [string, string][] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === "string") quotes.push([path, tight(value)]);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    }
  };
  const { title, issuers, recipients } = gold.header;
  visit({ title, issuers, recipients }, "header");
  for (const part of gold.standards as { items: { criterion: string; methods: string[] }[] }[]) {
    for (const { criterion, methods } of part.items) visit({ criterion, methods }, `item ${quotes.length}`);
  }
  visit(gold.lists, "lists");
  return quotes;
}

describe.each(stems)("%s/page.html", (stem) => {
  test("holds every quoted value of the gold", async () => {
    const { blocks } = await readPage(stem);
    const text = tight(
      blocks
        .map((block) =>
          block.kind === "table" ? block.cells.map((cell) => cell.text).join("\n") : "text" in block ? block.text : "",
        )
        .join("\n"),
    );
    const gold = JSON.parse(readFileSync(new URL(`gold/${stem}.json`, root), "utf8"));
    const quotes = quotesOf(gold);
    expect(quotes.length).toBeGreaterThan(5);
    // Paths only: the values hold names that do not belong into a log.
    expect(quotes.filter(([, quote]) => !text.includes(quote)).map(([path]) => path)).toEqual([]);
  });

  test("holds nothing that the site wrote", async () => {
    const { blocks } = await readPage(stem);
    const text = JSON.stringify(blocks);
    for (const word of ["索引号", "当前位置", "上一篇", "分享到", "版权所有", "浏览次数", "附件下载"]) {
      expect(text).not.toContain(word);
    }
  });

  test("has tables whose cells fill their grid without overlap", async () => {
    const tables = (await readPage(stem)).blocks.filter((block) => block.kind === "table");
    expect(tables.length).toBeGreaterThan(0);
    for (const { cells } of tables) {
      const places = cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0);
      const rows = Math.max(...cells.map((cell) => cell.row + cell.rowSpan));
      const columns = Math.max(...cells.map((cell) => cell.column + cell.colSpan));
      expect(places).toBe(rows * columns);
    }
  });
});
