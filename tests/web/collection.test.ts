import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRecord } from "../../schemas/document-record.ts";
import { fixture, keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { FAMILY } from "./support/small-plans.ts";

let web: Web;
let documents: ReadonlyMap<string, DocumentRecord>;

beforeAll(async () => {
  web = await openWeb();
  documents = await web.upload([
    ...FAMILY,
    fixture("seeds/000_8a278b583fb0d41d.txt", "a.txt"),
    fixture("seeds/004_19e74f7518abefb9.txt", "b.txt"),
  ]);
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const rowTitles = ".document-table tbody a:not(.badge)";

test(
  "search finds as one types, the address holds it, and the back button takes it away",
  async () => {
    const page = await web.open("/");
    await expect.poll(() => page.locator(rowTitles).count(), { timeout: 30_000 }).toBe(5);
    await keepScreenshot(page, "collection");
    await page.getByLabel("搜索标题、文号、机关、正文").pressSequentially("梓潼县生活垃圾");
    await expect
      .poll(() => page.locator(rowTitles).allInnerTexts(), { timeout: 30_000 })
      .toEqual(["梓潼县生活垃圾分类工作实施方案"]);
    expect(new URL(page.url()).searchParams.get("text")).toBe("梓潼县生活垃圾");
    await page.locator(rowTitles).first().click();
    await page.waitForURL(/\/documents\//u);
    await page.goBack();
    await expect.poll(() => page.locator(rowTitles).count(), { timeout: 30_000 }).toBe(1);
  },
  PATIENCE,
);

test(
  "filters narrow the list by level, place and year",
  async () => {
    const page = await web.open("/?level=province");
    await expect
      .poll(() => page.locator(rowTitles).allInnerTexts(), { timeout: 30_000 })
      .toEqual(["四川省生活垃圾分类工作实施方案"]);
    await page.getByLabel("层级").selectOption("");
    await page.getByLabel("年份").selectOption("2022");
    await expect.poll(() => page.locator(rowTitles).count(), { timeout: 30_000 }).toBe(3);
    await page.getByLabel("地区").selectOption("绵阳市");
    await expect.poll(() => page.locator(rowTitles).count(), { timeout: 30_000 }).toBe(1);
  },
  PATIENCE,
);

test(
  "findings are told beside a plan, and lead to them",
  async () => {
    const page = await web.open("/");
    const { title, counts } = documents.get("b.txt")!;
    const row = page.locator("tr", { hasText: title! });
    expect(counts.findings).toBeGreaterThan(0);
    await row.getByText(`${counts.findings} 处疑点`).click();
    await page.locator('[data-fact="findings/0"]').waitFor();
  },
  PATIENCE,
);

test(
  "plans are chosen together to be compared: the first is the template",
  async () => {
    const page = await web.open("/");
    for (const name of ["province.txt", "county.txt", "city.txt"])
      await page.getByLabel(`选择 ${documents.get(name)!.title}`).check();
    await page.getByText("已选 3 份").waitFor();
    await keepScreenshot(page, "collection-selected");
    const link = await page.getByRole("link", { name: "比对所选" }).getAttribute("href");
    const query = new URL(link!, web.service.url).searchParams;
    expect(query.get("template")).toBe(documents.get("province.txt")!.id);
    expect(query.get("local")).toBe([documents.get("county.txt")!.id, documents.get("city.txt")!.id].join(","));
  },
  PATIENCE,
);

test(
  "the lineage puts the county below its city and the city below its province",
  async () => {
    const page = await web.open("/lineage");
    const branch = page.locator(".lineage li", { hasText: "四川省生活垃圾" }).first();
    await branch
      .locator(":scope > ul > li", { hasText: "绵阳市" })
      .locator(":scope > ul > li", { hasText: "梓潼县" })
      .waitFor();
    await keepScreenshot(page, "lineage");
  },
  PATIENCE,
);

test(
  "on a phone and in the dark the list fits the window",
  async () => {
    const page = await web.open("/", { viewport: { width: 390, height: 800 }, colorScheme: "dark" });
    await page.locator(rowTitles).first().waitFor();
    expect(Number(await page.evaluate("document.documentElement.scrollWidth"))).toBeLessThanOrEqual(390);
    await keepScreenshot(page, "collection-phone-dark");
  },
  PATIENCE,
);

test("the browser had nothing to complain of", () => {
  expect(web.complaints).toEqual([]);
});
