import { afterAll, beforeAll, expect, test } from "vitest";
import type { Submission } from "../../../schemas/submission.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { waitUntil } from "../../services/started.ts";
import { eventsOf, formOf } from "./support/forms.ts";
import { startTestService, type TestService } from "./support/start-test-service.ts";

const PROVINCE = `云南省住房和城乡建设厅文件

云建科〔2020〕132号

云南省住房和城乡建设厅关于印发《云南省绿色社区创建行动实施方案》的通知

各州（市）住房和城乡建设局：

现将《云南省绿色社区创建行动实施方案》印发给你们，请认真贯彻执行。

云南省住房和城乡建设厅
2020年9月25日

云南省绿色社区创建行动实施方案

一、创建目标

到2022年底，全省60%以上的城市社区参与创建行动并达到创建要求。
`;
const county = (year: number): string => `某山县绿色社区创建行动实施方案（${year}年）

为贯彻落实《云南省绿色社区创建行动实施方案》（云建科〔2020〕132号），结合我县实际，制定本方案。

一、创建目标

到${year}年底，全县60%以上的社区达到创建要求。

某山县人民政府
${year}年3月1日
`;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ workers: "1" });
}, 300_000);
afterAll(() => service?.close(), 60_000);

/** Uploads a batch and follows it to its end; gives its documents. */
async function digitise(files: Record<string, string>): Promise<readonly string[]> {
  const answer = await service.request("/api/submissions", { method: "POST", body: formOf(files) });
  const { batch } = (await answer.json()) as { batch: string };
  const events = eventsOf(await (await service.request(`/api/batches/${batch}/events`)).text());
  expect(events.at(-1)).toMatchObject({ event: "batch", data: { state: "done" } });
  const { items } = await service.json<{ items: Submission[] }>(`/api/submissions?batch=${batch}`);
  return items.map(({ document }) => document!).reverse();
}

/** What the store itself keeps, without a call of the API that could trace it. */
async function withStore<T>(look: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const place = { databaseUrl: null, dataFolder: service.dataFolder, filesUrl: null, s3: null, share: true };
  const store = await openStore(place);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

test("a batch keeps what its plans rest on, and their issues, without any further call", {
  timeout: 240_000,
}, async () => {
  const [province] = await digitise({ "province.txt": PROVINCE });
  const [older, newer] = await digitise({ "2021.txt": county(2021), "2022.txt": county(2022) });
  await withStore(async ({ versions }) => {
    await waitUntil("the links are kept", async () => (await versions.links(province!)).length === 2);
    expect((await versions.links(newer!)).map(({ from, to, by }) => [from, to, by])).toEqual([
      [newer, province, "document-number"],
    ]);
    expect(await versions.find(newer!)).toEqual([older, newer]);
  });
  const lineage = await service.json(`/api/documents/${newer}/lineage`);
  expect(lineage).toMatchObject({
    plan: { id: newer, template: province, chain: [province] },
    links: [{ from: newer, to: province, relation: "implements" }],
  });
  const { items } = await service.json<{ items: { id: string }[] }>(`/api/documents/${newer}/versions`);
  expect(items.map(({ id }) => id)).toEqual([older, newer]);
});

test("a plan that is corrected or deleted changes the lineage at the next look", { timeout: 120_000 }, async () => {
  const lineage = () => service.json<{ plans: { id: string; title: string; chain: string[] }[] }>("/api/lineage");
  const [province, older] = (await lineage()).plans.map(({ id }) => id);
  const body = { path: "/header/title", value: "某山县绿色社区建设方案", why: "核对原件" };
  await service.json(`/api/documents/${older}/corrections`, { method: "POST", body, status: 201 });
  expect((await lineage()).plans.find(({ id }) => id === older)?.title).toBe("某山县绿色社区建设方案");
  await service.json(`/api/documents/${province}`, { method: "DELETE", status: 204 });
  expect((await lineage()).plans.map(({ chain }) => chain)).toEqual([[], []]);
});
