import { afterAll, beforeAll, expect, test } from "vitest";
import { findBarriers } from "./support/find-barriers.ts";
import { keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { readPrint } from "./support/read-print.ts";
import { writeTaskPlan } from "./support/task-plans.ts";
import { frameTime, openTime } from "./support/timings.ts";

const GROUPS = 50;
const ROWS = GROUPS * 20;
/** From the server's answer to the sight of it. */
const MOST_OPEN_MILLIS = 2_000;
/** A frame that takes no longer is no jerk, on a machine with other work. */
const MOST_FRAME_MILLIS = 100;
/** Words of the last row but four, and of none else. */
const LATE = `完善第${GROUPS}类第16批`;

let web: Web;
let path: string;

beforeAll(async () => {
  web = await openWeb();
  const files = [writeTaskPlan("四川省", GROUPS, false), writeTaskPlan("梓潼县", GROUPS, true)];
  const [template, local] = [...(await web.upload(files)).values()].map(({ id }) => id);
  const [made] = await web.service.json<{ id: string }[]>("/api/comparisons", {
    method: "POST",
    body: { template, locals: [local] },
  });
  path = `/comparisons/${made!.id}`;
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const ROW = "#tasks tr[data-relation]";

test(
  "a thousand rows open in under two seconds, scroll smoothly, and the page finds words in the last of them",
  async () => {
    const page = await web.open("/compare");
    await page.locator("h1").waitFor();
    const times: number[] = [];
    for (let round = 0; round < 3; round++)
      times.push(await openTime(page, web.service.url + path, `/api${path}`, ROW));
    expect(Math.min(...times)).toBeLessThan(MOST_OPEN_MILLIS);
    await expect.poll(() => page.locator(ROW).count(), { timeout: PATIENCE / 4 }).toBeGreaterThanOrEqual(ROWS);
    const frames = [await frameTime(page, "html", 0, 400), await frameTime(page, "html", 0, -200)];
    expect(Math.min(...frames)).toBeLessThan(MOST_FRAME_MILLIS);
    expect(await page.evaluate(`find(${JSON.stringify(LATE)})`)).toBe(true);
    expect(await page.evaluate("String(getSelection())")).toBe(LATE);
    const found = page.locator(ROW, { hasText: LATE }).first();
    await expect.poll(async () => (await found.boundingBox())!.y, { timeout: 20_000 }).toBeLessThan(860);
    await keepScreenshot(page, "comparison-long");
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  "on paper all rows stand, printed as soon as the first are seen; what is there for the screen only is not",
  async () => {
    const page = await web.open(`${path}?relation=identical`, { language: "en" });
    await page.locator(ROW).first().waitFor();
    const { words } = await readPrint(page);
    // Of each group, the tasks with the template's share and without the added sentence.
    for (let group = 1; group <= GROUPS; group++)
      for (const number of [3, 6, 9, 15, 18]) expect(words).toContain(`第${group}类第${number}批`);
    expect(words).not.toContain("Print");
    expect(words).not.toContain("XLSX");
  },
  PATIENCE,
);

test(
  "the rows are read one below the other on a dark phone, the fields of changes named in English",
  async () => {
    const page = await web.open(path, { viewport: { width: 390, height: 844 }, colorScheme: "dark", language: "en" });
    await page.locator(ROW).first().waitFor();
    const changed = page.locator('#targets tr[data-relation="changed"] .changes b, #tasks .changes b');
    expect(["text", "value"]).toContain(await changed.first().innerText());
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await keepScreenshot(page, "comparison-long-phone-dark");
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);

test("the browser had nothing to complain of", () => {
  expect(web.complaints).toEqual([]);
});
