import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Plan } from "../../../schemas/plan.ts";
import { runProgram as run } from "./run-program.ts";

const TEXT = `关于印发《某县绿色社区创建行动实施方案》的通知

各乡镇人民政府：

现将《某县绿色社区创建行动实施方案》印发给你们，请认真贯彻执行。

某县人民政府

2021年5月31日

某县绿色社区创建行动实施方案

一、创建目标

到2021年底，全县45%以上的社区达到创建要求。

二、实施步骤

（一）试点阶段（2020年12月至2021年2月）。选取社区先行试点。

（二）推广阶段（2021年3月至12月）。全面推广试点经验。
`;

const newFolder = (): string => mkdtempSync(join(tmpdir(), "fangan-"));

test("a folder becomes one validated plan a file, and a table on standard output", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "甲.txt"), TEXT);
  const { status, stdout, stderr } = run(["digitise", folder, "--out", join(folder, "out")]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const plan = Plan.parse(JSON.parse(readFileSync(join(folder, "out/甲.txt.json"), "utf8")));
  expect(plan.header.title).toBe("某县绿色社区创建行动实施方案");
  expect(stdout).toContain("某县绿色社区创建行动实施方案");
  expect(readdirSync(join(folder, "out")).sort()).toEqual([".fangan.json", "甲.txt.json"]);
});

test("standard input comes out as one line of JSON, with the table on standard error", () => {
  const { status, stdout, stderr } = run(["digitise", "-", "--name", "甲.txt", "--stdout"], TEXT);
  expect(status).toBe(0);
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  expect(Plan.parse(JSON.parse(stdout)).source.fileName).toBe("甲.txt");
  expect(stderr).toContain("2021-05-31");
});

test("a damaged file is one line of error and exit status 1, and the others are done", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "bad.docx"), Buffer.from("PK\x03\x04broken", "latin1"));
  writeFileSync(join(folder, "good.txt"), TEXT);
  const { status, stderr } = run(["digitise", folder, "--out", join(folder, "out"), "--lang", "en"]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\S*bad\.docx: The file .*damaged.*\.\n$/);
  expect(readdirSync(join(folder, "out"))).toContain("good.txt.json");
});

test.each([[[]], [["nonsense"]], [["digitise"]], [["digitise", "x", "--jobs", "0"]], [["schema", "Nothing"]]])(
  "%j is not understood: exit status 2",
  (args) => {
    expect(run(args).status).toBe(2);
  },
);

test("a path that is not there is said in Chinese and English: exit status 1", () => {
  const { status, stderr } = run(["digitise", "/nowhere/plan.pdf"]);
  expect(status).toBe(1);
  expect(stderr).toBe(
    "/nowhere/plan.pdf: 没有这个文件或文件夹。请核对路径。 There is no such file or folder. Check the path.\n",
  );
});

test("--help documents the exit statuses, and every command has examples", { timeout: 300_000 }, () => {
  expect(run(["--help"]).stdout).toContain("Exit status:");
  const commands = [...run(["--help"]).stdout.matchAll(/^ {2}([a-z-]+) (?:\[|<)/gm)].map((match) => match[1]!);
  expect(commands).toEqual(expect.arrayContaining(["digitise", "compare", "serve", "submit", "watch", "check-store"]));
  for (const command of commands.filter((each) => each !== "help"))
    expect(run([command, "--help"]).stdout).toContain("Examples:");
});

test.each([
  ["blocks", "#0  关于印发"],
  ["outline", "[phases]"],
  ["facts", "试点阶段 2020-12 – 2021-02"],
  ["findings", "warning phase-before-issue"],
])("explain shows the %s of a file", (stage, shown) => {
  const { status, stdout } = run(["explain", "-", "--name", "甲.txt", "--stage", stage], TEXT);
  expect(status).toBe(0);
  expect(stdout).toContain(shown);
});

test("explain --json gives a stage's values", () => {
  const { stdout } = run(["explain", "-", "--stage", "facts", "--json"], TEXT);
  expect(JSON.parse(stdout).phases).toHaveLength(2);
});

test("schema prints draft 2020-12 with the plan's parts by name", () => {
  const schema = JSON.parse(run(["schema"]).stdout);
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(Object.keys(schema.$defs)).toEqual(expect.arrayContaining(["Plan", "Target", "StandardItem", "Evidence"]));
});
