import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { Assessment } from "../../../schemas/assessment.ts";
import { newFolder, twoPlanFiles } from "./green-plan.ts";
import { runProgram as run } from "./run-program.ts";

/** Each test runs the program, on a machine that may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const { folder, province } = await twoPlanFiles();
const standard = join(folder, "standard.json");
run(["publish", province, "--format", "standard", "--out", standard]);

const filled = (rows: readonly object[]): string => {
  const path = join(newFolder(), "filled.json");
  writeFileSync(path, JSON.stringify({ subject: "某社区", rows }));
  return path;
};
const points = (...all: readonly number[]): string => filled(all.map((each, at) => ({ number: at + 1, points: each })));

test("points are counted and said, from standard/1 JSON as from the plan itself", () => {
  const { status, stdout } = run(["assess", standard, points(10, 8.5, 9), "--lang", "en"]);
  expect(status).toBe(0);
  expect(stdout).toContain("subject: 某社区");
  expect(stdout).toContain("27.5 / 30");
  const json = Assessment.parse(JSON.parse(run(["assess", province, points(10, 8.5, 9), "--json"]).stdout));
  expect(json.total).toBe(27.5);
});

test("what cannot be counted is named, the rest counts, and --strict ends with 3", () => {
  const sheet = filled([
    { number: 1, points: 10 },
    { number: 2, points: 12 },
    { number: 9, points: 1 },
    { number: 3, points: "好" },
  ]);
  const { status, stdout } = run(["assess", standard, sheet, "--strict", "--lang", "en"]);
  expect(status).toBe(3);
  expect(stdout).toContain("10 / 30");
  for (const said of ["12 points are more than its 10", "“9” is no row of the standard", "came “好”"])
    expect(stdout).toContain(said);
});

test("--out writes a page", () => {
  const out = join(newFolder(), "result.html");
  expect(run(["assess", standard, points(1, 2, 3), "--out", out]).status).toBe(0);
  expect(readFileSync(out, "utf8")).toMatch(/^<!doctype html>/);
});

test.each([
  ["no such sheet", standard, "/nowhere.csv", "There is no such file"],
  ["a sheet that is none", standard, province, "It is not a filled sheet"],
  ["a sheet in place of the standard", points(1), points(1), "Expected JSON of the schema standard/1"],
])("%s is a sentence and exit status 1", (_, first, second, said) => {
  const { status, stdout, stderr } = run(["assess", first, second, "--lang", "en"]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(said);
});

test("a plan without a standard cannot be assessed by, and a standard without rows is refused", () => {
  const plain = join(newFolder(), "plain.txt");
  writeFileSync(plain, "某县实施方案\n\n一、目标\n\n到2022年底，60%以上的社区达标。\n");
  expect(run(["assess", plain, points(1), "--lang", "en"]).stderr).toContain("It holds no standard");
  const empty = join(newFolder(), "standard.json");
  writeFileSync(empty, JSON.stringify({ ...JSON.parse(readFileSync(standard, "utf8")), rows: [] }));
  const { status } = run(["assess", empty, points(1), "--strict"]);
  expect(status).toBe(3);
});

test("a page must end in .html: exit status 2", () => {
  expect(run(["assess", standard, points(1), "--out", "result.pdf"]).status).toBe(2);
});
