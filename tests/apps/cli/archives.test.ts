import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { findInputs } from "../../../src/apps/cli/find-inputs.ts";
import { createInputBytes } from "../../../src/apps/cli/input-bytes.ts";
import { runProgram } from "./run-program.ts";

const PLAN = strToU8("某县绿色社区创建行动实施方案\n\n一、创建目标\n\n到2021年底，全县45%以上的社区达到创建要求。\n");
const newFolder = (): string => mkdtempSync(join(tmpdir(), "fangan-"));

function writeZip(folder: string, name: string, files: Readonly<Record<string, Uint8Array>>): string {
  const path = join(folder, name);
  writeFileSync(path, zipSync({ ...files }, { level: 9 }));
  return path;
}

test("a ZIP becomes a plan a document below its own name, and each file that is none is a line", () => {
  const folder = newFolder();
  const zip = writeZip(folder, "批.zip", {
    "2021/方案.txt": PLAN,
    "bomb.txt": new Uint8Array(8 * 1024 * 1024),
    "inner.zip": zipSync({ "a.txt": PLAN }),
    "logo.bin": Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 32),
    "__MACOSX/._方案.txt": strToU8("x"),
    "z.txt": PLAN,
  });
  const out = join(folder, "out");
  const { status, stderr } = runProgram(["digitise", zip, "--out", out, "--lang", "en"]);
  expect(status).toBe(1);
  expect(stderr.trimEnd().split("\n")).toEqual([
    `${zip}: 1 file(s) that a system left in the archive were passed over (__MACOSX/._方案.txt).`,
    expect.stringMatching(`^${zip}/bomb.txt: The file goes over a limit`),
    expect.stringMatching(`^${zip}/inner.zip: The file is an archive`),
    expect.stringMatching(`^${zip}/logo.bin: Passed over, for it is no document`),
  ]);
  expect(readdirSync(join(out, "批.zip")).sort()).toEqual(["2021", "z.txt.json"]);
  expect(JSON.parse(readFileSync(join(out, "批.zip/2021/方案.txt.json"), "utf8")).source.fileName).toBe("方案.txt");
});

test("a ZIP whose other files are no documents is done; one without any document is not", () => {
  const folder = newFolder();
  const good = writeZip(folder, "good.zip", { "a.txt": PLAN, "style.css": strToU8("p { color: red }") });
  expect(runProgram(["digitise", good, "--stdout"]).status).toBe(0);
  const none = writeZip(folder, "none.zip", { "style.css": strToU8("p { color: red }") });
  expect(runProgram(["digitise", none, "--stdout"]).status).toBe(1);
  const empty = writeZip(folder, "empty.zip", {});
  expect(runProgram(["digitise", empty, "--lang", "en"])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching("empty.zip: It holds no file of a known format"),
  });
});

test("a ZIP is told by its bytes; a DOCX, which is a zip too, stays one document", async () => {
  const folder = newFolder();
  const paths = [
    writeZip(folder, "batch.txt", { "a.txt": PLAN, "b/c.txt": PLAN }),
    writeZip(folder, "plan.zip", { "word/document.xml": PLAN }),
    writeZip(folder, "book.xlsx", { "[Content_Types].xml": PLAN }),
  ];
  const found = (await findInputs(paths, "stdin")).flatMap(({ inputs }) => inputs ?? []);
  const { inputs } = await createInputBytes().expand(found);
  expect(inputs.map(({ name }) => name)).toEqual(["batch.txt/a.txt", "batch.txt/b/c.txt", "plan.zip", "book.xlsx"]);
});

test("a ZIP from standard input is taken, too", () => {
  const folder = newFolder();
  const zip = zipSync({ "a.txt": PLAN });
  const { status } = runProgram(["digitise", "-", "--name", "x.zip", "--out", join(folder, "out")], zip);
  expect(status).toBe(0);
  expect(readdirSync(join(folder, "out/x.zip"))).toEqual(["a.txt.json"]);
});

test("an archive that was damaged or needs a password is one failure", () => {
  const zip = Buffer.from(zipSync({ "a.txt": PLAN }));
  zip.writeUInt16LE(1, zip.indexOf("PK\x01\x02", 0, "latin1") + 8);
  const { status, stderr } = runProgram(["digitise", "-", "--name", "x.zip", "--stdout", "--lang", "en"], zip);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^-: The file is encrypted/);
});

test("explain says that an archive is no document", () => {
  const { status, stderr } = runProgram(["explain", "-", "--lang", "en"], zipSync({ "a.txt": PLAN }));
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching("^-: The file is an archive") });
});
