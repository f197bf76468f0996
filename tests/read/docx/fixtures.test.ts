import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { SourceBlock, SourceTable } from "../../../src/core/source-block.ts";
import { readBlocks } from "./build-docx.ts";

const FORMATS = new URL("../../../fixtures/formats/", import.meta.url);
const GOLD = new URL("../../../fixtures/gold/", import.meta.url);

interface Gold {
  readonly header: { readonly title: string };
  readonly standards: readonly { readonly items: readonly { readonly criterion: string | null }[] }[];
}

const bare = (text: string) => text.replace(/\s/gu, "");
const isTable = (block: SourceBlock): block is SourceTable => block.kind === "table";

function expectEachPlaceOnce(table: SourceTable): void {
  const places = table.cells.flatMap((cell) =>
    Array.from({ length: cell.rowSpan * cell.colSpan }, (_, index) => {
      const [down, across] = [Math.floor(index / cell.colSpan), index % cell.colSpan];
      return `${cell.row + down},${cell.column + across}`;
    }),
  );
  const rows = Math.max(...table.cells.map((cell) => cell.row + cell.rowSpan));
  const columns = Math.max(...table.cells.map((cell) => cell.column + cell.colSpan));
  expect(new Set(places).size).toBe(places.length);
  expect(places.length).toBe(rows * columns);
}

describe.each(readdirSync(FORMATS))("plan.docx of %s", async (stem) => {
  const gold = JSON.parse(readFileSync(new URL(`${stem}.json`, GOLD), "utf8")) as Gold;
  const blocks = await readBlocks(readFileSync(new URL(`${stem}/plan.docx`, FORMATS)));

  test("has the title in its paragraphs", () => {
    const text = bare(blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join(""));
    expect(text).toContain(bare(gold.header.title));
  });

  test("has each criterion of its standards within one cell", () => {
    const cells = blocks.filter(isTable).flatMap((table) => table.cells.map((cell) => bare(cell.text)));
    const criteria = gold.standards.flatMap(({ items }) => items.map((item) => bare(item.criterion ?? "")));
    expect(criteria.filter((criterion) => !cells.some((cell) => cell.includes(criterion)))).toEqual([]);
  });

  test("covers each place of its tables' grids once", () => {
    expect(blocks.some(isTable)).toBe(true);
    blocks.filter(isTable).forEach(expectEachPlaceOnce);
  });
});
