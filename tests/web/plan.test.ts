import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRecord } from "../../schemas/document-record.ts";
import { fixture, keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";

const FORMATS = "fixtures/formats";

let web: Web;
let documents: ReadonlyMap<string, DocumentRecord>;

beforeAll(async () => {
  web = await openWeb();
  documents = await web.upload([
    fixture(`${FORMATS}/002_bec9de873ccecc5a/plan.pdf`),
    fixture(`${FORMATS}/001_13842449fc20d73d/plan.ofd`),
    fixture(`${FORMATS}/003_0648c47208080c43/plan.docx`),
    fixture("fixtures/difficulties/seal-over-text.png", "scan.png"),
  ]);
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const open = (name: string, query: string, options = {}): Promise<Page> =>
  web.open(`/documents/${documents.get(name)!.id}?${query}`, options);

/** Where the words that are lit up stand in the window, as a person would see them. */
const litBox = async (page: Page) => {
  const lit = page.locator(".lit-box").first();
  await lit.waitFor();
  await expect.poll(async () => (await lit.boundingBox())?.y, { timeout: 20_000 }).toBeLessThan(860);
  return (await lit.boundingBox())!;
};

test(
  "a link to a target of a PDF opens its tab, lights it up, and shows its words on the right page",
  async () => {
    const page = await open("plan.pdf", "fact=targets/0");
    await page.locator('[data-fact="targets/0"][data-lit]').getByText("45 %").waitFor();
    await page.locator('[data-page="2"].drawn').waitFor();
    const box = await litBox(page);
    expect(box.width).toBeGreaterThan(100);
    const sheet = (await page.locator('[data-page="2"]').boundingBox())!;
    expect(box.y).toBeGreaterThan(sheet.y);
    expect(box.y + box.height).toBeLessThan(sheet.y + sheet.height);
    await keepScreenshot(page, "plan-pdf");
  },
  PATIENCE,
);

test(
  "pointing at a fact lights up its words, and pointing at the source lights up the fact",
  async () => {
    const page = await open("plan.pdf", "tab=targets");
    await page.locator('[data-fact="targets/1"]').hover();
    const box = await litBox(page);
    await page.mouse.move(5, 5);
    await expect.poll(() => page.locator(".lit-box").count()).toBe(0);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('[data-fact="targets/1"][data-lit]').waitFor();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForURL(/fact=targets\/1/u);
  },
  PATIENCE,
);

test(
  "an OFD shows its drawn pages with the phases as a time line, in the dark too",
  async () => {
    const page = await open("plan.ofd", "fact=phases/0", { colorScheme: "dark" });
    await page.locator(".time-line .bar").first().waitFor();
    await page.locator(".time-line").getByText("2021-10 — 2022-11").waitFor();
    await litBox(page);
    await page.locator(".page-sheet.drawn").first().waitFor();
    await keepScreenshot(page, "plan-ofd-dark");
  },
  PATIENCE,
);

test(
  "a DOCX is clean text and tables; a row of its standard lights up all of its cells",
  async () => {
    const page = await open("plan.docx", "fact=standards/0/items/3");
    await page.locator(".source-table mark").first().waitFor();
    await expect.poll(() => page.locator(".source-table tr:has(mark)").count()).toBe(1);
    expect(await page.locator(".category-row").first().innerText()).toMatch(/原文 25/u);
    await keepScreenshot(page, "plan-docx");
    await page.locator('[data-fact="standards/0/items/4"]').hover();
    await expect.poll(() => page.locator(".source-table tr:has(mark)").innerText()).toMatch(/^5\s/u);
  },
  PATIENCE,
);

test(
  "pointing at words of a text lights up the fact that they prove",
  async () => {
    const page = await open("plan.docx", "fact=targets/0");
    const mark = page.locator(".paper mark").first();
    await mark.waitFor();
    await expect.poll(async () => (await mark.boundingBox())?.y, { timeout: 20_000 }).toBeLessThan(800);
    // The first line of it: the middle of a mark over two lines may be beside its words.
    const [x, y] = (await page.evaluate(
      `(() => { const { left, top, height } = document.querySelector(".paper mark").getClientRects()[0]; return [left + 4, top + height / 2]; })()`,
    )) as [number, number];
    await page.locator(".tabs a", { hasText: "概要" }).click();
    await page.mouse.click(x, y);
    await page.locator('[data-fact="targets/0"][data-lit]').waitFor();
  },
  PATIENCE,
);

test(
  "a scan shows its picture, and each fact how sure its words were recognised",
  async () => {
    const page = await open("scan.png", "tab=tasks");
    await page.locator(".page-sheet.drawn").waitFor();
    await page
      .locator('[data-fact="tasks/0"]')
      .getByText(/识别 \d+%/u)
      .waitFor();
    await page.getByText("含识别文字").waitFor();
    await page.locator('[data-fact="tasks/0"]').hover();
    await litBox(page);
    await keepScreenshot(page, "plan-scan");
  },
  PATIENCE,
);

test(
  "the matrix sets bodies against work, and the back button returns to the tab before",
  async () => {
    const page = await open("plan.ofd", "tab=tasks");
    await page.locator('[data-fact="tasks/0"]').waitFor();
    await page.locator(".tabs a", { hasText: "责任矩阵" }).click();
    await page.locator(".duty-matrix tbody tr").first().waitFor();
    expect(await page.locator(".duty-matrix .role").count()).toBeGreaterThan(8);
    await keepScreenshot(page, "plan-matrix");
    await page.goBack();
    await page.locator('[data-fact="tasks/0"]').waitFor();
    await page.reload();
    await page.locator('.tabs a[aria-current="page"]', { hasText: "任务措施" }).waitFor();
  },
  PATIENCE,
);

test(
  "on a phone one side is shown at a time, in English where it was chosen",
  async () => {
    const page = await open("plan.pdf", "tab=targets", { viewport: { width: 390, height: 800 }, language: "en" });
    await page.locator('[data-fact="targets/0"]').waitFor();
    await keepScreenshot(page, "plan-phone");
    await page.locator('[data-fact="targets/0"] .fact-place').click();
    await litBox(page);
    expect(await page.locator(".facts").isVisible()).toBe(false);
    expect(Number(await page.evaluate("document.documentElement.scrollWidth"))).toBeLessThanOrEqual(390);
  },
  PATIENCE,
);

test("the browser had nothing to complain of, and asked no other server", () => {
  expect(web.complaints).toEqual([]);
});
