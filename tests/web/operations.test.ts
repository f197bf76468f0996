import { afterAll, beforeAll, expect, test } from "vitest";
import type { Submission } from "../../schemas/submission.ts";
import { waitUntil } from "../services/started.ts";
import { findBarriers } from "./support/find-barriers.ts";
import { keepScreenshot, openWeb, PATIENCE, type Web } from "./support/open-web.ts";

/** Long enough for a machine with other work. */
const SOON = { timeout: 60_000 };

let web: Web;

beforeAll(async () => {
  web = await openWeb();
  const form = new FormData();
  form.append("files", new Blob(["%PDF-1.7\nnothing more of it came"]), "torn.pdf");
  await web.service.request("/api/submissions", { method: "POST", body: form });
  await waitUntil("the torn file has failed", async () => (await failures())[0]?.state === "failed", PATIENCE / 1000);
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const failures = async (): Promise<readonly Submission[]> =>
  (await web.service.json<{ items: Submission[] }>("/api/submissions?limit=10")).items;

test(
  "a file that failed says why, and is tried again",
  async () => {
    const page = await web.open("/operations");
    const row = page.getByRole("row").filter({ hasText: "torn.pdf" });
    await row.getByText("已损坏").waitFor();
    expect(await row.locator("td.number").innerText()).toBe("1");
    await keepScreenshot(page, "operations-queue");
    expect(await findBarriers(page)).toEqual([]);
    await row.getByRole("button", { name: "重试：torn.pdf" }).click();
    await page.getByRole("status").getByText("已将 1 个文件放回队列").waitFor();
    const tried = async () => (await failures())[0]!;
    await waitUntil("it has failed again", async () => (await tried()).finishedAt !== null, PATIENCE / 1000);
    await expect.poll(() => page.getByRole("row").filter({ hasText: "torn.pdf" }).count(), SOON).toBe(1);
    await row.getByText("已损坏").waitFor();
  },
  PATIENCE,
);

test(
  "the audit trail tells of it, and is filtered by action in the address",
  async () => {
    const page = await web.open("/operations?part=audit");
    await page.getByRole("cell", { name: "submission.create" }).waitFor();
    await page.getByLabel("按操作", { exact: true }).fill("submission.retry");
    await expect.poll(() => page.url(), SOON).toContain("action=submission.retry");
    await expect.poll(() => page.getByRole("cell", { name: "submission.create" }).count(), SOON).toBe(0);
    await page.getByRole("cell", { name: "submission.retry" }).first().waitFor();
    await keepScreenshot(page, "operations-audit");
    expect(await findBarriers(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  "a webhook is added, its secret shown once, and removed",
  async () => {
    const page = await web.open("/operations?part=webhooks");
    await page.getByLabel("通知地址").fill("https://hooks.example.org/fangan");
    await page.getByLabel("文件处理失败").check();
    await page.getByRole("button", { name: "新建" }).click();
    const dialog = page.getByRole("dialog");
    expect((await dialog.locator(".secret").innerText()).length).toBeGreaterThan(20);
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog.count(), SOON).toBe(0);
    await page.getByRole("button", { name: /^删除：/u }).click();
    await dialog.getByRole("button", { name: "删除" }).click();
    await page.getByText("还没有通知。").waitFor();
  },
  PATIENCE,
);

test(
  "a key is made, shown once, and revoked; who has no admin key sees nothing of operations",
  async () => {
    const page = await web.open("/operations?part=keys");
    await page.getByLabel("名称").fill("归档程序");
    await page.getByLabel("管理").check();
    await keepScreenshot(page, "operations-keys");
    await page.getByRole("button", { name: "新建" }).click();
    const shown = await page.getByRole("dialog").locator(".secret").innerText();
    expect(shown).toMatch(/^fangan_/u);
    const authorization = `Bearer ${shown}`;
    const me = await web.service.json<{ name: string }>("/api/me", { headers: { authorization } });
    expect(me.name).toBe("归档程序");
    const reader = await web.service.json<{ key: string }>("/api/keys", {
      method: "POST",
      body: { name: "读者", scopes: ["read"] },
      headers: { authorization },
    });
    const other = await web.open("/operations");
    await other.getByRole("textbox", { name: "访问密钥" }).fill(reader.key);
    await other.getByRole("button", { name: "进入" }).click();
    await other.getByText("此页需要管理权限。").waitFor();
    const admin = await web.open("/operations?part=keys");
    await admin.getByRole("textbox", { name: "访问密钥" }).fill(shown);
    await admin.getByRole("button", { name: "进入" }).click();
    await admin.getByRole("button", { name: "吊销：读者" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "吊销" }).click();
    await admin.getByRole("row").filter({ hasText: "读者" }).getByText("已吊销").waitFor();
    const answer = await web.service.request("/api/me", { headers: { authorization: `Bearer ${reader.key}` } });
    expect(answer.status).toBe(401);
  },
  PATIENCE,
);
