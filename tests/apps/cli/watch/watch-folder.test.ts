import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Batch, Submission } from "../../../../schemas/submission.ts";
import { type Watch, watchFolder } from "../../../../src/apps/cli/watch/watch-folder.ts";
import type { Client } from "../../../../src/apps/client/client.ts";
import { ServiceProblem, ServiceUnreachable } from "../../../../src/apps/client/service-problem.ts";

const newFolder = (): string => mkdtempSync(join(tmpdir(), "fangan-watch-"));
const MILLIS = 60_000;

/** A service of plain objects: what was uploaded, by its batch; `isAway` makes every call fail. */
function createFakeService() {
  const uploads = new Map<string, string>();
  const service = { isAway: false, isSlow: false, uploads };
  const demandThere = (): void => {
    if (service.isAway) throw new ServiceUnreachable("http://fake", "ECONNREFUSED");
  };
  const client: Watch["client"] = {
    submit: async (files) => {
      demandThere();
      const batch = `b${uploads.size + 1}`;
      uploads.set(batch, `${files[0]!.name}=${await files[0]!.content.text()}`);
      return { batch, submissions: [] };
    },
    follow: async function* (batch): ReturnType<Client["follow"]> {
      demandThere();
      if (!uploads.has(batch)) throw unknownBatch();
      while (service.isSlow) await new Promise((resolve) => setTimeout(resolve, 20));
      yield { kind: "submission", submission: submissionOf(batch, uploads.get(batch)!) };
      yield { kind: "batch", batch: { id: batch } as Batch };
    },
    findPlanText: async (document) => {
      demandThere();
      return `{"plan":"${document}"}`;
    },
  };
  return Object.assign(service, { client });
}

const submissionOf = (batch: string, upload: string) =>
  ({ id: `s-${batch}`, ordinal: 1, fileName: upload.split("=")[0]!, document: `d-${batch}` }) as Submission;

const unknownBatch = () =>
  new ServiceProblem(
    { type: "", title: "", status: 404, detail: "unknown", instance: "", code: "not-found", requestId: "" },
    null,
  );

function startWatch(folder: string, client: Watch["client"]) {
  const stop = new AbortController();
  const told: string[] = [];
  const ended = watchFolder({
    folder,
    settleSeconds: 0,
    client,
    signal: stop.signal,
    say: { failure: () => "失败\nfailed\n", error: String },
    tell: {
      put: (name, place) => told.push(`${name} → ${place}`),
      fault: (error) => told.push(`fault ${error instanceof Error ? error.name : error}`),
      well: () => told.push("well"),
    },
  });
  return {
    told,
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

async function waitFor(isSo: () => boolean): Promise<void> {
  for (const until = Date.now() + 30_000; !isSo(); ) {
    if (Date.now() > until) throw new Error("it did not come to be so in 30 s");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("a service that is away is waited for, and nothing is moved meanwhile", { timeout: MILLIS }, async () => {
  const folder = newFolder();
  const service = createFakeService();
  service.isAway = true;
  writeFileSync(join(folder, "a.txt"), "1");
  const watching = startWatch(folder, service.client);
  await waitFor(() => watching.told.includes("fault ServiceUnreachable"));
  expect(readdirSync(folder).sort()).toEqual(["a.txt", "done", "failed"]);
  service.isAway = false;
  await waitFor(() => existsSync(join(folder, "done/a.txt")));
  await watching.stop();
  expect(readFileSync(join(folder, "done/a.txt.plan.json"), "utf8")).toBe('{"plan":"d-b1"}\n');
  expect(watching.told.at(-1)).toBe("a.txt → done/a.txt");
});

test("after a restart a file in hand is followed on, not uploaded again", { timeout: MILLIS }, async () => {
  const folder = newFolder();
  const service = createFakeService();
  service.isSlow = true;
  writeFileSync(join(folder, "a.txt"), "1");
  const first = startWatch(folder, service.client);
  await waitFor(() => existsSync(join(folder, ".fangan-watch.json")));
  service.isAway = true;
  service.isSlow = false;
  await first.stop();
  if (existsSync(join(folder, "done/a.txt")))
    throw new Error("the first watch was expected to be stopped in the midst");
  service.isAway = false;
  const second = startWatch(folder, service.client);
  await waitFor(() => existsSync(join(folder, "done/a.txt")));
  await second.stop();
  expect([...service.uploads.values()]).toEqual(["a.txt=1"]);
  expect(readFileSync(join(folder, ".fangan-watch.json"), "utf8").trim()).toBe("{}");
});

test("a service that was emptied is given the file again", { timeout: MILLIS }, async () => {
  const folder = newFolder();
  const service = createFakeService();
  service.isSlow = true;
  writeFileSync(join(folder, "a.txt"), "1");
  const first = startWatch(folder, service.client);
  await waitFor(() => existsSync(join(folder, ".fangan-watch.json")));
  service.isAway = true;
  service.isSlow = false;
  await first.stop();
  const emptied = createFakeService();
  emptied.uploads.set("b0", "other=");
  const second = startWatch(folder, emptied.client);
  await waitFor(() => existsSync(join(folder, "done/a.txt")));
  await second.stop();
  expect([...emptied.uploads.values()]).toEqual(["other=", "a.txt=1"]);
});

test("a file that changes while its plan is made stays, and its new bytes are taken", { timeout: MILLIS }, async () => {
  const folder = newFolder();
  const service = createFakeService();
  service.isSlow = true;
  writeFileSync(join(folder, "a.txt"), "1");
  const watching = startWatch(folder, service.client);
  await waitFor(() => service.uploads.size === 1);
  appendFileSync(join(folder, "a.txt"), "2");
  service.isSlow = false;
  await waitFor(() => existsSync(join(folder, "done/a.txt")));
  await watching.stop();
  expect([...service.uploads.values()]).toEqual(["a.txt=1", "a.txt=12"]);
  expect(readFileSync(join(folder, "done/a.txt"), "utf8")).toBe("12");
  expect(readFileSync(join(folder, "done/a.txt.plan.json"), "utf8")).toBe('{"plan":"d-b2"}\n');
});

test("files of one name, again and again, are kept apart; a name too long for what stands beside is cut", {
  timeout: MILLIS,
}, async () => {
  const folder = newFolder();
  const service = createFakeService();
  const watching = startWatch(folder, service.client);
  const long = `${"方案".repeat(41)}.txt`;
  for (const content of ["1", "2", "3"]) {
    writeFileSync(join(folder, "a.txt"), content);
    await waitFor(() => !existsSync(join(folder, "a.txt")));
  }
  writeFileSync(join(folder, long), "4");
  await waitFor(() => !existsSync(join(folder, long)));
  await watching.stop();
  const done = readdirSync(join(folder, "done"));
  for (const [name, content] of [
    ["a.txt", "1"],
    ["a-2.txt", "2"],
    ["a-3.txt", "3"],
  ] as const)
    expect(readFileSync(join(folder, "done", name), "utf8")).toBe(content);
  expect(done).toHaveLength(8);
  expect(done.find((name) => /^方案.*\.txt$/.test(name))!.length).toBeLessThan(long.length);
});
