import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRecord } from "../../schemas/document-record.ts";
import { findBarriers } from "./support/find-barriers.ts";
import { fixture, keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";

const SEEDS = [
  "000_8a278b583fb0d41d",
  "001_13842449fc20d73d",
  "002_bec9de873ccecc5a",
  "003_0648c47208080c43",
  "004_19e74f7518abefb9",
] as const;

/** A person's own alignment of the standard of 001 with that of 000. */
const GOLD = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../fixtures/gold/compare/001-000.json"), "utf8"),
) as { readonly standards: readonly { readonly local: number | null; readonly relation: unknown }[] };

/** Evaluated in the browser: how the first such word is struck out or underlined. */
const lineOf = (word: string): string => `getComputedStyle(document.querySelector("${word}")).textDecorationLine`;

/** Long enough for a machine with other work. */
const SOON = { timeout: 60_000 };

let web: Web;
let documents: ReadonlyMap<string, DocumentRecord>;

beforeAll(async () => {
  web = await openWeb();
  documents = await web.upload(SEEDS.map((name) => fixture(`seeds/${name}.txt`)));
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const idOf = (seed: number): string => documents.get(`${SEEDS[seed]}.txt`)!.id;

const makeComparison = async (template: number, local: number): Promise<string> => {
  const body = { template: idOf(template), locals: [idOf(local)] };
  const [made] = await web.service.json<{ id: string }[]>("/api/comparisons", { method: "POST", body });
  return `/comparisons/${made!.id}`;
};

const makeMatrix = async (): Promise<string> => {
  const body = { template: idOf(3), documents: [0, 1, 2, 4].map(idOf) };
  const { id } = await web.service.json<{ id: string }>("/api/matrices", { method: "POST", body });
  return `/matrices/${id}`;
};

const isFound = async (title: string): Promise<boolean> => {
  const path = `/api/documents?text=${encodeURIComponent(title)}`;
  return (await web.service.json<{ items: unknown[] }>(path)).items.length > 0;
};

test(
  "a clerk searches two plans, compares them, and reads what changed",
  async () => {
    const page = await web.open("/compare");
    const [template, local] = [documents.get(`${SEEDS[1]}.txt`)!.title!, documents.get(`${SEEDS[0]}.txt`)!.title!];
    for (const title of [template, local]) await expect.poll(() => isFound(title), SOON).toBe(true);
    await page.getByRole("searchbox").fill(template);
    await page.getByRole("button", { name: `作上级：${template}` }).click();
    await page.getByRole("searchbox").fill(local);
    await page.getByRole("button", { name: `作本级：${local}` }).click();
    await expect.poll(() => page.url(), SOON).toContain(`template=${idOf(1)}&local=${idOf(0)}`);
    await keepScreenshot(page, "compare-pick");
    await page.getByRole("button", { name: "逐份比对" }).click();
    await page.waitForURL(/\/comparisons\//u);
    const added = GOLD.standards.filter(({ relation }) => relation === "added");
    const counts = page.locator('.counts tr[data-section="standards"]');
    await expect.poll(() => counts.locator('td[data-relation="added"]').innerText(), SOON).toBe(String(added.length));
    expect(await counts.locator('td[data-relation="removed"]').innerText()).toBe("0");
    await page.getByText("100%", { exact: true }).first().waitFor();
    await keepScreenshot(page, "comparison");
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  "words are marked where they differ, by a line beside the colour",
  async () => {
    const page = await web.open(await makeComparison(0, 1));
    const rows = page.locator("#standards tr[data-relation]");
    await rows.first().waitFor();
    const removed = rows.filter({ hasText: "社区内各类基础设施比较完善" }).locator("del");
    expect(await removed.innerText()).toBe("内");
    expect(await page.evaluate(lineOf("#standards del"))).toBe("line-through");
    expect(await page.evaluate(lineOf("#standards ins"))).toBe("underline");
    await removed.scrollIntoViewIfNeeded();
    await keepScreenshot(page, "comparison-words");
  },
  PATIENCE,
);

test(
  "the filter shows the rows of one relation, stands in the address, and the explanation opens when asked for",
  async () => {
    const page = await web.open(await makeComparison(1, 0));
    await page.getByRole("radio", { name: /新增/u }).check();
    await expect.poll(() => page.url(), SOON).toContain("relation=added");
    const added = GOLD.standards.filter(({ relation }) => relation === "added").map(({ local }) => local);
    const numbers = page.locator("#standards tr[data-relation] td.places");
    await expect.poll(() => numbers.count(), SOON).toBe(added.length);
    for (const [index, number] of added.entries())
      expect(await numbers.nth(index).innerText()).toContain(`→ ${number}`);
    const again = await web.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await expect.poll(() => again.locator("#standards tr[data-relation]").count(), SOON).toBe(added.length);
    await again.getByRole("radio", { name: "全部" }).check();
    await again.locator(".explanation summary").first().click();
    await again.getByText("相同的词").first().waitFor();
  },
  PATIENCE,
);

test(
  "targets stand in a chart over the years, and the phases of both plans on one axis",
  async () => {
    const page = await web.open(await makeComparison(0, 1));
    const chart = page.locator("#targets svg");
    await chart.first().waitFor();
    expect(await chart.count()).toBe(1);
    expect(await chart.getAttribute("aria-label")).toMatch(/上级方案 2021 30%.*上级方案 2022 60%/u);
    expect(await chart.locator(".template circle").count()).toBe(2);
    expect(await chart.locator(".local rect").count()).toBe(2);
    expect(await page.locator("#phases .bar.template").count()).toBe(3);
    expect(await page.locator("#phases .bar.local").count()).toBe(1);
    await page.locator("#targets").scrollIntoViewIfNeeded();
    await keepScreenshot(page, "comparison-targets-phases");
  },
  PATIENCE,
);

test(
  "five plans stand in a matrix whose head and first column stay in sight",
  async () => {
    const page = await web.open(await makeMatrix());
    await page.getByRole("heading", { name: "5 份方案并排" }).waitFor();
    expect(await page.locator(".matrix-table thead th[aria-colindex]").count()).toBe(5);
    const head = page.locator(".matrix-table thead .label");
    const before = (await head.boundingBox())!;
    await page.locator(".compare-matrix").evaluate((node) => node.scrollTo(60, 900));
    await page.locator('.matrix-table tr[aria-rowindex="20"]').waitFor();
    expect((await head.boundingBox())!.y).toBe(before.y);
    expect((await head.boundingBox())!.x).toBe(before.x);
    await keepScreenshot(page, "matrix");
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  "a row of the matrix opens the texts of all plans, and the back button closes them",
  async () => {
    const page = await web.open(await makeMatrix());
    await page.getByRole("button", { name: "建立绿色社区长效管理机制" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.locator("dt").count()).toBe(5);
    await keepScreenshot(page, "matrix-row");
    await page.goBack();
    await expect.poll(() => dialog.count(), SOON).toBe(0);
  },
  PATIENCE,
);

test(
  "the phases of all plans stand on one axis of time, also on a dark phone in English",
  async () => {
    const phone = { viewport: { width: 390, height: 844 }, colorScheme: "dark", language: "en" } as const;
    const page = await web.open(`${await makeMatrix()}?view=phases`, phone);
    await page.getByRole("heading", { name: "Phases of all plans on one axis of time" }).waitFor();
    await expect.poll(() => page.locator(".lane-label").count(), SOON).toBe(3);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await keepScreenshot(page, "matrix-phases-phone-dark");
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  "a comparison can be had as page, text, workbook and data",
  async () => {
    const path = await makeComparison(1, 0);
    const page = await web.open(path);
    const links = page.getByRole("navigation", { name: "导出" }).getByRole("link");
    await links.first().waitFor();
    const types = await Promise.all(
      (await links.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("href")!))).map(async (href) =>
        (await web.service.request(href)).headers.get("content-type"),
      ),
    );
    expect(types.map((type) => type?.split(";")[0])).toEqual([
      "text/html",
      "text/markdown",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/json",
    ]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".filter-bar").first().isVisible()).toBe(false);
    expect(await page.locator("#standards").isVisible()).toBe(true);
    expect(web.complaints).toEqual([]);
  },
  PATIENCE,
);
