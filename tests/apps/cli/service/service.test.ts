import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Plan } from "../../../../schemas/plan.ts";
import { createDataFolder } from "../../../services/embedded-folder.ts";
import { runProgram, startProgram } from "../run-program.ts";
import { BROKEN_DOCX, planText } from "./plan-texts.ts";
import { type Serving, startServe } from "./start-serve.ts";

const MILLIS = 180_000;
const newFolder = (): string => mkdtempSync(join(tmpdir(), "fangan-cli-"));

let data: string;
let serving: Serving;
const run = (...args: string[]) => runProgram(args, "", { FANGAN_SERVER: serving.url });
const batchesOf = () => JSON.parse(run("status", "--json").stdout);

const waitFor = async (isSo: () => boolean): Promise<void> => {
  for (const until = Date.now() + 90_000; !isSo(); ) {
    if (Date.now() > until) throw new Error("it did not come to be so in 90 s");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

beforeAll(async () => {
  data = await createDataFolder();
  serving = await startServe(data);
}, MILLIS);

afterAll(async () => {
  serving.process.kill("SIGKILL");
});

describe("fangan submit", { timeout: MILLIS }, () => {
  test("without --wait, a line a file: batch, id, name; then status shows both", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "甲.txt"), planText(1));
    writeFileSync(join(folder, "乙.txt"), planText(2));
    const { status, stdout, stderr } = run("submit", folder, "--name", "两份");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(lines.map(([, , name]) => name).sort()).toEqual(["乙.txt", "甲.txt"]);
    const [batch, id] = lines[0]!;
    expect(run("status", batch!).stdout).toMatch(/两份[\s\S]*甲\.txt/);
    expect(JSON.parse(run("status", id!, "--json").stdout)).toMatchObject({ id, batch, fileName: lines[0]![2] });
    expect(batchesOf()[0]).toMatchObject({ id: batch, name: "两份" });
  });

  test("--wait --out keeps each plan; what is refused, broken or missing is a line, and the exit status is 1", () => {
    const folder = newFolder();
    const out = join(folder, "out");
    mkdirSync(join(folder, "in/2022"), { recursive: true });
    writeFileSync(join(folder, "in/方案.txt"), planText(3));
    writeFileSync(join(folder, "in/2022/方案.txt"), planText(4));
    writeFileSync(join(folder, "in/bad.docx"), BROKEN_DOCX);
    writeFileSync(join(folder, "in/empty.txt"), "");
    const { status, stdout, stderr } = run("submit", join(folder, "in"), "/nowhere", "--out", out, "--lang", "en");
    expect(status).toBe(1);
    expect(stderr.trimEnd().split("\n")).toEqual([
      "/nowhere: There is no such file or folder. Check the path.",
      `${folder}/in/empty.txt: empty.txt is empty: a document was expected. Get the file again.`,
      expect.stringMatching(/^bad\.docx: The file \(zip\) is damaged/),
    ]);
    expect(readdirSync(out).sort()).toEqual(["方案.txt-2.json", "方案.txt.json"]);
    const plans = readdirSync(out).map((name) => Plan.parse(JSON.parse(readFileSync(join(out, name), "utf8"))));
    expect(plans.map(({ targets }) => targets[0]?.value).sort()).toEqual([43, 44]);
    expect(stdout).toMatch(/bad\.docx +failed/);
  });

  test("a ZIP stands for its files, standard input has the name it is given, and the template is compared with", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "批.zip"), zipSync({ "a.txt": strToU8(planText(5)), "b/c.txt": strToU8(planText(6)) }));
    const zip = run("submit", join(folder, "批.zip"), "--wait");
    expect(zip.status).toBe(0);
    expect(zip.stdout).toMatch(/a\.txt[\s\S]*c\.txt/);
    const [{ id }] = batchesOf();
    const template: string = JSON.parse(run("status", id, "--json").stdout).submissions[0].document;
    const args = ["submit", "-", "--name", "丙.txt", "--template", template, "--wait"];
    expect(runProgram(args, planText(7), { FANGAN_SERVER: serving.url })).toMatchObject({ status: 0 });
    const [{ report }] = batchesOf();
    expect(report).toMatchObject({ template, rows: [{ fileName: "丙.txt", comparison: expect.any(String) }] });
  });

  test("a template, an id, a server and an option that are not there are named", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "a.txt"), planText(1));
    const template = run("submit", folder, "--template", "nothing", "--lang", "en");
    expect(template).toMatchObject({ status: 1, stderr: expect.stringContaining("There is no template nothing") });
    expect(run("status", "nothing", "--lang", "en")).toMatchObject({
      status: 1,
      stderr: "The service has no batch or file nothing. fangan status lists the batches.\n",
    });
    const away = runProgram(["submit", folder, "--server", "http://127.0.0.1:9", "--lang", "en"]);
    expect(away).toMatchObject({ status: 1, stderr: expect.stringContaining("cannot be reached") });
    expect(run("status", "--server", "ftp://x").status).toBe(2);
    expect(run("submit").status).toBe(2);
  });
});

test("fangan retry puts a failed file into the queue again, by its id, its batch, or all", { timeout: MILLIS }, () => {
  const folder = newFolder();
  writeFileSync(join(folder, "bad.docx"), Buffer.concat([BROKEN_DOCX, Buffer.from("2")]));
  expect(run("submit", folder, "--wait").status).toBe(1);
  const [{ id }] = batchesOf();
  const [{ id: submission }] = JSON.parse(run("status", id, "--json").stdout).submissions;
  expect(run("retry", submission)).toMatchObject({ status: 0, stdout: expect.stringContaining("bad.docx") });
  expect(run("retry", "nothing").status).toBe(1);
  expect(run("retry").status).toBe(2);
  expect(run("retry", "--failed").status).toBe(0);
});

describe("fangan watch", { timeout: MILLIS }, () => {
  test("good files go to done with their plan, bad ones to failed with the reason; others are left alone", async () => {
    const folder = newFolder();
    const files = {
      "甲.txt": planText(11),
      "bad.docx": Buffer.concat([BROKEN_DOCX, Buffer.from("3")]),
      "empty.txt": "",
      "batch.zip": zipSync({ "a.txt": strToU8(planText(12)), "b.txt": strToU8(planText(13)) }),
      "~$lock.docx": "x",
      "half.pdf.crdownload": "x",
      ".hidden.txt": planText(14),
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const secret = join(newFolder(), "secret.txt");
    writeFileSync(secret, planText(15));
    symlinkSync(secret, join(folder, "link.txt"));
    mkdirSync(join(folder, "done"));
    writeFileSync(join(folder, "done/甲.txt"), "an earlier one");

    const watching = startProgram(["watch", folder, "--settle", "1"], { FANGAN_SERVER: serving.url });
    await waitFor(() =>
      ["甲.txt", "bad.docx", "empty.txt", "batch.zip"].every((name) => !existsSync(join(folder, name))),
    );
    await watching.hear(/empty\.txt → failed/);
    expect(await watching.stop()).toBe(0);

    expect(readFileSync(join(folder, "done/甲.txt"), "utf8")).toBe("an earlier one");
    expect(readFileSync(join(folder, "done/甲-2.txt"), "utf8")).toBe(planText(11));
    expect(readdirSync(join(folder, "done")).sort()).toEqual(
      ["batch.zip", "batch.zip.plans", "甲-2.txt", "甲-2.txt.plan.json", "甲.txt"].sort(),
    );
    expect(readdirSync(join(folder, "done/batch.zip.plans")).sort()).toEqual(["a.txt.plan.json", "b.txt.plan.json"]);
    const plan = Plan.parse(JSON.parse(readFileSync(join(folder, "done/甲-2.txt.plan.json"), "utf8")));
    expect(plan.targets[0]?.value).toBe(51);
    expect(readdirSync(join(folder, "failed")).sort()).toEqual(
      ["bad.docx", "bad.docx.reason.txt", "empty.txt", "empty.txt.reason.txt"].sort(),
    );
    const reason = readFileSync(join(folder, "failed/bad.docx.reason.txt"), "utf8");
    expect(reason).toMatch(/已损坏[\s\S]*damaged/);
    expect(readFileSync(join(folder, "failed/empty.txt.reason.txt"), "utf8")).toMatch(/空文件[\s\S]*is empty/);
    expect(lstatSync(join(folder, "link.txt")).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["~$lock.docx", "half.pdf.crdownload", ".hidden.txt"]));
  });

  test("a folder that is none is named: exit status 1", () => {
    const file = join(newFolder(), "a.txt");
    writeFileSync(file, "x");
    expect(run("watch", file, "--lang", "en")).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/a\.txt should be a folder/),
    });
  });
});

test("backup and check-store run beside the service, a restore needs an empty store; SIGTERM ends the service", {
  timeout: 2 * MILLIS,
}, async () => {
  const file = join(newFolder(), "backup.tar");
  const saved = run("backup", file, "--data", data);
  expect({ status: saved.status, stderr: saved.stderr }).toEqual({ status: 0, stderr: "" });
  expect(saved.stdout).toContain("backup/1");
  expect(run("check-store", "--data", data)).toMatchObject({ status: 0, stdout: "0 fault(s)\n" });
  expect(run("restore", file, "--data", data)).toMatchObject({ status: 1, stderr: expect.stringContaining("--force") });

  const other = await createDataFolder();
  expect(run("restore", file, "--data", other)).toMatchObject({ status: 0, stderr: "" });
  const before = batchesOf();
  expect(await serving.stop()).toBe(0);
  expect(run("status").status).toBe(1);

  serving = await startServe(other);
  expect(batchesOf().map(({ id }: { id: string }) => id)).toEqual(before.map(({ id }: { id: string }) => id));
  expect(await serving.stop("SIGINT")).toBe(0);
});

test("a worker beside a service of none takes its files", { timeout: 2 * MILLIS }, async () => {
  const folder = await createDataFolder();
  serving = await startServe(folder, ["--workers", "0"]);
  const another = join(newFolder(), "丁.txt");
  writeFileSync(another, planText(20));
  expect(run("submit", another).status).toBe(0);
  expect(batchesOf()[0].counts).toMatchObject({ queued: 1, done: 0 });
  const worker = startProgram(["worker", "--data", folder, "--workers", "1"]);
  await worker.hear(/worker ready/);
  await waitFor(() => batchesOf()[0].counts.done === 1);
  expect(await worker.stop()).toBe(0);
  expect(await serving.stop()).toBe(0);
});
