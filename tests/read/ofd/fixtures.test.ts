import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { SourceCell, SourceDocument, SourceLine } from "../../../src/core/source-block.ts";
import { readOfd } from "../../../src/read/ofd/read-ofd.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";

const STEMS = ["001_13842449fc20d73d", "003_0648c47208080c43"];

const bytesOf = (stem: string, name: string): Uint8Array =>
  readFileSync(new URL(`../../../fixtures/formats/${stem}/${name}`, import.meta.url));

const readFixture = async (stem: string): Promise<SourceDocument> =>
  (await readOfd(bytesOf(stem, "plan.ofd"), { fileName: "plan.ofd" })).value;

/** Lines and cells, without spaces that a reader may or may not see. */
const textsOf = ({ blocks }: SourceDocument): unknown[] =>
  blocks.map((block) => {
    if (block.kind === "page-break") return block.page;
    if (block.kind !== "table") return block.text.replace(/ +/gu, "");
    return block.cells.map(({ text, row, column, rowSpan, colSpan }) => ({
      text: text.replace(/ +/gu, ""),
      place: [row, column, rowSpan, colSpan],
    }));
  });

test.each(STEMS)("%s: lines and tables are those of the PDF that it was made from", async (stem) => {
  const pdf = await readPdf(bytesOf(stem, "plan.pdf"), { fileName: "plan.pdf" });
  expect(textsOf(await readFixture(stem))).toEqual(textsOf(pdf.value));
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
      expect(text.slice(end, run.start).trim()).toBe("");
      const [x0, y0, x1, y1] = run.bbox;
      expect(0 <= x0 && x0 < x1 && x1 <= 596 && 0 <= y0 && y0 < y1 && y1 <= 842).toBe(true);
      end = run.end;
    }
    expect(end).toBe(text.length);
  }
});
