import { readdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../../schemas/problem.ts";
import type { Submission } from "../../../schemas/submission.ts";
import { type Setup, startSetup } from "../../queue/support/setups.ts";
import { waitUntil } from "../../services/started.ts";
import { eventsOf, formOf } from "./support/forms.ts";
import { startTestService, type TestService } from "./support/start-test-service.ts";

const upload = (service: TestService, text: string): Promise<Response> =>
  service.request("/api/submissions", { method: "POST", body: formOf({ "a.txt": text }) });

async function expectBusy(answer: Response, code: string): Promise<void> {
  expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([503, code]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
}

describe("under pressure", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ waitingFiles: "1" });
  }, 300_000);
  afterAll(() => service?.close(), 60_000);

  test("files beyond those that may wait are put off, and taken once there is room", async () => {
    const first = (await (await upload(service, "甲")).json()) as { submissions: Submission[] };
    await expectBusy(await upload(service, "乙"), "busy");
    await service.json(`/api/submissions/${first.submissions[0]!.id}/cancel`, { method: "POST" });
    expect((await upload(service, "乙")).status).toBe(202);
  });

  test("followers are let go when the service stops, and an upload under way is taken whole", {
    timeout: 120_000,
  }, async () => {
    const { items } = await service.json<{ items: Submission[] }>("/api/submissions?state=queued");
    await service.json(`/api/submissions/${items[0]!.id}/cancel`, { method: "POST" });
    const events = await service.request("/api/events");
    const reader = events.body!.getReader();
    await reader.read();
    const { socket, answer } = beginUpload(service.url);
    const incoming = join(service.dataFolder, "files", "incoming");
    await waitUntil("the upload is under way", async () => readdirSync(incoming).length > 0);
    const began = Date.now();
    const stopped = service.stop();
    while (!(await reader.read()).done);
    socket.write(chunk("文本\r\n--x--\r\n") + chunk(""));
    expect(await answer).toMatch(/^HTTP\/1\.1 202 /);
    await stopped;
    expect(Date.now() - began).toBeLessThan(25_000);
    await expect(service.request("/healthz")).rejects.toThrow();
  });
});

const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

function beginUpload(url: string): { socket: Socket; answer: Promise<string> } {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /api/submissions HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  socket.write(chunk('--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n方案'));
  const answer = new Promise<string>((resolve) => {
    let came = "";
    socket.on("data", (data) => {
      came += data;
    });
    socket.on("close", () => resolve(came));
  });
  return { socket, answer };
}

test("a full disk puts uploads off", { timeout: 120_000 }, async () => {
  const service = await startTestService({ freeMegabytes: "1000000" });
  await expectBusy(await upload(service, "甲"), "storage-full");
  await service.close();
});

describe("while Redis or PostgreSQL is away", () => {
  let setup: Setup;
  let service: TestService;
  beforeAll(async () => {
    setup = await startSetup("Redis + PostgreSQL", true);
    const { databaseUrl, redisUrl, dataFolder: data } = setup;
    service = await startTestService({ databaseUrl, redisUrl, data, workers: "1" });
  }, 300_000);
  afterAll(async () => {
    await service?.stop();
    await setup?.stop();
  }, 120_000);

  const endOf = async (text: string): Promise<unknown> => {
    const { submissions } = (await (await upload(service, text)).json()) as { submissions: Submission[] };
    const events = await service.request(`/api/submissions/${submissions[0]!.id}/events`);
    return eventsOf(await events.text()).at(-1)!.data.state;
  };

  test.each(["redis", "postgres"] as const)(
    "without %s the answer is 503, and it recovers by itself",
    { timeout: 180_000 },
    async (name) => {
      await setup[name]!.kill();
      await expectBusy(await service.request("/readyz"), "unavailable");
      await expectBusy(await upload(service, `${name}先`), "unavailable");
      if (name === "postgres") await expectBusy(await service.request("/api/documents"), "unavailable");
      expect((await service.request("/healthz")).status).toBe(200);
      await setup[name]!.start();
      await waitUntil("it is ready again", async () => (await service.request("/readyz")).ok, 60);
      expect(await endOf(`${name}后`)).toMatch(/done|failed/);
    },
  );
});
