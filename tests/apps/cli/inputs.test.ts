import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findInputs } from "../../../src/apps/cli/find-inputs.ts";
import { outputNames } from "../../../src/apps/cli/output-names.ts";

const root = mkdtempSync(join(tmpdir(), "fangan-"));
for (const folder of ["a", "b", ".hidden"]) mkdirSync(join(root, folder));
for (const file of ["a/plan.pdf", "b/plan.pdf", "b/plan.docx", "notes.exe", ".hidden/plan.txt", "plan.txt"])
  writeFileSync(join(root, file), "");
symlinkSync(join(root, "plan.txt"), join(root, "same.txt"));

const names = async (...paths: string[]) =>
  (await findInputs(paths, "stdin")).map(({ inputs }) => inputs?.map(({ name }) => name) ?? null);

test("a folder gives its files of known kinds on every level, hidden ones left out", async () => {
  expect(await names(root)).toEqual([["a/plan.pdf", "b/plan.docx", "b/plan.pdf", "plan.txt"]]);
});

test("a file named by itself is taken whatever it is called, and one that is not there is nothing", async () => {
  expect(await names(join(root, "notes.exe"), join(root, "gone.pdf"))).toEqual([["notes.exe"], null]);
});

test("a pattern gives what it matches; one that matches nothing is nothing", async () => {
  expect(await names(join(root, "*/plan.pdf"), join(root, "*.ofd"))).toEqual([["plan.pdf", "plan.pdf"], null]);
});

test("one file by two names is digitised once", async () => {
  expect(await names(join(root, "plan.txt"), join(root, "same.txt"))).toEqual([["plan.txt"], []]);
});

test("standard input goes by the given name, without any folder", async () => {
  expect((await findInputs(["-"], "../x/plan.html"))[0]?.inputs).toEqual([{ path: "-", name: "plan.html" }]);
});

test("outputs keep the file's ending, and files of one name are kept apart by their folders", async () => {
  const found = await findInputs([join(root, "*/plan.pdf"), join(root, "b/plan.docx")], "stdin");
  const inputs = found.flatMap((each) => each.inputs ?? []);
  expect([...outputNames(inputs).values()]).toEqual(["a/plan.pdf.json", "b/plan.pdf.json", "plan.docx.json"]);
});
