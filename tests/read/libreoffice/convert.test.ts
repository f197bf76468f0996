import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, expect, test, vi } from "vitest";
import { convertToDocx } from "../../../src/read/libreoffice/convert-to-docx.ts";
import type { OfficeJob } from "../../../src/read/libreoffice/office-job.ts";
import { createWorkerPool, DIGITISE_WORKER } from "../../../src/sandbox/worker-pool.ts";
import { buildDoc, paragraph } from "../doc/build-doc.ts";
import { createFakeOffice } from "./fake-office.ts";

const DOCX = new URL("../../../fixtures/difficulties/merged-cells.docx", import.meta.url);
const BYTES = new TextEncoder().encode("the file");
/** Starting a few processes is slow where other work runs beside it. */
const PATIENCE = 60_000;
/** Hangs with a child that hangs too, each in the list of processes. */
const HANG = `
sleep 600 &
echo $! > "$here/child"
echo $$ > "$here/own"
echo "$out" > "$here/place"
wait`;

afterEach(() => vi.unstubAllEnvs());

const job = (office: string, seconds = 20): OfficeJob => ({
  office,
  bytes: BYTES,
  extension: "doc",
  filter: "MS Word 97",
  seconds,
});

const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8").trim();

const runs = (id: string): boolean => {
  // A process that has ended but that nobody has asked for is a zombie, and holds nothing.
  const state = existsSync(`/proc/${id}/stat`) ? readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1]?.[0] : "Z";
  return state !== "Z";
};

async function expectNothingLeft(folder: string): Promise<void> {
  await vi.waitFor(
    () => {
      expect([read(folder, "own"), read(folder, "child")].filter(runs)).toEqual([]);
      expect(existsSync(read(folder, "place"))).toBe(false);
    },
    { timeout: 10_000, interval: 50 },
  );
}

test("what LibreOffice writes is the result, and its folder goes", { timeout: PATIENCE }, async () => {
  const { path, folder } = createFakeOffice('cp "$here/given.docx" "$out/source.docx"; echo "$out" > "$here/place"');
  copyFileSync(DOCX, join(folder, "given.docx"));
  const result = await convertToDocx(job(path));
  expect(result).toMatchObject({ kind: "converted" });
  expect(result.kind === "converted" && Buffer.from(result.docx).equals(readFileSync(DOCX))).toBe(true);
  expect(existsSync(read(folder, "place"))).toBe(false);
});

test("it sees the file under the program's own name, a profile of its own, and no secret", {
  timeout: PATIENCE,
}, async () => {
  vi.stubEnv("FANGAN_TOKEN", "a-secret");
  const { path, folder } = createFakeOffice(
    'env > "$here/env"; ls > "$here/files"; cat source.doc > "$here/source"; cat profile/user/*.xcu > "$here/settings"',
  );
  expect(await convertToDocx(job(path))).toEqual({ kind: "failed", reason: "no-result" });
  expect(read(folder, "env")).not.toContain("a-secret");
  expect(read(folder, "env")).toMatch(/^HOME=.*fangan-office-/mu);
  expect(read(folder, "files").split("\n")).toEqual(["out", "profile", "source.doc"]);
  expect(read(folder, "source")).toBe("the file");
  for (const setting of ["DisableMacrosExecution", "BlockUntrustedRefererLinks", "ooInetProxyType"])
    expect(read(folder, "settings")).toContain(setting);
});

test("one that hangs is ended in time, with its children", { timeout: PATIENCE }, async () => {
  const { path, folder } = createFakeOffice(HANG);
  expect(await convertToDocx(job(path, 2))).toEqual({ kind: "failed", reason: "timed-out" });
  await expectNothingLeft(folder);
});

test("one whose worker is terminated is ended, with its children and its folder", { timeout: PATIENCE }, async () => {
  const { path, folder } = createFakeOffice(HANG);
  const worker = new Worker(new URL("./convert-once.ts", import.meta.url), {
    workerData: job(path, 300),
    execArgv: [],
  });
  await vi.waitFor(() => expect(existsSync(join(folder, "place"))).toBe(true), { timeout: 10_000, interval: 20 });
  expect(runs(read(folder, "own"))).toBe(true);
  await worker.terminate();
  await expectNothingLeft(folder);
});

test("one whose sandbox is out of time is ended with it", { timeout: PATIENCE }, async () => {
  const { path, folder } = createFakeOffice(HANG);
  vi.stubEnv("FANGAN_SOFFICE", path);
  const pool = createWorkerPool(DIGITISE_WORKER, 1, { seconds: 5, megabytes: 512 });
  const bytes = new Uint8Array(buildDoc([paragraph("一、工作目标")]));
  expect(await pool.run({ bytes, fileName: "plan.doc", indent: 0 })).toMatchObject({ said: { code: "timed-out" } });
  await expectNothingLeft(folder);
  await pool.close();
});

test.each([
  ["that is not there", "/nowhere/soffice"],
  ["that is a folder", tmpdir()],
])("a program %s gives no result", { timeout: PATIENCE }, async (_, path) => {
  expect(await convertToDocx(job(path))).toMatchObject({ kind: "failed" });
});

test("a link in the result's place is not followed", { timeout: PATIENCE }, async () => {
  const { path } = createFakeOffice('ln -s /etc/hostname "$out/source.docx"');
  expect(await convertToDocx(job(path))).toEqual({ kind: "failed", reason: "no-result" });
});
