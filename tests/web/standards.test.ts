import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBarriers } from "./support/find-barriers.ts";
import { fixture, keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";

/** Its standard has 31 rows of 100 points, a bonus of 3 at most, 100 in all at most, four vetoes, and passes from 80 on. */
const SEED = "004_19e74f7518abefb9.txt";
const OTHER = "002_bec9de873ccecc5a.txt";

/** Long enough for a machine with other work. */
const SOON = { timeout: 60_000 };

let web: Web;
let path: string;

beforeAll(async () => {
  web = await openWeb();
  const documents = await web.upload([fixture(`seeds/${SEED}`), fixture(`seeds/${OTHER}`)]);
  path = `/documents/${documents.get(SEED)!.id}/standards/0`;
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const rowField = (page: Page, number: number | string) => page.locator(`.fill-row[data-row="${number}"] .entry`);

/** Gives every row its full mark, which stands behind its field: `/ 3`. */
async function fillInFull(page: Page): Promise<void> {
  for (let number = 1; number <= 31; number++) {
    const full = await page.locator(`.fill-row[data-row="${number}"] .fill-fields > span`).innerText();
    await rowField(page, number).fill(full.replace("/ ", ""));
  }
}

test(
  "all standards of the collection are listed, with what they give and ask",
  async () => {
    const page = await web.open("/standards");
    await expect.poll(() => page.locator(".standard-title").count(), SOON).toBe(2);
    const line = page.getByRole("listitem").filter({ hasText: "评审标准" });
    for (const said of ["31 条", "满分 100", "合格线 80", "否决项 4"]) await line.getByText(said).waitFor();
    await keepScreenshot(page, "standards");
    expect(await findBarriers(page)).toEqual([]);
    await line.getByRole("link").first().click();
    await page.waitForURL(`**${path}`);
  },
  PATIENCE,
);

test(
  "a standard shows its categories merged with their sums, and can be had in each format",
  async () => {
    const page = await web.open(path);
    const categories = page.locator(".category-cell");
    await categories.first().waitFor();
    expect(await categories.locator(".sum").allInnerTexts()).toEqual(["10", "40", "30", "10", "10"]);
    expect(await categories.first().getAttribute("rowspan")).toBe("4");
    expect(await page.locator(".standard-table tfoot td").first().innerText()).toBe("100");
    const links = page.getByRole("navigation", { name: "下载标准" }).getByRole("link");
    const hrefs = await links.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("href")!));
    expect(hrefs).toHaveLength(5);
    for (const href of hrefs) expect((await web.service.request(href)).status).toBe(200);
    await keepScreenshot(page, "standard");
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  "a sheet is counted as it is filled in: categories, what cannot count, caps, pass mark and vetoes; and is saved so",
  async () => {
    const page = await web.open(`${path}?view=fill`);
    const total = page.locator(".big-total");
    const totals = page.getByRole("region", { name: "实时合计" });
    await rowField(page, 1).fill("3");
    await rowField(page, 2).fill("2.5");
    await expect.poll(() => total.innerText(), SOON).toBe("5.5");
    await totals.getByText("5.5 / 10").waitFor();
    await totals.getByText("未填完").waitFor();
    await rowField(page, 1).fill("4");
    await expect.poll(() => total.innerText(), SOON).toBe("2.5");
    await totals.getByText("第1条：得分4超过分值3，未计入。").waitFor();
    expect(await rowField(page, 1).getAttribute("aria-invalid")).toBe("true");
    await fillInFull(page);
    await totals.getByText("合格", { exact: true }).waitFor();
    await rowField(page, 31).fill("0");
    const without = Number(await total.innerText());
    await rowField(page, "加1").fill("5");
    await expect.poll(async () => Number(await total.innerText()), SOON).toBe(Math.min(100, without + 3));
    await keepScreenshot(page, "assessment-filling");
    await rowField(page, "否2").selectOption({ label: "是" });
    await totals.getByText("不合格", { exact: true }).waitFor();
    await page.getByLabel("被评对象").fill("示例社区");
    const counted = await total.innerText();
    await page.getByRole("button", { name: "保存评分" }).click();
    await page.waitForURL(/\/assessments\//u);
    await page.getByRole("heading", { name: "示例社区" }).waitFor();
    expect(await page.locator(".big-total").innerText()).toBe(counted);
    await page.getByText("不合格", { exact: true }).waitFor();
    await page.getByText("存在否决项：社区绿色空间不足").waitFor();
    await keepScreenshot(page, "assessment");
    expect(await findBarriers(page)).toEqual([]);
    const printed = await page.getByRole("link", { name: "打印版" }).getAttribute("href");
    expect(await (await web.service.request(printed!)).text()).toContain("示例社区");
    await page.goto(`${web.service.url}${path}?view=saved`);
    await page.getByRole("row").filter({ hasText: "示例社区" }).getByText(counted).waitFor();
  },
  PATIENCE,
);

test(
  "a half-filled sheet is there again when one comes back, until it is discarded or saved",
  async () => {
    const page = await web.open(`${path}?view=fill`);
    const note = page.getByRole("region", { name: "草稿" });
    await rowField(page, 1).waitFor();
    expect(await note.count()).toBe(0);
    await rowField(page, 1).fill("2");
    await page.getByLabel("第1条备注").fill("现场看过");
    await page.getByLabel("被评对象").fill("半途社区");
    await note.getByText(/草稿已存在这台电脑上/u).waitFor();
    await keepScreenshot(page, "assessment-draft");
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("navigation", { name: "视图" }).getByRole("link", { name: "标准" }).click();
    await page.locator(".standard-table").waitFor();
    await page.reload();
    await page.goto(`${web.service.url}${path}?view=fill`);
    await expect.poll(() => rowField(page, 1).inputValue(), SOON).toBe("2");
    expect(await page.getByLabel("第1条备注").inputValue()).toBe("现场看过");
    expect(await page.locator(".big-total").innerText()).toBe("2");
    await page.getByRole("button", { name: "放弃草稿" }).click();
    await expect.poll(() => rowField(page, 1).inputValue(), SOON).toBe("");
    await page.reload();
    await rowField(page, 1).waitFor();
    expect([await rowField(page, 1).inputValue(), await note.count()]).toEqual(["", 0]);
    await page.getByLabel("被评对象").fill("存下的社区");
    await page.getByRole("button", { name: "保存评分" }).click();
    await page.waitForURL(/\/assessments\//u);
    await page.goto(`${web.service.url}${path}?view=fill`);
    await rowField(page, 1).waitFor();
    expect([await page.getByLabel("被评对象").inputValue(), await note.count()]).toEqual(["", 0]);
  },
  PATIENCE,
);

test(
  "a filled file is read in and listed",
  async () => {
    const page = await web.open(`${path}?view=saved`);
    const sheet = { subject: "另一社区", rows: [{ number: 1, points: 2 }] };
    await page.getByLabel(/上传填好的评分表/u).setInputFiles({
      name: "filled.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(sheet)),
    });
    const row = page.getByRole("row").filter({ hasText: "另一社区" });
    await row.getByText("未填完").waitFor();
    await page.getByLabel(/上传填好的评分表/u).setInputFiles({
      name: "no-sheet.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"rows": 1}'),
    });
    await page.getByRole("status").getByText("不是填写好的评分表").waitFor();
    await keepScreenshot(page, "assessments-saved");
  },
  PATIENCE,
);

test(
  "the sheet can be filled in on a phone, in English, in the dark",
  async () => {
    const page = await web.open(`${path}?view=fill`, {
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
      language: "en",
    });
    await page.getByRole("region", { name: "Live totals" }).waitFor();
    await page.getByLabel(/^Row 1:/u).fill("1");
    await expect.poll(() => page.locator(".big-total").innerText(), SOON).toBe("1");
    await page.getByText(/^Draft kept on this computer/u).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await keepScreenshot(page, "assessment-phone-dark");
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);
