import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { traceTasks } from "./support/trace-tasks.ts";

const FILES = 1000;
/** A person sees the page stand still from about here on. */
const LONG_MILLIS = 200;

let web: Web;

beforeAll(async () => {
  web = await openWeb({ workers: "1" });
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

/** In a person's browser the files are there before they are dropped. */
const MAKE_FILES = `(() => {
  const data = new DataTransfer();
  for (let at = 1; at <= ${FILES}; at++) data.items.add(new File(["方案 " + at], "plan-" + String(at).padStart(4, "0") + ".txt"));
  window.madeFiles = data;
})()`;
const DROP = `window.dispatchEvent(new DragEvent("drop", { dataTransfer: madeFiles, cancelable: true, bubbles: true }))`;

/** Scrolls through the list, frame after frame. */
const SCROLL = `new Promise((done) => {
  const list = document.querySelector(".submission-table");
  let frames = 0;
  const step = () => {
    list.scrollTop += 400;
    if (++frames < 60) requestAnimationFrame(step);
    else done();
  };
  requestAnimationFrame(step);
})`;

const doneOf = async (page: Page): Promise<number> =>
  Number(/^\d+/u.exec(await page.locator(".batch [role=status] b").innerText())?.[0]);

/** The page tells by itself, while a worker is at it, that ever more files are done. */
async function watchProgress(page: Page): Promise<readonly number[]> {
  const seen = [await doneOf(page)];
  while (seen.length < 5) {
    await expect.poll(() => doneOf(page), { timeout: PATIENCE }).toBeGreaterThan(seen.at(-1)!);
    seen.push(await doneOf(page));
  }
  return seen;
}

test(
  "a thousand files dropped at once: the page never stands still, only the rows in view are there, and each file's progress is live",
  async () => {
    const page = await web.open("/upload");
    await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
    await page.evaluate(MAKE_FILES);
    const tasks = await traceTasks(page, async () => {
      await page.evaluate(DROP);
      await page.waitForURL(/\/batches\//u, { timeout: PATIENCE });
      await page.getByText(`/ ${FILES} 完成`).waitFor({ timeout: PATIENCE });
      expect(await page.locator(".submission-table tbody tr").count()).toBeLessThan(60);
      await watchProgress(page);
      await page.evaluate(SCROLL);
    });
    await keepScreenshot(page, "thousand-files");
    expect(tasks.length).toBeGreaterThan(100);
    expect(tasks.filter((millis) => millis > LONG_MILLIS)).toEqual([]);
    await page.evaluate(`document.querySelector(".submission-table").scrollTop = 1_000_000`);
    await page.getByText(`plan-${FILES}.txt`).waitFor();
    expect(await page.locator(".submission-table tbody tr").count()).toBeLessThan(60);
    const { items } = await web.service.json<{ items: { counts: Record<string, number> }[] }>("/api/batches");
    expect(items).toHaveLength(1);
    const { queued, running, done, failed } = items[0]!.counts as Record<
      "queued" | "running" | "done" | "failed",
      number
    >;
    expect([queued + running + done, failed]).toEqual([FILES, 0]);
  },
  3 * PATIENCE,
);
