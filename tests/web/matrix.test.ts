import { afterAll, beforeAll, expect, test } from "vitest";
import type { Matrix } from "../../schemas/matrix.ts";
import { writeCountyPlans } from "./support/county-plans.ts";
import { findBarriers } from "./support/find-barriers.ts";
import { keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { readPrint } from "./support/read-print.ts";
import { frameTime, openTime } from "./support/timings.ts";

const PLANS = 100;
/** From the server's answer to the sight of it. */
const MOST_OPEN_MILLIS = 2_000;
/** A frame that takes no longer is no jerk, on a machine with other work. */
const MOST_FRAME_MILLIS = 100;

let web: Web;
let path: string;
let matrix: Matrix;

beforeAll(async () => {
  web = await openWeb({ workers: "2" });
  const documents = [...(await web.upload(writeCountyPlans(PLANS))).values()].map(({ id }) => id);
  const { id } = await web.service.json<{ id: string }>("/api/matrices", {
    method: "POST",
    body: { template: null, documents },
  });
  path = `/matrices/${id}`;
  matrix = await web.service.json<Matrix>(`/api${path}`);
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

test(
  "a hundred plans open in under two seconds, and scroll smoothly to the last of them",
  async () => {
    expect(matrix.plans).toHaveLength(PLANS);
    const page = await web.open("/compare");
    await page.locator("h1").waitFor();
    const times: number[] = [];
    for (let round = 0; round < 3; round++)
      times.push(await openTime(page, web.service.url + path, `/api${path}`, ".matrix-table td.cell"));
    expect(Math.min(...times)).toBeLessThan(MOST_OPEN_MILLIS);
    const drawn = () => page.locator(".matrix-table tbody td").count();
    expect(await drawn()).toBeLessThan((PLANS * matrix.rows.length) / 3);
    await keepScreenshot(page, "matrix-hundred");
    const frames = [
      await frameTime(page, ".compare-matrix", 200, 0),
      await frameTime(page, ".compare-matrix", -200, 20),
    ];
    expect(Math.min(...frames)).toBeLessThan(MOST_FRAME_MILLIS);
    expect(await drawn()).toBeLessThan((PLANS * matrix.rows.length) / 3);
    await page.locator(".compare-matrix").evaluate((node) => node.scrollTo(100_000, 100_000));
    await page.locator(`.matrix-table thead [aria-colindex="${PLANS + 1}"]`).waitFor();
    const lastRow = page.locator(`.matrix-table [aria-rowindex="${matrix.rows.length + 1}"]`);
    const label = (await lastRow.locator("th.label").boundingBox())!;
    const head = (await page.locator(".matrix-table thead .label").boundingBox())!;
    const frame = (await page.locator(".compare-matrix").boundingBox())!;
    expect(Math.abs(label.x - frame.x)).toBeLessThan(3);
    expect(Math.abs(head.y - frame.y)).toBeLessThan(3);
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  "on paper all rows of all plans stand, not only those in view",
  async () => {
    const page = await web.open(path);
    await page.locator(".matrix-table td.cell").first().waitFor();
    await page.locator(".compare-matrix").evaluate((node) => node.scrollTo(1280, 0));
    const { words, sheets } = await readPrint(page);
    expect(words).toContain("第1至9份方案，共100份");
    for (const { jurisdiction } of matrix.plans) expect(words).toContain(jurisdiction);
    const tables = Math.ceil(PLANS / 9);
    for (const { label } of matrix.rows.filter(({ section }) => section === "tasks"))
      expect(words.split(label).length - 1).toBeGreaterThanOrEqual(tables);
    expect(sheets).toBeLessThanOrEqual(tables * 2);
    // The screen is as it was.
    expect(await page.locator(".printed-matrix").count()).toBe(0);
    expect(await page.locator(".compare-matrix").evaluate((node) => node.scrollLeft)).toBe(1280);
  },
  PATIENCE,
);

test(
  "a hundred plans can be looked through on a dark phone in English",
  async () => {
    const page = await web.open(path, { viewport: { width: 390, height: 844 }, colorScheme: "dark", language: "en" });
    await page.locator(".matrix-table td.cell").first().waitFor();
    await page.getByRole("button", { name: "Print" }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await page.locator(".compare-matrix").evaluate((node) => node.scrollTo(6000, 0));
    await expect.poll(() => page.locator('.matrix-table thead [aria-colindex="47"]').isVisible()).toBe(true);
    await keepScreenshot(page, "matrix-hundred-phone-dark");
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    await page.getByText("Plans 100 to 100 of 100").waitFor();
  },
  PATIENCE,
);

test("the browser had nothing to complain of", () => {
  expect(web.complaints).toEqual([]);
});
