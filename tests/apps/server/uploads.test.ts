import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Problem } from "../../../schemas/problem.ts";
import type { Submission } from "../../../schemas/submission.ts";
import { writeZip } from "../../../src/core/write-zip.ts";
import { waitUntil } from "../../services/started.ts";
import { formOf } from "./support/forms.ts";
import { startTestService, type TestService } from "./support/start-test-service.ts";

const MEGABYTE = 1024 * 1024;
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ uploadMegabytes: "1", uploadFiles: "3", archiveFiles: "2" });
}, 300_000);
afterAll(() => service?.close(), 60_000);

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const zipOf = (files: Record<string, Uint8Array>): Uint8Array<ArrayBuffer> => new Uint8Array(writeZip(files));
const upload = (body: FormData | string, language = "en"): Promise<Response> =>
  service.request("/api/submissions", { method: "POST", body, headers: { "accept-language": language } });
const temporaryFiles = (): string[] => readdirSync(join(service.dataFolder, "files", "incoming"));
/** Zeros are packed a thousand times: a small file that would fill the memory. */
const bomb = (): Uint8Array<ArrayBuffer> => zipOf({ "a.txt": new Uint8Array(120 * MEGABYTE) });

test("several files and a ZIP are taken, each with its own hash and name", async () => {
  const answer = await upload(formOf({ "方案.txt": "甲方案", "folder/b.txt": "乙方案" }, { name: "第一批" }));
  expect(answer.status).toBe(202);
  const { batch, submissions } = (await answer.json()) as { batch: string; submissions: Submission[] };
  expect(submissions.map(({ fileName }) => fileName)).toEqual(["方案.txt", "b.txt"]);
  expect(submissions[0]).toMatchObject({
    batch,
    state: "queued",
    byteLength: 9,
    sha256: createHash("sha256").update("甲方案").digest("hex"),
    who: "local",
  });
  expect(await service.json(`/api/batches/${batch}`)).toMatchObject({ name: "第一批", counts: { queued: 2 } });
  const archive = formOf({ "all.zip": zipOf({ "in/丙.txt": bytes("丙方案"), "style.css": bytes("a{}") }) });
  const unpacked = (await (await upload(archive)).json()) as { submissions: Submission[] };
  expect(unpacked.submissions.map(({ fileName }) => fileName)).toEqual(["丙.txt"]);
});

const REFUSED: readonly (readonly [string, () => FormData | string, number, string, Record<string, unknown>])[] = [
  ["no file", () => formOf({}), 400, "no-files", {}],
  ["no form", () => "{}", 415, "not-multipart", {}],
  ["an empty file", () => formOf({ "a.txt": "" }), 400, "file-empty", { file: "a.txt" }],
  [
    "a file too large",
    () => formOf({ "a.txt": "文".repeat(MEGABYTE) }),
    413,
    "file-too-large",
    { file: "a.txt", limit: 1 },
  ],
  [
    "too many files",
    () => formOf({ "1.txt": "1", "2.txt": "2", "3.txt": "3", "4.txt": "4" }),
    413,
    "too-many-files",
    { limit: 3 },
  ],
  ["a name too long", () => formOf({ [`${"长".repeat(300)}.txt`]: "1" }), 400, "file-name-invalid", { limit: 255 }],
  ["a name with control characters", () => formOf({ "a\u0007.txt": "1" }), 400, "file-name-invalid", { limit: 255 }],
  [
    "a program",
    () => formOf({ "a.txt": new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }),
    415,
    "file-type-unknown",
    { file: "a.txt" },
  ],
  ["a RAR", () => formOf({ "a.rar": bytes("Rar!\u001a\u0007\u0000") }), 415, "file-type-unknown", { came: "rar" }],
  [
    "a workbook",
    () => formOf({ "a.xlsx": zipOf({ "[Content_Types].xml": bytes("<x/>"), "xl/workbook.xml": bytes("<x/>") }) }),
    415,
    "file-type-unknown",
    { came: "office" },
  ],
  [
    "a ZIP in a ZIP",
    () => formOf({ "a.zip": zipOf({ "b.zip": zipOf({ "c.txt": bytes("1") }) }) }),
    422,
    "archive-nested",
    { entry: "b.zip" },
  ],
  [
    "too many files in a ZIP",
    () => formOf({ "a.zip": zipOf({ "1.txt": bytes("1"), "2.txt": bytes("2"), "3.txt": bytes("3") }) }),
    413,
    "too-many-files",
    { limit: 2, file: "a.zip" },
  ],
  [
    "a ZIP of nothing",
    () => formOf({ "a.zip": zipOf({ "a.css": bytes("a{}") }) }),
    422,
    "archive-refused",
    { file: "a.zip" },
  ],
  ["a ZIP bomb", () => formOf({ "a.zip": bomb() }), 422, "archive-refused", { file: "a.zip" }],
  [
    "a template that is not there",
    () => formOf({ "a.txt": "1" }, { template: "plan-none" }),
    404,
    "not-found",
    { what: "template" },
  ],
];

test.each(REFUSED)(
  "%s is refused with a named problem, and nothing is kept",
  { timeout: 60_000 },
  async (_, body, status, code, facts) => {
    const before = await service.json<{ items: Submission[] }>("/api/submissions");
    const answer = await upload(body());
    const problem = (await answer.json()) as Problem;
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(problem).toMatchObject({ status, code, type: `/problems/${code}` });
    expect(problem.facts ?? {}).toMatchObject(facts);
    expect(answer.status).toBe(status);
    expect(problem.detail).not.toMatch(/undefined|[\u4e00-\u9fff]{4}/u);
    expect(temporaryFiles()).toEqual([]);
    expect(await service.json("/api/submissions")).toEqual(before);
  },
);

test("a refusal is told in Chinese where English is not asked for", async () => {
  const problem = (await (
    await upload(formOf({ "a.zip": zipOf({ "a.css": bytes("a{}") }) }), "zh-CN")
  ).json()) as Problem;
  expect(problem.detail).toMatch(/^不能接收压缩包a\.zip：/u);
});

/** Sends the head of a form and the first part of a file, and no more. */
function sendHalf(rest: (socket: ReturnType<typeof connect>) => void): Promise<string> {
  const { hostname, port, host } = new URL(service.url);
  return new Promise((resolve) => {
    let came = "";
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /api/submissions HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`,
      );
      const part = `--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n${"文".repeat(1000)}`;
      socket.write(`${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`);
      rest(socket);
    });
    socket.on("data", (data) => {
      came += data;
    });
    socket.on("close", () => resolve(came));
  });
}

test("a form that is cut short is refused, and nothing is kept", async () => {
  const answer = await sendHalf((socket) => socket.write("0\r\n\r\n"));
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('"code":"upload-cut-short"');
  expect(temporaryFiles()).toEqual([]);
});

test("a client that goes away halfway leaves no temporary file", async () => {
  const before = await service.json<{ items: Submission[] }>("/api/submissions");
  const gone = sendHalf((socket) =>
    waitUntil("the file begins to be written", async () => temporaryFiles().length > 0).then(() => socket.destroy()),
  );
  await gone;
  await waitUntil("the temporary file is gone", async () => temporaryFiles().length === 0);
  expect(await service.json("/api/submissions")).toEqual(before);
  expect(existsSync(join(service.dataFolder, "files", "incoming"))).toBe(true);
});
