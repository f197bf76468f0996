import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture, keepScreenshot, openWeb, PATIENCE, type UploadFile, type Web } from "./support/open-web.ts";
import { FAMILY, textFile } from "./support/small-plans.ts";

let web: Web;

beforeAll(async () => {
  web = await openWeb();
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

const asPayload = ({ name, bytes }: UploadFile) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});

test(
  "an empty collection invites; chosen files are sent, each shows how far it is and leads to its plan",
  async () => {
    const page = await web.open("/");
    await page.getByRole("link", { name: "上传文件" }).click();
    await page
      .getByLabel("选择文件", { exact: true })
      .setInputFiles(
        [
          FAMILY[0]!,
          fixture("fixtures/difficulties/encrypted.pdf"),
          { ...FAMILY[0]!, name: "again.txt" },
          textFile("empty.txt", ""),
          textFile("photo.exe", "MZ"),
        ].map(asPayload),
      );
    await page.waitForURL(/\/batches\//u);
    const row = (name: string) => page.locator(".submission-table tr", { hasText: name });
    await row("province.txt").getByText("四川省生活垃圾分类工作实施方案").waitFor({ timeout: PATIENCE });
    await row("encrypted.pdf").getByText("已加密，需要密码").waitFor();
    await row("again.txt").getByText("本次重复").waitFor();
    await page.getByText("2 / 3 完成").waitFor();
    const refused = page.locator(".note.warn");
    expect(await refused.innerText()).toMatch(/empty\.txt：文件为空/u);
    expect(await refused.innerText()).toMatch(/photo\.exe：不是能读取的文件类型/u);
    await keepScreenshot(page, "upload");
    await row("province.txt").getByRole("link").click();
    await page.locator(".plan-head h1", { hasText: "四川省生活垃圾" }).waitFor();
  },
  2 * PATIENCE,
);

test(
  "a failed file can be tried again, and fails with its reason again",
  async () => {
    const page = await web.open("/upload");
    await page.locator(".batches a").first().click();
    const row = page.locator(".submission-table tr", { hasText: "encrypted.pdf" });
    await row.getByRole("button", { name: "重试" }).click();
    await row.getByText("已加密，需要密码").waitFor({ timeout: PATIENCE });
    const { items } = await web.service.json<{ items: { fileName: string; attempts: number }[] }>("/api/submissions");
    expect(items.find(({ fileName }) => fileName === "encrypted.pdf")!.attempts).toBeGreaterThan(0);
  },
  2 * PATIENCE,
);

test(
  "a file dropped anywhere is sent; one that is known leads to the plan that is there",
  async () => {
    const page = await web.open("/");
    await page.locator(".document-table").waitFor();
    const text = new TextDecoder().decode(FAMILY[0]!.bytes);
    await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], "dropped.txt"));
    const send = (name) => window.dispatchEvent(new DragEvent(name, { dataTransfer: data, cancelable: true, bubbles: true }));
    send("dragover");
    setTimeout(() => send("drop"), 300);
  })()`);
    await page.getByText("松开鼠标即可上传").waitFor();
    await page.waitForURL(/\/batches\//u);
    const row = page.locator(".submission-table tr", { hasText: "dropped.txt" });
    await row.getByText("此前已有").waitFor({ timeout: PATIENCE });
  },
  2 * PATIENCE,
);

test(
  "a template is chosen at upload: each plan is compared with it, and the upload leads to the comparisons",
  async () => {
    const page = await web.open("/upload");
    await page.getByLabel("在方案库中查找模板").fill("四川省生活垃圾");
    await page.getByRole("button", { name: "四川省生活垃圾分类工作实施方案" }).click();
    await page.getByText("将与这份方案比对：").waitFor();
    expect(new URL(page.url()).searchParams.get("template")).toMatch(/^plan-/u);
    await keepScreenshot(page, "upload-template");
    await page
      .getByLabel("选择文件", { exact: true })
      .setInputFiles([FAMILY[1]!, FAMILY[2]!, FAMILY[0]!].map(asPayload));
    await page.waitForURL(/\/batches\//u);
    const made = page.locator(".batch-comparisons");
    await made.getByText("已有 2 份与模板比对：").waitFor({ timeout: PATIENCE });
    await made.getByRole("link", { name: "四川省生活垃圾分类工作实施方案" }).waitFor();
    const row = (name: string) => page.locator(".submission-table tr", { hasText: name });
    const link = (name: string) => row(name).getByRole("link", { name: /^与模板的比对 · 覆盖率 \d+%$/u });
    await link("city.txt").waitFor();
    await link("county.txt").waitFor();
    expect(
      await row("province.txt")
        .getByRole("link", { name: /与模板的比对/u })
        .count(),
    ).toBe(0);
    await keepScreenshot(page, "upload-compared");
    const together = await made.getByRole("link", { name: "一并比对" }).getAttribute("href");
    expect(new URL(together!, web.service.url).searchParams.get("local")!.split(",")).toHaveLength(2);
    await link("county.txt").click();
    await page.waitForURL(/\/comparisons\//u);
    await page.getByText("梓潼县生活垃圾分类工作实施方案").first().waitFor();
    await page.goBack();
    await made.getByText("已有 2 份与模板比对：").waitFor();
  },
  2 * PATIENCE,
);

test(
  "where the template is gone meanwhile, the upload says so and blames no file",
  async () => {
    const page = await web.open("/upload?template=plan-0000000000000000");
    await page
      .getByText(/没有找到.*plan-0000000000000000/u)
      .first()
      .waitFor();
    await page.getByLabel("选择文件", { exact: true }).setInputFiles([asPayload(FAMILY[1]!)]);
    const refused = page.locator(".note", { has: page.getByRole("button", { name: "重试" }) });
    await refused.getByText(/模板/u).waitFor();
    expect(await page.getByText(/个文件没有上传/u).count()).toBe(0);
    await page.getByRole("button", { name: "不用模板" }).click();
    await page.getByLabel("在方案库中查找模板").waitFor();
    await refused.getByRole("button", { name: "重试" }).click();
    await page.waitForURL(/\/batches\//u);
    await page
      .locator(".submission-table tr", { hasText: "city.txt" })
      .getByText("完成")
      .waitFor({ timeout: PATIENCE });
    expect(await page.locator(".batch-comparisons").count()).toBe(0);
    web.complaints.splice(0, web.complaints.length, ...web.complaints.filter((said) => !said.includes("404")));
  },
  PATIENCE,
);

test("the browser had nothing to complain of", () => {
  expect(web.complaints).toEqual([]);
});
