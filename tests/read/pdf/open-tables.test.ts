import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { OPEN_HEAD, OPEN_ROWS } from "../../helpers/open-standard.ts";

const FOLDER = new URL("../../../fixtures/difficulties/", import.meta.url);
const FILES = ["borderless-table", "three-line-table", "shaded-rows", "dotted-borders", "vertical-category"];

/** Every row with the texts of the cells that it stands in, merged ones among them. */
async function rowsOf(name: string): Promise<string[][]> {
  const bytes = readFileSync(new URL(`${name}.pdf`, FOLDER));
  const { value } = await readPdf(bytes, { fileName: `${name}.pdf` });
  const tables = value.blocks.filter((block) => block.kind === "table");
  expect(tables).toHaveLength(1);
  const { cells } = tables[0]!;
  const last = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
  return Array.from({ length: last }, (_, row) =>
    cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .sort((a, b) => a.column - b.column)
      .map((cell) => cell.text),
  );
}

test.each(FILES)("%s: each row has its category, number, demand and points", async (name) => {
  let open = "";
  const expected = OPEN_ROWS.map(([category, criterion, points], index) => {
    open = category ?? open;
    return [open, String(index + 1), criterion, String(points)];
  });
  expect(await rowsOf(name)).toEqual([[...OPEN_HEAD], ...expected]);
});
