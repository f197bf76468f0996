import { afterAll, beforeAll, expect, test } from "vitest";
import { openWeb, PATIENCE, type Web } from "./support/open-web.ts";

let web: Web;

beforeAll(async () => {
  // Nobody works on them: what is tested is the page with a thousand rows, not the readers.
  web = await openWeb({ workers: "0" });
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const SEND = `(() => {
  const data = new DataTransfer();
  for (let at = 1; at <= 1000; at++) data.items.add(new File(["方案 " + at], "plan-" + String(at).padStart(4, "0") + ".txt"));
  const input = document.querySelector('input[type=file]');
  input.files = data.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
})()`;

/** Scrolls through the list, frame after frame, and gives the longest time between two frames. */
const SCROLL = `new Promise((done) => {
  const list = document.querySelector(".submission-table");
  const times = [];
  const step = (now) => {
    times.push(now);
    list.scrollTop += 400;
    if (times.length < 60) requestAnimationFrame(step);
    else done(times.slice(1).map((time, at) => time - times[at]).toSorted((a, b) => a - b)[Math.floor(times.length / 2)]);
  };
  requestAnimationFrame(step);
})`;

test(
  "a thousand files at once: only the rows in view are there, and they scroll smoothly",
  async () => {
    const page = await web.open("/upload");
    await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
    await page.evaluate(SEND);
    await page.waitForURL(/\/batches\//u, { timeout: PATIENCE });
    await page.getByText("0 / 1000 完成").waitFor({ timeout: PATIENCE });
    expect(await page.locator(".submission-table tbody tr").count()).toBeLessThan(60);
    expect(Number(await page.evaluate(SCROLL))).toBeLessThan(100);
    await page.evaluate(`document.querySelector(".submission-table").scrollTop = 1_000_000`);
    await page.getByText("plan-1000.txt").waitFor();
    const { items } = await web.service.json<{ items: { counts: { queued: number } }[] }>("/api/batches");
    expect(items.map(({ counts }) => counts.queued)).toEqual([1000]);
  },
  3 * PATIENCE,
);
