import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRecord } from "../../schemas/document-record.ts";
import type { Plan } from "../../schemas/plan.ts";
import { fixture, keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { FAMILY } from "./support/small-plans.ts";

let web: Web;
let documents: ReadonlyMap<string, DocumentRecord>;

beforeAll(async () => {
  web = await openWeb();
  documents = await web.upload([...FAMILY, fixture("seeds/004_19e74f7518abefb9.txt", "standard.txt")]);
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a click on a link puts into the reader's folder. */
async function save(page: Page, link: Locator): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

const textOf = ({ bytes }: Saved): string => strFromU8(bytes);
const partsOf = ({ bytes }: Saved): string[] => Object.keys(unzipSync(bytes));

test(
  "chosen plans are exported as one ZIP, with a list that says which had nothing for the format",
  async () => {
    const page = await web.open("/");
    const choose = (name: string) => page.getByLabel(`选择 ${documents.get(name)!.title}`).check();
    for (const name of ["county.txt", "standard.txt", "city.txt"]) await choose(name);
    const menu = page.locator(".selection-bar .menu");
    const link = async (name: string): Promise<Locator> => {
      await menu.locator("summary").click();
      return menu.getByRole("link", { name, exact: true });
    };
    const plans = await save(page, await link("方案数据（JSON）"));
    expect(plans.name).toBe("fangan-json.zip");
    const files = unzipSync(plans.bytes);
    expect(Object.keys(files)).toEqual(["county.plan.json", "standard.plan.json", "city.plan.json", "导出清单.csv"]);
    const plan = JSON.parse(strFromU8(files["city.plan.json"]!)) as Plan;
    expect(plan).toMatchObject({ schema: "plan/1", id: documents.get("city.txt")!.id });
    const sheets = unzipSync((await save(page, await link("标准表格（XLSX）"))).bytes);
    expect(Object.keys(sheets)).toEqual(["standard.standard.xlsx", "导出清单.csv"]);
    expect(Object.keys(unzipSync(sheets["standard.standard.xlsx"]!))).toContain("xl/workbook.xml");
    const list = strFromU8(sheets["导出清单.csv"]!).trim().split("\r\n");
    expect(list).toHaveLength(4);
    expect(list[1]).toMatch(/^plan-\w+,梓潼县生活垃圾分类工作实施方案,county\.txt,,方案中没有标准/u);
    await menu.locator("summary").click();
    await keepScreenshot(page, "collection-export");
  },
  PATIENCE,
);

test(
  "one click takes all plans that are shown, and lets go of them",
  async () => {
    const page = await web.open("/?level=county");
    await page.getByLabel("选择已载入的全部方案").check();
    const counties = [...documents.values()].filter(({ level }) => level === "county").length;
    await page.getByText(`已选 ${counties} 份`).waitFor();
    await page.getByLabel("选择已载入的全部方案").uncheck();
    await page.getByText(/已选/u).waitFor({ state: "detached" });
  },
  PATIENCE,
);

/** What a saved file must be, by the name of its link. */
const EXPECTED: Readonly<Record<string, readonly [ending: string, check: (saved: Saved) => void]>> = {
  "方案数据（JSON）": [".plan.json", (saved) => expect(JSON.parse(textOf(saved))).toMatchObject({ schema: "plan/1" })],
  "文档（DOCX）": [".docx", (saved) => expect(partsOf(saved)).toContain("word/document.xml")],
  "文档（Markdown）": [".md", (saved) => expect(textOf(saved)).toMatch(/^# /mu)],
  "时间节点日历（ICS）": [".ics", (saved) => expect(textOf(saved)).toMatch(/^BEGIN:VCALENDAR/u)],
  "目标（CSV）": [".targets.csv", (saved) => expect(saved.bytes.subarray(0, 3)).toEqual(BOM)],
  "责任分工（CSV）": [".responsibilities.csv", (saved) => expect(saved.bytes.subarray(0, 3)).toEqual(BOM)],
  "标准表格（XLSX）": [".standard.xlsx", (saved) => expect(partsOf(saved)).toContain("xl/workbook.xml")],
  "标准数据（JSON）": [".standard.json", (saved) => expect(JSON.parse(textOf(saved))).toHaveProperty("schema")],
  "评分表（XLSX，可填写）": [".scoring.xlsx", (saved) => expect(partsOf(saved)).toContain("xl/workbook.xml")],
  "标准（CSV）": [".standard.csv", (saved) => expect(textOf(saved)).toContain("得分,备注\r\n")],
  "标准数据的格式（JSON Schema）": [
    ".schema.json",
    (saved) => expect(JSON.parse(textOf(saved))).toHaveProperty("$schema"),
  ],
};
const BOM = new Uint8Array([0xef, 0xbb, 0xbf]);

async function saveEach(page: Page, names: readonly string[], linkOf: (name: string) => Promise<Locator>) {
  for (const name of names) {
    const [ending, check] = EXPECTED[name]!;
    const saved = await save(page, await linkOf(name));
    expect(saved.name.endsWith(ending), `${name} gave ${saved.name}`).toBe(true);
    check(saved);
  }
}

test(
  "every download of a plan gives its file, and only what the plan has is offered",
  async () => {
    const namesOf = async (page: Page): Promise<string[]> => {
      await page.locator(".plan-head .menu summary").click();
      const names = await page.locator(".plan-head .menu a").allInnerTexts();
      await page.keyboard.press("Escape");
      return names;
    };
    const page = await web.open(`/documents/${documents.get("standard.txt")!.id}`);
    const names = await namesOf(page);
    expect(names).toEqual(expect.arrayContaining(["标准表格（XLSX）", "评分表（XLSX，可填写）"]));
    await saveEach(page, names, async (name) => {
      await page.locator(".plan-head .menu summary").click();
      return page.locator(".plan-head .menu").getByRole("link", { name, exact: true });
    });
    const original = await save(page, page.getByRole("link", { name: "下载原件" }));
    expect(original.name).toBe("standard.txt");
    expect(Buffer.from(original.bytes).equals(Buffer.from(fixture("seeds/004_19e74f7518abefb9.txt").bytes))).toBe(true);
    const small = await web.open(`/documents/${documents.get("county.txt")!.id}`);
    expect(await namesOf(small)).toEqual([
      "方案数据（JSON）",
      "文档（DOCX）",
      "文档（Markdown）",
      "时间节点日历（ICS）",
      "目标（CSV）",
      "责任分工（CSV）",
    ]);
  },
  PATIENCE,
);

test(
  "every download of a standard gives its file",
  async () => {
    const page = await web.open(`/documents/${documents.get("standard.txt")!.id}/standards/0`);
    const links = page.getByRole("navigation", { name: "下载标准" }).getByRole("link");
    await links.first().waitFor();
    await saveEach(page, await links.allInnerTexts(), async (name) => links.filter({ hasText: name }));
  },
  PATIENCE,
);

test("the browser had nothing to complain of", () => {
  expect(web.complaints).toEqual([]);
});
