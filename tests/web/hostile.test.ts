import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRecord } from "../../schemas/document-record.ts";
import { keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { HOSTILE, HOSTILE_WORDS } from "./support/small-plans.ts";

let web: Web;
let record: DocumentRecord;

beforeAll(async () => {
  web = await openWeb();
  [record] = [...(await web.upload([HOSTILE])).values()] as [DocumentRecord];
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const TABS = ["overview", "targets", "phases", "tasks", "matrix", "units", "findings", "review"];

/** Nothing that came of the file is an element, a link with code, or wider than the window. */
const INSPECT = `JSON.stringify({
  foreign: document.querySelectorAll("#app script, #app img:not([src^='/']), #app svg:not(.time-line), #app iframe").length,
  links: [...document.querySelectorAll("a")].filter(({ href }) => !/^https?:/.test(href)).length,
  width: document.documentElement.scrollWidth,
})`;

test(
  "words that try to be code, links or overrides are only ever text, in every view",
  async () => {
    const views = ["/", "/lineage", "/upload", ...TABS.map((tab) => `/documents/${record.id}?tab=${tab}`)];
    for (const view of views) {
      for (const width of [1280, 390]) {
        const page = await web.open(view, { viewport: { width, height: 800 } });
        await page.locator("h1").first().waitFor();
        await page.waitForLoadState("networkidle");
        const seen = JSON.parse(await page.evaluate(INSPECT)) as Record<string, number>;
        expect({ view, ...seen }).toEqual({ view, foreign: 0, links: 0, width });
        await page.context().close();
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
