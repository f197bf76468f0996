import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Plan } from "../../schemas/plan.ts";
import { keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { FAMILY } from "./support/small-plans.ts";

let web: Web;
let id: string;

beforeAll(async () => {
  web = await openWeb();
  id = (await web.upload([FAMILY[2]!])).get("county.txt")!.id;
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const readPlan = (): Promise<Plan> => web.service.json<Plan>(`/api/documents/${id}/plan`);
const fact = (page: Page, path: string) => page.locator(`[data-fact="${path}"]`).last();

test(
  "a value is corrected in place, the machine's stays in view and is one click back",
  async () => {
    const page = await web.open(`/documents/${id}?tab=targets`);
    const target = fact(page, "targets/0");
    await target.getByText("70 %").waitFor();
    await target.getByRole("button", { name: "更正" }).click();
    await page.getByLabel("数值", { exact: true }).fill("75");
    await page.getByLabel("理由").fill("以正式文件为准");
    await keepScreenshot(page, "review-editor");
    await page.getByRole("button", { name: "保存更正" }).click();
    await target.getByText("75 %").waitFor();
    await target.getByText("已更正").waitFor();
    await target.getByText("以正式文件为准").waitFor();
    expect(await target.locator("s").innerText()).toBe("70");
    expect((await readPlan()).targets[0]!.value).toBe(75);
    await keepScreenshot(page, "review-corrected");
    await target.getByRole("button", { name: "恢复机器值" }).click();
    await target.getByText("70 %").waitFor();
    expect((await readPlan()).targets[0]!.value).toBe(70);
  },
  PATIENCE,
);

test(
  "what is no number is refused in words, and nothing is changed",
  async () => {
    const page = await web.open(`/documents/${id}?tab=targets`);
    await fact(page, "targets/0").getByRole("button", { name: "更正" }).click();
    await page.getByLabel("数值", { exact: true }).fill("很多");
    await page.getByRole("button", { name: "保存更正" }).click();
    await page.getByText("“数值”应为数字。").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator(".fact-editor").count()).toBe(0);
    expect((await readPlan()).targets[0]!.value).toBe(70);
  },
  PATIENCE,
);

test(
  "keyboard alone: from fact to fact, correct, check, approve with a comment; the history says who and what",
  async () => {
    const page = await web.open(`/documents/${id}?tab=tasks`);
    await fact(page, "tasks/0").getByRole("button", { name: "核对无误" }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.waitForURL(/fact=tasks\/1/u);
    await page.keyboard.press("k");
    await page.waitForURL(/fact=tasks\/0/u);
    await page.keyboard.press("c");
    await fact(page, "tasks/0").getByText("✓ 已核对").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    const title = page.getByLabel("标题", { exact: true });
    await title.focus();
    await title.fill("加强宣传和引导");
    await page.keyboard.press("Control+Enter");
    await fact(page, "tasks/1").locator("b", { hasText: "加强宣传和引导" }).waitFor();
    await page.keyboard.press("?");
    await page.getByText("审定方案").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await page.getByLabel("意见（可不填）").fill("已与纸质件核对");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".plan-head").getByText("✓ 已审定 · local").waitFor();
    await page.locator(".tabs a", { hasText: "审核" }).click();
    const history = page.locator(".facts-scroller");
    await history.getByText("已与纸质件核对").waitFor();
    await history.getByText("加强宣传和引导").first().waitFor();
    await history.getByText("任务 2 标题").waitFor();
    await keepScreenshot(page, "review-history");
  },
  PATIENCE,
);

test(
  "a remark on a fact and one on the plan stay in view, and correct or approve nothing",
  async () => {
    const before = await readPlan();
    const page = await web.open(`/documents/${id}?tab=tasks`);
    await fact(page, "tasks/1").getByRole("button", { name: "添加意见" }).click();
    const dialog = page.getByRole("dialog", { name: "对“任务 2”的意见" });
    const save = dialog.getByRole("button", { name: "保存意见" });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel("意见内容").fill("请教育局\n复核责任单位");
    await save.click();
    await fact(page, "tasks/1").getByText("复核责任单位").waitFor();
    await page.locator(".tabs a", { hasText: "审核" }).click();
    await page.keyboard.press("m");
    await page.getByRole("dialog", { name: "对整份方案的意见" }).getByLabel("意见内容").fill("附件待补");
    await page.getByRole("button", { name: "保存意见" }).click();
    const history = page.locator(".facts-scroller");
    const remarks = history.locator(".history").nth(1);
    await remarks.getByText("附件待补").waitFor();
    expect(await remarks.locator("li").allInnerTexts()).toEqual([
      expect.stringMatching(/^任务 2 local .*\s+请教育局\n复核责任单位$/u),
      expect.stringMatching(/^整份方案 local .*\s+附件待补$/u),
    ]);
    await expect.poll(() => history.locator(".history.small li").first().innerText()).toMatch(/local 意见$/u);
    expect(await readPlan()).toEqual(before);
    await keepScreenshot(page, "review-comments");
  },
  PATIENCE,
);

test(
  "a plan that is approved or opened again in the review tab is shown so at once",
  async () => {
    const page = await web.open(`/documents/${id}?tab=review`);
    const verdicts = page.locator(".facts-scroller .history").first();
    await verdicts.getByText("已与纸质件核对").waitFor();
    await page.locator(".facts").getByRole("button", { name: "重新打开" }).click();
    await page.getByRole("dialog").getByLabel("意见（可不填）").fill("补充附件");
    await page.getByRole("dialog").getByRole("button", { name: "重新打开" }).click();
    await verdicts.getByText("补充附件").waitFor();
    await page.locator(".plan-head").getByText("未审定").waitFor();
  },
  PATIENCE,
);

test("the browser had nothing to complain of", () => {
  expect(web.complaints).toEqual([]);
});
