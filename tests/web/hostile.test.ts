import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRecord } from "../../schemas/document-record.ts";
import { fixture, keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { HOSTILE, HOSTILE_WORDS } from "./support/small-plans.ts";

let web: Web;
let record: DocumentRecord;

beforeAll(async () => {
  web = await openWeb();
  [record] = [...(await web.upload([HOSTILE])).values()] as [DocumentRecord];
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const TABS = ["overview", "targets", "phases", "tasks", "matrix", "units", "findings", "review"];

/** Which elements reach out of a window that is too narrow for the page. */
const WIDE = `document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll("#app *")].filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map(({ tagName, className }) => tagName + "." + className).slice(0, 12)
  : []`;

/** Nothing that came of the file is an element, a link with code, or wider than the window. */
const INSPECT = `JSON.stringify({
  foreign: document.querySelectorAll("#app script, #app img:not([src^='/']), #app svg:not(.time-line), #app iframe").length,
  links: [...document.querySelectorAll("a")].filter(({ href }) => !/^https?:/.test(href)).length,
  width: document.documentElement.scrollWidth,
  wide: ${WIDE},
})`;

test(
  "words that try to be code, links or overrides are only ever text, in every view",
  async () => {
    const views = ["/", "/lineage", "/upload", ...TABS.map((tab) => `/documents/${record.id}?tab=${tab}`)];
    for (const width of [1280, 390]) {
      const page = await web.open("/", { viewport: { width, height: 800 } });
      for (const view of views) {
        await page.goto(web.service.url + view);
        await page.locator("h1").first().waitFor();
        await page.waitForLoadState("networkidle");
        const seen = JSON.parse(await page.evaluate(INSPECT)) as Record<string, unknown>;
        expect({ view, ...seen }).toEqual({ view, foreign: 0, links: 0, width, wide: [] });
      }
    }
    expect(web.complaints).toEqual([]);
  },
  4 * PATIENCE,
);

test(
  "the hostile words themselves can be read, in the plan and in its source",
  async () => {
    const page = await web.open(`/documents/${record.id}?tab=overview`);
    await page.locator("h1").getByText(HOSTILE_WORDS[0]).waitFor();
    await page.locator(".paper").getByText(HOSTILE_WORDS[1]).waitFor();
    expect(await page.title()).toContain(HOSTILE_WORDS[0]);
    // It stands below a word of ten thousand characters: the link to its fact leads there.
    const far = await web.open(`/documents/${record.id}?fact=phases/0`);
    await far.locator(".paper").getByText(HOSTILE_WORDS[2]).waitFor();
    await keepScreenshot(far, "hostile");
  },
  PATIENCE,
);

const OVERRIDE = "\u202E";
const NAME = `<img src=x onerror=alert(6)>${OVERRIDE}`;
/** What a person types may be as bad as what a file holds. */
const REMARK = `<script>alert(7)</script>[链接](javascript:alert(8))${OVERRIDE}反向${"长".repeat(1500)}`;

async function expectHarmless(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  const { width } = page.viewportSize()!;
  const seen = JSON.parse(await page.evaluate(INSPECT)) as Record<string, unknown>;
  expect(seen).toEqual({ foreign: 0, links: 0, width, wide: [] });
  expect(await page.locator("body").innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
}

test(
  "an upload shows hostile names, what became of them and why they were refused as text",
  async () => {
    const encrypted = fixture("fixtures/difficulties/encrypted.pdf").bytes;
    const files = [
      { name: `${NAME}.pdf`, buffer: Buffer.from(encrypted) },
      { name: `again${NAME}.txt`, buffer: Buffer.from(HOSTILE.bytes) },
      { name: `program${NAME}.pdf`, buffer: Buffer.from("MZ\u0000\u0001") },
      { name: `${NAME}.exe`, buffer: Buffer.from("MZ") },
      { name: `empty${NAME}.txt`, buffer: Buffer.alloc(0) },
    ].map((file) => ({ ...file, mimeType: "application/octet-stream" }));
    for (const width of [1280, 390]) {
      const page = await web.open(`/upload?template=${record.id}`, { viewport: { width, height: 800 } });
      await page.getByText("将与这份方案比对：").waitFor();
      await expectHarmless(page);
      await page.getByLabel("选择文件", { exact: true }).setInputFiles(files);
      await page.waitForURL(/\/batches\//u);
      await page.getByText("已加密，需要密码").waitFor({ timeout: PATIENCE });
      await page.locator(".batch-comparisons").getByText("已有 0 份").waitFor({ timeout: PATIENCE });
      expect(await page.locator(".note.warn li").count()).toBe(3);
      await expectHarmless(page);
      await keepScreenshot(page, `hostile-upload-${width}`);
      await page.context().close();
    }
    // What the server refused is a failed request to the browser.
    expect(web.complaints.filter((said) => !said.includes("415"))).toEqual([]);
    web.complaints.length = 0;
  },
  4 * PATIENCE,
);

test(
  "what people write in a review is text too: remarks, corrections, verdicts, their editors and the collection after them",
  async () => {
    const path = `/api/documents/${record.id}`;
    const post = (what: string, body: object) =>
      web.service.json(`${path}/${what}`, { method: "POST", body, status: 201 });
    await post("comments", { path: "/tasks/0", text: REMARK });
    await post("comments", { text: REMARK });
    await post("corrections", { path: "/tasks/0/title", value: REMARK, why: REMARK });
    await post("corrections", { path: "/header/issuers", value: [`${NAME}局`], why: "" });
    await post("reviews", { verdict: "approved", note: REMARK });
    for (const width of [1280, 390]) {
      const open = (view: string) => web.open(view, { viewport: { width, height: 800 } });
      const tasks = await open(`/documents/${record.id}?tab=tasks`);
      const fact = tasks.locator('.facts [data-fact="tasks/0"]');
      await fact.getByText("<script>alert(7)</script>").first().waitFor();
      await expectHarmless(tasks);
      await fact.getByRole("button", { name: "添加意见" }).click();
      await expectHarmless(tasks);
      await tasks.keyboard.press("Escape");
      await fact.getByRole("button", { name: "更正" }).click();
      await expectHarmless(tasks);
      await tasks.context().close();
      const review = await open(`/documents/${record.id}?tab=review`);
      await review.locator(".remark").first().getByText("<script>alert(7)</script>").waitFor();
      await expectHarmless(review);
      await review.context().close();
      const collection = await open("/?text=%3Cscript%3Ealert(7)%3C%2Fscript%3E");
      await collection.getByRole("button", { name: "清除筛选" }).click();
      await collection.getByLabel("选择已载入的全部方案").check();
      await collection.locator(".selection-bar .menu summary").click();
      await expectHarmless(collection);
      await collection.context().close();
    }
    expect(web.complaints).toEqual([]);
  },
  4 * PATIENCE,
);

test(
  "an override turns no words over: they are read in the order in which they stand in the file",
  async () => {
    const page = await web.open(`/documents/${record.id}?fact=phases/0`);
    await page.locator(".paper").getByText("\uFFFD反向文字").waitFor();
    await page.locator(".facts").getByText("\uFFFD反向文字").waitFor();
    expect(await page.locator("body").innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  },
  PATIENCE,
);
