import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Problem } from "../../../schemas/problem.ts";
import type { Submission } from "../../../schemas/submission.ts";
import { PROBLEMS, type ProblemCode } from "../../../src/apps/server/problem-codes.ts";
import { formOf } from "./support/forms.ts";
import { type Ask, startTestService, type TestService } from "./support/start-test-service.ts";

vi.setConfig({ testTimeout: 60_000 });

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
}, 300_000);
afterAll(() => service?.close(), 60_000);

const problemOf = (path: string, language: string, more: Ask = {}): Promise<Problem> =>
  service.json<Problem>(path, { ...more, headers: { "accept-language": language } });

const UUID = "0190f7a1-7b5e-7c00-8000-000000000000";
const post = (body: unknown): Ask => ({ method: "POST", body });

const ASKED: readonly (readonly [string, Ask, ProblemCode, RegExp, RegExp])[] = [
  ["/api/documents/plan-none", {}, "not-found", /没有找到文档plan-none。/, /There is no document plan-none\./],
  [`/api/submissions/${UUID}`, {}, "not-found", /没有找到提交/, /There is no submission/],
  [`/api/batches/${UUID}`, {}, "not-found", /没有找到批次/, /There is no batch/],
  ["/api/comparisons/none", {}, "not-found", /没有找到比较/, /There is no comparison/],
  ["/api/keys/none", { method: "DELETE" }, "not-found", /没有找到有效密钥/, /There is no key/],
  ["/api/documents?cursor=nonsense", {}, "cursor-wrong", /游标/, /cursor/],
  ["/api/submissions", post({}), "not-multipart", /请按表单上传/, /Send the files as a form/],
];

test.each(ASKED)(
  "%s: what is wrong is said in Chinese or English, as the client asks",
  async (path, ask, code, zh, en) => {
    const chinese = await problemOf(path, "zh-CN", { ...ask, status: PROBLEMS[code].status });
    const english = await problemOf(path, "en-GB,en;q=0.9", { ...ask, status: PROBLEMS[code].status });
    expect([chinese.code, english.code]).toEqual([code, code]);
    expect(chinese.detail).toMatch(zh);
    expect(english.detail).toMatch(en);
    expect(english.detail).not.toMatch(/\p{Script=Han}/u);
  },
);

test("the parts of a request that are wrong are told in the client's language", async () => {
  const ask = { ...post({ template: 1, locals: [] }), status: 400 };
  const chinese = await problemOf("/api/comparisons", "zh", ask);
  const english = await problemOf("/api/comparisons", "en", ask);
  expect(chinese.errors!.map(({ path }) => path)).toEqual(["/template", "/locals"]);
  for (const { expected } of chinese.errors!) expect(expected).toMatch(/\p{Script=Han}/u);
  for (const { expected } of english.errors!) expect(expected).not.toMatch(/\p{Script=Han}/u);
  expect(chinese.errors!.map(({ came }) => came)).toEqual(["1", ""]);
  const query = await problemOf("/api/documents?limit=900", "zh", { status: 400 });
  expect(query).toMatchObject({
    title: "请求格式不对",
    errors: [{ path: "/limit", expected: expect.stringContaining("200"), came: "900" }],
  });
});

test("a file that has its end cannot be cancelled, and its state is said", async () => {
  const answer = await service.request("/api/submissions", { method: "POST", body: formOf({ "a.txt": "方案" }) });
  const { submissions } = (await answer.json()) as { submissions: Submission[] };
  const path = `/api/submissions/${submissions[0]!.id}/cancel`;
  await service.json(path, { method: "POST" });
  expect((await problemOf(path, "zh", { method: "POST", status: 409 })).detail).toMatch(/^该文件已取消/);
  const english = await problemOf(path, "en", { method: "POST", status: 409 });
  expect(english).toMatchObject({
    detail: expect.stringMatching(/^The file is cancelled/),
    facts: { state: "cancelled" },
  });
});

test("no problem says an English word of the program in Chinese", () => {
  const facts = { what: "queue", lack: "standards", state: "running", reason: "原因", format: "pdf" };
  for (const [code, { zh }] of Object.entries(PROBLEMS)) {
    const words = zh({
      ...facts,
      limit: 1,
      file: "甲.pdf",
      entry: "乙.zip",
      id: "1",
      came: "1",
      path: "/a",
      seconds: 1,
      waiting: 1,
      scope: "read",
      requestId: "1",
    });
    expect([code, words]).toEqual([code, expect.not.stringMatching(/queue|standards|running|undefined/)]);
  }
});
