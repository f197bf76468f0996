import { afterAll, beforeAll, expect, test } from "vitest";
import { openWeb, PATIENCE, type Web } from "./support/open-web.ts";

let web: Web;
let key: string;

beforeAll(async () => {
  web = await openWeb({ workers: "0" });
  const made = await web.service.json<{ key: string }>("/api/keys", {
    method: "POST",
    body: { name: "阅览", scopes: ["read"] },
  });
  key = made.key;
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

test(
  "where keys are needed the page asks for one, says why a wrong one will not do, and keeps the right one out of scripts' reach",
  async () => {
    const page = await web.open("/");
    const field = page.getByLabel("访问密钥", { exact: true });
    await field.fill("fangan_wrong");
    await page.getByRole("button", { name: "进入" }).click();
    await page.getByText("访问密钥无效、过期或已吊销").waitFor();
    await field.fill(key);
    await page.getByRole("button", { name: "进入" }).click();
    await page.getByText("方案库还是空的").waitFor();
    expect(String(await page.evaluate("document.cookie"))).not.toContain(key);
    await page.reload();
    await page.getByText("方案库还是空的").waitFor();
    expect(await page.getByRole("link", { name: "运维" }).count()).toBe(0);
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByLabel("访问密钥", { exact: true }).waitFor();
  },
  PATIENCE,
);

test(
  "the language is one click away and stays",
  async () => {
    const page = await web.open("/nowhere", { language: "zh" });
    await page.getByText("没有这个页面").waitFor();
    await page.getByLabel("访问密钥", { exact: true }).fill(key);
    await page.getByRole("button", { name: "进入" }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("There is no such page").waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  },
  PATIENCE,
);
