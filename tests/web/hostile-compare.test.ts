import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Plan } from "../../schemas/plan.ts";
import { fixture, keepScreenshot, openWeb, PATIENCE, type UploadFile, type Web } from "./support/open-web.ts";
import { HOSTILE_WORDS, LONG_WORD, textFile } from "./support/small-plans.ts";

const SEED = "000_8a278b583fb0d41d.txt";
const OVERRIDE = "\u202E";

/** A real plan with a standard, in which common words are followed by code, a mark that turns words over, and a word without end. */
function writeHostile(): UploadFile {
  const text = readFileSync(join(import.meta.dirname, "../../seeds", SEED), "utf8")
    .replaceAll("居民", `居民${HOSTILE_WORDS[0]}`)
    .replaceAll("环境", `环境${HOSTILE_WORDS[1]}${OVERRIDE}反向`)
    .replaceAll("物业", `物业[链接](${HOSTILE_WORDS[2]})`)
    .replace("党组织", `党组织${LONG_WORD}`);
  return textFile(`bad<img src=x onerror=alert(4)>${OVERRIDE}.txt`, text);
}

let web: Web;
let views: string[] = [];

beforeAll(async () => {
  web = await openWeb();
  const [hostile, plain] = [...(await web.upload([writeHostile(), fixture(`seeds/${SEED}`)])).values()].map(
    ({ id }) => id,
  );
  const post = <T>(path: string, body: unknown): Promise<T> => web.service.json<T>(path, { method: "POST", body });
  const [compared] = await post<{ id: string }[]>("/api/comparisons", { template: plain, locals: [hostile] });
  const matrix = await post<{ id: string }>("/api/matrices", { template: null, documents: [hostile, plain] });
  const plan = await web.service.json<Plan>(`/api/documents/${hostile}/plan`);
  expect(plan.standards.length).toBeGreaterThan(0);
  expect(JSON.stringify(plan.standards)).toContain("<script>");
  const [assessed] = await post<{ id: string }[]>(`/api/documents/${hostile}/assessments`, {
    subject: `${HOSTILE_WORDS[1]}${OVERRIDE}`,
    assessor: HOSTILE_WORDS[0],
    rows: [{ number: 1, points: 1, remark: `${HOSTILE_WORDS[2]}${OVERRIDE}${"长".repeat(200)}` }],
  });
  const form = new FormData();
  form.append("files", new Blob(["%PDF-1.7\ntorn"]), `torn<img src=x onerror=alert(5)>${OVERRIDE}.pdf`);
  await web.service.request("/api/submissions", { method: "POST", body: form });
  const standard = `/documents/${hostile}/standards/0`;
  views = [
    `/compare?template=${plain}&local=${hostile}`,
    `/comparisons/${compared!.id}`,
    `/matrices/${matrix.id}`,
    `/matrices/${matrix.id}?view=phases`,
    `/matrices/${matrix.id}?view=coverage`,
    `/matrices/${matrix.id}?row=standards-1`,
    "/standards",
    standard,
    `${standard}?view=fill`,
    `${standard}?view=saved`,
    `/assessments/${assessed!.id}`,
    "/operations",
    "/operations?part=audit",
  ];
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

/** Nothing that came of a file is an element or a link with code; no mark turns words over; nothing is wider than the window. */
const INSPECT = `JSON.stringify({
  foreign: document.querySelectorAll("#app script, #app img:not([src^='/']), #app svg:not([role=img], .time-line), #app iframe").length,
  links: [...document.querySelectorAll("a")].filter(({ href }) => !/^https?:/.test(href)).length,
  turned: /[\\u202A-\\u202E\\u2066-\\u2069]/.test(document.body.innerText) ||
    [...document.querySelectorAll("#app [title], #app [aria-label]")].some((each) =>
      /[\\u202A-\\u202E\\u2066-\\u2069]/.test((each.getAttribute("title") ?? "") + (each.getAttribute("aria-label") ?? ""))),
  width: document.documentElement.scrollWidth,
})`;

test.each([1280, 390])(
  "what is hostile in a file is only ever text in comparisons, standards and operations, %i pixels wide",
  async (width) => {
    const page = await web.open("/compare", { viewport: { width, height: 800 } });
    const seen: unknown[] = [];
    for (const view of views) {
      await page.goto(web.service.url + view);
      await page.locator("h1").first().waitFor();
      await page.waitForLoadState("networkidle");
      seen.push({ view, ...(JSON.parse(await page.evaluate(INSPECT)) as object) });
    }
    expect(seen).toEqual(views.map((view) => ({ view, foreign: 0, links: 0, turned: false, width })));
    expect(web.complaints).toEqual([]);
  },
  4 * PATIENCE,
);

test(
  "the hostile words themselves can be read, in the order in which they stand",
  async () => {
    const page = await web.open(views[1]!);
    await page.locator("#standards").getByText(HOSTILE_WORDS[0]).first().waitFor();
    await page.locator("#standards").getByText("\uFFFD反向").first().waitFor();
    await keepScreenshot(page, "hostile-comparison");
  },
  PATIENCE,
);
