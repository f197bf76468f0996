import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { PublishedStandard } from "../../../schemas/published-standard.ts";
import { newFolder, PROVINCE_ROWS, planText, twoPlans } from "./green-plan.ts";
import { runProgram as run } from "./run-program.ts";

/** Each test runs the program several times, on a machine that may be busy. */
vi.setConfig({ testTimeout: 120_000 });

test("one text goes to standard output, and is what its schema says", () => {
  const { province } = twoPlans();
  const { status, stdout, stderr } = run(["publish", province, "--format", "standard"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const standard = PublishedStandard.parse(JSON.parse(stdout));
  expect(standard.rows.map(({ criterion }) => criterion)).toEqual(PROVINCE_ROWS);
});

test("several formats are files of a folder, named after the plan", () => {
  const { province, folder } = twoPlans();
  const { status, stdout } = run(["publish", province, "--format", "csv,json", "--out", join(folder, "made")]);
  expect(status).toBe(0);
  expect(readdirSync(join(folder, "made")).sort()).toEqual(["province.plan.json", "province.standard.csv"]);
  expect(stdout.trimEnd().split("\n")).toHaveLength(2);
});

test("published plan JSON is taken as a plan again, and rows keep the ids of an earlier version", () => {
  const { province, folder } = twoPlans();
  const [plan, first] = [join(folder, "plan.json"), join(folder, "first.json")];
  run(["publish", province, "--format", "json", "--out", plan]);
  run(["publish", plan, "--format", "standard", "--out", first]);
  const changed = join(folder, "later.txt");
  writeFileSync(
    changed,
    planText(
      "某省",
      PROVINCE_ROWS.map((row) => row.replace("积极推广", "积极推广和")),
    ),
  );
  const later = JSON.parse(run(["publish", changed, "--format", "standard", "--previous", first]).stdout);
  const ids = (standard: PublishedStandard) => standard.rows.map(({ id }) => id);
  expect(ids(later)).toEqual(ids(JSON.parse(readFileSync(first, "utf8"))));
});

test.each([
  ["--format", "csv,docs"],
  ["--out", "x"],
])("%s %s is not understood: exit status 2", (...args) => {
  expect(run(["publish", "plan.json", ...args]).status).toBe(2);
});

const folder = newFolder();
const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test.each([
  [
    "a plan without a standard",
    "memo.txt",
    "某县实施方案\n\n一、目标\n\n到2022年底，60%以上的社区达标。\n",
    "no standard",
  ],
  [
    "JSON that breaks off",
    "cut.json",
    '{"schema":"plan/1"',
    "Expected JSON (plan/1), but it is none, or it breaks off",
  ],
  [
    "JSON of another schema",
    "other.json",
    '{"schema":"matrix/1"}',
    "Expected JSON of the schema plan/1, came matrix/1.",
  ],
  ["a plan of another shape", "wrong.json", '{"schema":"plan/1","id":1}', "It says plan/1, but id: "],
])("%s is one sentence and exit status 1", (_, name, text, said) => {
  const { status, stdout, stderr } = run(["publish", fileOf(name, text), "--format", "standard", "--lang", "en"]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(said);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("several files need a place: none is written to standard output", () => {
  const { province } = twoPlans();
  const { status, stdout, stderr } = run(["publish", province, "--format", "json,csv", "--lang", "en"]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("Name a place with --out.");
});
