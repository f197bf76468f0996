import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { digitise } from "../../pipelines/digitise.ts";
import type { Plan } from "../../schemas/plan.ts";
import { readDocument } from "../../src/read/index.ts";
import { LONG_ITEMS, LONG_TABLE } from "../helpers/long-table.ts";

const FOLDER = new URL("../../fixtures/difficulties/", import.meta.url);
/** Recognition is slow where other work runs beside it. */
const PATIENCE = 300_000;

const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));
const digitiseFile = (name: string): Promise<Plan> => digitise(bytesOf(name), name);

describe("one table over three pages, merged cells over both page breaks", () => {
  const tableOf = ({ standards }: Plan) =>
    standards.map(({ items, categories, total }) => ({
      items: items.map(({ number, category, criterion, points, scoring }) => {
        return { number, category, criterion, points, scoring };
      }),
      categories,
      total,
    }));
  const pagesOf = ({ standards }: Plan) =>
    new Set(standards[0]!.items.flatMap(({ evidence }) => evidence.map(({ page }) => page)));
  const docx = digitiseFile("table-over-three-pages.docx");

  test("docx holds the forty rows, each with its category", async () => {
    expect(tableOf(await docx)).toEqual([
      { items: LONG_ITEMS, categories: LONG_TABLE.map(([name]) => ({ name, points: null })), total: 100 },
    ]);
  });

  test.each(["table-over-three-pages.pdf", "table-over-three-pages.ofd", "table-over-three-pages-scan.pdf"])(
    "%s gives what docx gives, from three pages",
    async (name) => {
      const plan = await digitiseFile(name);
      expect(tableOf(plan)).toEqual(tableOf(await docx));
      expect(pagesOf(plan)).toEqual(new Set([2, 3, 4]));
    },
    PATIENCE,
  );

  test("the breaks of the OFD cut rows 15 and 30 in two", async () => {
    const { value } = await readDocument(bytesOf("table-over-three-pages.ofd"), { fileName: "plan.ofd" });
    const { cells } = value.blocks.find((block) => block.kind === "table")!;
    const pagesOfRow = (number: string) => {
      const { row } = cells.find(({ column, text }) => column === 1 && text === number)!;
      return new Set(
        cells.flatMap((cell) => (cell.row === row && cell.column > 0 ? cell.runs : [])).map((run) => run.page),
      );
    };
    expect(["15", "29", "30"].map(pagesOfRow)).toEqual([new Set([2, 3]), new Set([3]), new Set([3, 4])]);
  });
});
