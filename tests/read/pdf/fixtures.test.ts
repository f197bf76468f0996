import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { SourceCell, SourceDocument, SourceLine, SourceTable } from "../../../src/core/source-block.ts";
import { squash } from "../../../src/core/tidy.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";

/** What the gold says of a row, and no more than this test asks. */
interface GoldItem {
  readonly number: number;
  readonly category: string | { readonly anyOf: readonly string[] } | null;
  readonly criterion: string;
  readonly points: number | null;
  readonly scoring: string | null;
  readonly methods?: readonly string[];
}

const folder = new URL("../../../fixtures/", import.meta.url);

async function readFixture(stem: string): Promise<SourceDocument> {
  const bytes = readFileSync(new URL(`formats/${stem}/plan.pdf`, folder));
  return (await readPdf(bytes, { fileName: "plan.pdf" })).value;
}

function goldItems(stem: string): GoldItem[] {
  const gold = JSON.parse(readFileSync(new URL(`gold/${stem}.json`, folder), "utf8"));
  return gold.standards.flatMap((standard: { items: GoldItem[] }) => standard.items);
}

const tablesOf = (document: SourceDocument): SourceTable[] => document.blocks.filter((block) => block.kind === "table");

/** Each row's texts, a merged cell's in all of its rows. */
function rowsOf(table: SourceTable): string[][] {
  const rows: string[][] = Array.from(
    { length: Math.max(...table.cells.map((cell) => cell.row + cell.rowSpan)) },
    () => [],
  );
  for (const cell of table.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) rows[row]!.push(squash(cell.text));
  return rows;
}

const holds = (row: readonly string[], readings: readonly (string | number)[]): boolean =>
  readings.some((reading) => row.some((text) => text.includes(squash(String(reading)))));

const STEMS = [
  "000_8a278b583fb0d41d",
  "001_13842449fc20d73d",
  "002_bec9de873ccecc5a",
  "003_0648c47208080c43",
  "004_19e74f7518abefb9",
];

test.each(STEMS)("%s: every row of its standard holds what the gold says, in order", async (stem) => {
  const rows = tablesOf(await readFixture(stem)).flatMap(rowsOf);
  let last = -1;
  for (const item of goldItems(stem)) {
    const at = rows.findIndex(
      (row, index) => index > last && row.some((text) => text.includes(squash(item.criterion))),
    );
    expect(at, item.criterion).toBeGreaterThan(last);
    const wanted = [item.category, item.scoring, item.points, ...(item.methods ?? [])].filter(
      (value) => value !== null,
    );
    for (const value of wanted) {
      const readings = typeof value === "object" ? value.anyOf : [value];
      expect(holds(rows[at]!, readings), `${item.number}: ${readings}`).toBe(true);
    }
    last = at;
  }
});

test.each(STEMS)("%s: runs lie in their text, in order, and within the page", async (stem) => {
  const { blocks } = await readFixture(stem);
  const texts = blocks.flatMap((block): readonly (SourceLine | SourceCell)[] =>
    block.kind === "line" ? [block] : block.kind === "table" ? block.cells : [],
  );
  for (const { text, runs } of texts) {
    let end = 0;
    for (const run of runs) {
      expect(run.start).toBeGreaterThanOrEqual(end);
      expect(run.end).toBeGreaterThan(run.start);
      expect(text.slice(end, run.start).trim()).toBe("");
      const [x0, y0, x1, y1] = run.bbox;
      expect(0 <= x0 && x0 < x1 && x1 <= 596 && 0 <= y0 && y0 < y1 && y1 <= 842).toBe(true);
      end = run.end;
    }
    expect(end).toBe(text.length);
  }
});

test("the row that the page break cuts is one row, with its empty cell of responsible units", async () => {
  const [table] = tablesOf(await readFixture("002_bec9de873ccecc5a"));
  const number = table!.cells.find((cell) => cell.column === 0 && cell.text === "22")!;
  const row = table!.cells.filter((cell) => cell.row === number.row && cell.column !== 1);
  expect(number.rowSpan).toBe(1);
  expect(new Set(row.flatMap((cell) => cell.runs.map((run) => run.page))).size).toBe(2);
  expect(row.at(-1)).toMatchObject({ column: 10, text: "" });
});

test("each table over several pages is one, with its heading once", async () => {
  const shapes = await Promise.all(
    STEMS.map(async (stem) =>
      tablesOf(await readFixture(stem)).map((table) => Math.max(...table.cells.map((cell) => cell.row + cell.rowSpan))),
    ),
  );
  // Counted in plan.docx: heading rows and item rows, and a total row where there is one.
  expect(shapes).toEqual([[22, 23], [17], [32, 10], [30, 11], [38, 11]]);
});
