import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { SourceTable } from "../../../src/core/source-block.ts";
import { readText } from "../../../src/read/text/read-text.ts";
import { showRows } from "./read-fixture.ts";

const root = new URL("../../../seeds/", import.meta.url);

async function tablesOf(number: string): Promise<SourceTable[]> {
  const name = readdirSync(root).find((file) => file.startsWith(number))!;
  const { value } = await readText(readFileSync(new URL(name, root)), { fileName: name });
  return value.blocks.filter((block) => block.kind === "table");
}

test("000: twenty rows in groups of 4, 5, 4, 3 and 4, and a list of 21 places", async () => {
  const [standard, list] = await tablesOf("000");
  const labels = standard!.cells.filter((cell) => cell.column === 0 && cell.row > 0 && cell.colSpan === 1);
  expect(labels.map((cell) => cell.rowSpan)).toEqual([4, 5, 4, 3, 4]);
  expect(showRows(standard!)).toHaveLength(22);
  expect(showRows(list!)).toHaveLength(23);
});

test("001: one cell a line gives sixteen rows of three cells below the header", async () => {
  const [standard] = await tablesOf("001");
  expect(showRows(standard!).map((row) => row.split("|").length)).toEqual(Array<number>(17).fill(3));
});

test("002: row 22, cut by a page number and a page break, is whole", async () => {
  const [standard] = await tablesOf("002");
  expect(showRows(standard!).find((row) => row.startsWith("22|"))).toBe(
    "22||在居村民公约中体现绿色社区创建相关内容|3|2|2.5|3||社区办|水务所、社发办、派出所、规保办、市场所、城建中心|",
  );
  expect(showRows(standard!)).toHaveLength(32);
});

test.each([
  ["003", [32, 11]],
  ["004", [38, 8, 2]],
])("%s: tables cut by page breaks are one each, their rows as they stand", async (number, rows) => {
  expect((await tablesOf(number)).map((table) => showRows(table).length)).toEqual(rows);
});

test("004: a category set in single characters is closed up", async () => {
  const [standard] = await tablesOf("004");
  expect(showRows(standard!)[1]).toMatch(/^一、建立健全人居环境建设和整治机制\(10 分\)\|/);
});
