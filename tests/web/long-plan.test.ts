import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRecord } from "../../schemas/document-record.ts";
import { drawLongPlan } from "./support/long-ofd.ts";
import { keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";

const PAGES = 200;
const MOST_OPEN_MILLIS = 2000;
const BLINK_MILLIS = 400;

let web: Web;
let record: DocumentRecord;

beforeAll(async () => {
  web = await openWeb();
  record = (await web.upload([drawLongPlan(PAGES)])).get("long.ofd")!;
}, 2 * PATIENCE);
afterAll(() => web?.close(), PATIENCE);

/** Milliseconds from asking for the plan until its first page's words and its facts can be read. */
async function openTime(): Promise<{ readonly millis: number; readonly page: Page }> {
  const page = await web.open("/upload");
  await page.locator("h1").waitFor();
  const begun = performance.now();
  await page.goto(`${web.service.url}/documents/${record.id}?tab=targets`);
  await Promise.all([
    page.locator('[data-page="1"] .page-words bdi', { hasText: "工作目标" }).waitFor({ state: "attached" }),
    page.locator('[data-fact="targets/0"]').waitFor(),
  ]);
  return { millis: performance.now() - begun, page };
}

/** Leaps to a page and waits, frame by frame, until there is something to read on it. */
const LEAP = (page: number) => `new Promise((done) => {
  const scroller = document.querySelector(".source-scroller");
  const slot = document.querySelector('[data-page-slot="${page}"]');
  const begun = performance.now();
  scroller.scrollTop += slot.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const look = () => {
    if (slot.querySelector(".page-words bdi")) done(performance.now() - begun);
    else requestAnimationFrame(look);
  };
  look();
})`;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

test(
  "a plan of two hundred pages opens in under two seconds",
  async () => {
    expect(record.pageCount).toBe(PAGES);
    expect(record.counts.tasks).toBeGreaterThan(700);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const { millis, page } = await openTime();
      times.push(millis);
      if (round === 0) await keepScreenshot(page, "plan-long");
      await page.context().close();
    }
    expect(Math.min(...times)).toBeLessThan(MOST_OPEN_MILLIS);
  },
  2 * PATIENCE,
);

test(
  "it scrolls without blank pages longer than a blink, and only pages near are there",
  async () => {
    const { page } = await openTime();
    const times: number[] = [];
    for (const to of [20, 60, 61, 90, 120, 150, 155, 180, 199]) times.push(Number(await page.evaluate(LEAP(to))));
    expect(median(times)).toBeLessThan(BLINK_MILLIS);
    expect(await page.locator("[data-page]").count()).toBeLessThan(16);
    await page.locator('[data-page="199"].drawn').waitFor();
  },
  PATIENCE,
);

test(
  "the last task of eight hundred is found on its page",
  async () => {
    const page = await web.open(`/documents/${record.id}?fact=tasks/${record.counts.tasks - 1}`);
    await page.locator(".lit-box").first().waitFor();
    await expect
      .poll(async () => (await page.locator(".lit-box").first().boundingBox())!.y, { timeout: 20_000 })
      .toBeLessThan(860);
  },
  PATIENCE,
);

test("the browser had nothing to complain of", () => {
  expect(web.complaints).toEqual([]);
});
