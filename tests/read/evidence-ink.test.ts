import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { digitiseStages } from "../../pipelines/digitise.ts";
import type { Box, Evidence } from "../../schemas/evidence.ts";
import { locate } from "../../src/core/passage.ts";
import { squash } from "../../src/core/tidy.ts";
import { readDocument } from "../../src/read/index.ts";
import { cleanBlocks } from "../../src/structure/structure.ts";
import { drawPicture } from "./draw-picture.ts";
import { openDrawing } from "./drawn-page.ts";

/** The pages that are drawn: text, a signature block, tables. The drawing takes the time. */
const PAGES = [1, 2, 5, 8];
/** White at a box's edge, in em: what a character leaves free in its em box; 。（） and the like leave half of it. A line may end with one. */
const LOOSE = 0.4;
const LOOSE_MARK = 0.75;
const FIRST_MARK = /^[（《“‘〔【]/u;
const LAST_MARK = /[）》”’〕】。，、：；！？]$/u;
/** How near to a box's edge (em) the characters must part. */
const CUT = 0.1;

/** A quote's place, how large its characters are (points), and whether it stands on one line. */
interface Quote {
  readonly quote: string;
  readonly page: number;
  readonly box: Box;
  readonly em: number;
  readonly isOneLine: boolean;
}

const FORMATS = new URL("../../fixtures/formats/", import.meta.url);

async function readQuotes(path: string): Promise<Quote[]> {
  const { document, plan } = await digitiseStages(readFileSync(new URL(path, FORMATS)), path);
  const places = new Map(evidenceIn(plan).map((each) => [`${each.block}:${each.start}-${each.end}`, each]));
  return [...places.values()]
    .filter(({ page }) => PAGES.includes(page ?? 0))
    .map(({ block, start, end, quote, page, bbox }) => {
      const run = document.blocks[block]!.runs.find((each) => each.start < end && each.end > start)!;
      const em = run.bbox[3] - run.bbox[1];
      return { quote, page: page!, box: bbox!, em, isOneLine: bbox![3] - bbox![1] < 1.2 * em };
    });
}

function evidenceIn(value: unknown): Evidence[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "evidence" in value ? (value.evidence as Evidence[]) : [];
  return [...own, ...Object.values(value).flatMap(evidenceIn)];
}

const opened = new Map<string, ReturnType<typeof openDrawing>>();

function openPdf(stem: string): ReturnType<typeof openDrawing> {
  const drawing = opened.get(stem) ?? openDrawing(new URL(`${stem}/plan.pdf`, FORMATS));
  opened.set(stem, drawing);
  return drawing;
}

/** The OFD files were made from the PDFs: the PDF's pages show both. */
describe.each([
  ["001_13842449fc20d73d", "plan.pdf"],
  ["001_13842449fc20d73d", "plan.ofd"],
  ["002_bec9de873ccecc5a", "plan.pdf"],
  ["003_0648c47208080c43", "plan.ofd"],
])("%s/%s", async (stem, name) => {
  const quotes = await readQuotes(`${stem}/${name}`);
  const drawn = await openPdf(stem);
  await Promise.all(PAGES.map(drawn));

  test("every quote on the pages looked at has a box, inside its page, with ink in it", async () => {
    expect(quotes.length).toBeGreaterThan(10);
    for (const { quote, page, box } of quotes) {
      const { width, height, inkWithin } = await drawn(page);
      const [x0, y0, x1, y1] = box;
      expect(0 <= x0 && x0 < x1 && x1 <= width && 0 <= y0 && y0 < y1 && y1 <= height, quote).toBe(true);
      expect(inkWithin(box), quote).not.toBeNull();
    }
  });

  test("every box is tight: ink reaches near each of its sides", async () => {
    for (const { quote, page, box, em, isOneLine } of quotes) {
      const ink = (await drawn(page)).inkWithin(box)!;
      const loose = box.map((side, at) => Math.abs(side - ink[at]!) / em);
      expect(loose[0], `left of ${quote}`).toBeLessThan(FIRST_MARK.test(quote) ? LOOSE_MARK : LOOSE);
      expect(loose[2], `right of ${quote}`).toBeLessThan(LAST_MARK.test(quote) || !isOneLine ? LOOSE_MARK : LOOSE);
      expect(Math.max(loose[1]!, loose[3]!), `above or below ${quote}`).toBeLessThan(LOOSE);
    }
  });

  test("no box cuts a character, and what stands in one on a line is its quote, no more and no less", async () => {
    const lines = quotes.filter(({ isOneLine }) => isOneLine);
    expect(lines.length).toBeGreaterThan(5);
    for (const { quote, page, box, em } of lines) {
      const { isGap, textWithin } = await drawn(page);
      const [x0, y0, x1, y1] = box;
      expect(isGap(x0, y0 + 0.1 * em, y1 - 0.1 * em, CUT * em), `cut at the left of ${quote}`).toBe(true);
      expect(isGap(x1, y0 + 0.1 * em, y1 - 0.1 * em, CUT * em), `cut at the right of ${quote}`).toBe(true);
      expect(squash(textWithin(box))).toBe(squash(quote));
    }
  });
});

/** Where the picture lies on the page that it shows a part of (points). */
const PART = { page: 8, top: 180, height: 300, bottom: 446 };
const SIZE = 12;

test("characters recognised in a picture have boxes that hold them, no more and no less", {
  timeout: 60_000,
}, async () => {
  const stem = "001_13842449fc20d73d";
  const picture = await drawPicture(new URL(`${stem}/plan.pdf`, FORMATS), PART);
  const { blocks } = cleanBlocks((await readDocument(picture, { fileName: "scan.png" })).value.blocks);
  const { isGap, textWithin } = await (await openPdf(stem))(PART.page);
  const places = blocks.flatMap((block) =>
    Array.from({ length: Math.floor(block.text.length / 4) }, (_, index) => locate(block, 4 * index, 4 * index + 4)),
  );
  const lines = places.filter(({ bbox }) => bbox![3] - bbox![1] < 1.5 * SIZE);
  expect(lines.length).toBeGreaterThan(30);
  for (const { quote, bbox } of lines) {
    const [x0, y0, x1, y1] = [bbox![0], bbox![1] + PART.top, bbox![2], bbox![3] + PART.top];
    expect(squash(textWithin([x0, y0, x1, y1]))).toBe(squash(quote));
    expect(
      [x0, x1].every((x) => isGap(x, y0 + 1, y1 - 1, 0.15 * SIZE)),
      quote,
    ).toBe(true);
  }
});
