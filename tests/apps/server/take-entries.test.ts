import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import type { TakenFile } from "../../../src/apps/server/intake.ts";
import { takeEntries } from "../../../src/apps/server/take-entries.ts";

const MEGABYTE = 1024 * 1024;

/** Text that packs about eight to one, as plans do. */
function longText(bytes: number): Uint8Array {
  const text = Buffer.alloc(bytes, "到2025年底，道路完好率达到95%以上。（责任单位：县交通运输局）\n");
  for (let at = 0; at + 600 < bytes; at += 5000) text.write(randomBytes(400).toString("base64"), at);
  return text;
}

function newIntake() {
  const folder = mkdtempSync(join(tmpdir(), "fangan-intake-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, settings: { uploadMegabytes: 100, archiveFiles: 1000 }, onPath: () => {} };
}

/**
 * The longest that the thread worked between two turns of its loop, in ms of the processor: what another request would have
 * waited, whatever else runs on the machine.
 */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOn = true;
  let at = process.threadCpuUsage();
  const turn = (): void => {
    const { user, system } = process.threadCpuUsage(at);
    longest = Math.max(longest, (user + system) / 1000);
    at = process.threadCpuUsage();
    if (isOn) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isOn = false;
  return longest;
}

test.each([
  ["two packed files of 80 MB", { "a.txt": longText(80 * MEGABYTE), "b.txt": longText(80 * MEGABYTE) }, 6],
  ["two stored files of 40 MB", { "a.txt": longText(40 * MEGABYTE), "b.txt": longText(40 * MEGABYTE) }, 0],
  [
    "three hundred files of 100 KB",
    Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.txt`, longText(100_000 + at)])),
    6,
  ],
] as const)("while %s are unpacked, the server goes on answering", { timeout: 240_000 }, async (name, files, level) => {
  const zip = Buffer.from(zipSync(files, { level }));
  const intake = newIntake();
  let taken: TakenFile[] = [];
  const stall = await longestStall(async () => {
    taken = await takeEntries(zip, "all.zip", intake);
  });
  console.log(`${name}: the loop's longest stall was ${stall.toFixed(0)} ms of the processor`);
  expect(stall).toBeLessThan(100);
  expect(taken.map(({ fileName, byteLength }) => [fileName, byteLength])).toEqual(
    Object.entries(files).map(([file, { length }]) => [file, length]),
  );
  for (const { temporary, sha256 } of taken)
    expect(createHash("sha256").update(readFileSync(temporary)).digest("hex")).toBe(sha256);
});

test("what is no document leaves nothing in the temporary folder", async () => {
  const files = { "a.txt": longText(1000), "style.css": Buffer.from("a{}"), "empty.txt": new Uint8Array() };
  const intake = newIntake();
  const taken = await takeEntries(zipSync(files), "all.zip", intake);
  expect(taken.map(({ fileName }) => fileName)).toEqual(["a.txt"]);
  expect(readdirSync(intake.folder)).toHaveLength(1);
});
