import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createSettled } from "../../../../src/apps/cli/watch/settled-files.ts";

const newFolder = (): string => mkdtempSync(join(tmpdir(), "fangan-watch-"));

test("a file is given once its size and time have stayed the same for the whole time", async () => {
  const folder = newFolder();
  let now = 0;
  const look = createSettled(folder, 5000, () => now);
  const lookAt = async (time: number): Promise<string[]> => {
    now = time;
    return (await look()).map(({ name }) => name);
  };
  writeFileSync(join(folder, "a.txt"), "x");
  expect(await lookAt(0)).toEqual([]);
  expect(await lookAt(4000)).toEqual([]);
  appendFileSync(join(folder, "a.txt"), "y");
  expect(await lookAt(6000)).toEqual([]);
  utimesSync(join(folder, "a.txt"), 1, 1);
  expect(await lookAt(10_000)).toEqual([]);
  expect(await lookAt(14_999)).toEqual([]);
  expect(await lookAt(15_000)).toEqual(["a.txt"]);
  rmSync(join(folder, "a.txt"));
  expect(await lookAt(16_000)).toEqual([]);
  writeFileSync(join(folder, "a.txt"), "x");
  expect(await lookAt(17_000)).toEqual([]);
});

test.each([
  "~$plan.docx",
  ".plan.txt",
  "plan.pdf.part",
  "plan.pdf.crdownload",
  "plan.PDF.TMP",
  "plan.txt~",
  "~plan.tmp",
])("%s is not whole yet", async (name) => {
  const folder = newFolder();
  writeFileSync(join(folder, name), "x");
  expect(await createSettled(folder, 0)()).toEqual([]);
});

test("folders and symbolic links are no files; a name with spaces, or of many signs, is one", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "done"));
  writeFileSync(join(folder, "done/x.txt"), "x");
  symlinkSync(join(folder, "done/x.txt"), join(folder, "link.txt"));
  symlinkSync(join(folder, "done"), join(folder, "link"));
  const names = ["甲 乙.txt", `${"方".repeat(80)}.txt`];
  for (const name of names) writeFileSync(join(folder, name), "x");
  expect((await createSettled(folder, 0)()).map(({ name }) => name)).toEqual(names.toSorted());
});
