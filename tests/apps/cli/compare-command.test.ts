import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { Comparison } from "../../../schemas/comparison.ts";
import { Lineage } from "../../../schemas/lineage.ts";
import { Matrix } from "../../../schemas/matrix.ts";
import { COUNTY_ROWS, newFolder, PROVINCE_ROWS, planText, toJson, twoPlanFiles, twoPlans } from "./green-plan.ts";
import { runProgram as run } from "./run-program.ts";

/** Each test runs the program, on a machine that may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const { folder, province, county } = await twoPlanFiles();

const place = newFolder();
const fileOf = (name: string, text: string): string => {
  writeFileSync(join(place, name), text);
  return join(place, name);
};

test("a summary of two source files tells what was kept, tightened, added and dropped", () => {
  const sources = twoPlans();
  const { status, stdout, stderr } = run(["compare", sources.province, sources.county, "--lang", "en"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("template: 某省绿色社区创建行动实施方案");
  expect(stdout).toContain("coverage 66.7%");
  expect(stdout).toMatch(/Standards +1 +0 +1 +1 +1\n/);
  expect(stdout).toMatch(/≠▲ 2 → 2 .*30% → .*90%/);
  expect(stdout).toContain(`＋  – → 3  ${COUNTY_ROWS[2]}`);
  expect(stdout).toContain(`－  3 → –  ${PROVINCE_ROWS[2]}`);
});

test("--json gives one comparison/1; --strict ends with 3 where the local plan falls behind", () => {
  const { status, stdout } = run(["compare", province, county, "--json", "--strict"]);
  expect(status).toBe(3);
  const { standards } = Comparison.parse(JSON.parse(stdout));
  expect(standards.map(({ template, local, relation }) => `${template} ${local} ${relation}`).sort()).toEqual([
    "1 1 identical",
    "2 2 changed",
    "3 null removed",
    "null 3 added",
  ]);
});

test("a plan compared with itself is all identical, coverage 1, and nothing falls behind", () => {
  const { status, stdout } = run(["compare", province, province, "--json", "--strict"]);
  expect(status).toBe(0);
  const { standards, summary } = Comparison.parse(JSON.parse(stdout));
  expect(summary.coverage).toBe(1);
  expect(standards.map(({ relation }) => relation)).toEqual(["identical", "identical", "identical"]);
});

test("several local plans are a line each, and a list as JSON; a report of them has their matrix", async () => {
  const other = fileOf("other.txt", planText("某区", PROVINCE_ROWS));
  const locals = [county, await toJson(other, place)];
  const { stdout } = run(["compare", province, ...locals, "--lang", "en"]);
  expect(stdout).toMatch(/某县绿色社区创建行动实施方案 +66\.7% +1 +0 +1 +1 +1/);
  expect(stdout).toMatch(/某区绿色社区创建行动实施方案 +100% +3 +0 +0 +0 +0/);
  const out = join(place, "all.json");
  run(["compare", province, ...locals, "--out", out]);
  expect(JSON.parse(readFileSync(out, "utf8"))).toHaveLength(2);
});

test("--matrix gives a matrix/1 with the template first", () => {
  const matrix = Matrix.parse(JSON.parse(run(["compare", province, folder, "--matrix", "--json"]).stdout));
  expect(matrix.plans.map(({ isTemplate }) => isTemplate)).toEqual([true, false]);
  expect(matrix.rows.filter(({ section }) => section === "standards")).toHaveLength(4);
});

test("--out writes a report by its ending, below folders that are yet to be", () => {
  const out = join(place, "made", "report.xlsx");
  const { status, stdout } = run(["compare", province, county, "--out", out]);
  expect(status).toBe(0);
  expect(stdout).toContain(out);
  expect(readFileSync(out, "latin1")).toMatch(/^PK/);
});

test("--auto finds each plan's template in a folder", () => {
  const { status, stdout } = run(["compare", "--auto", folder, "--json"]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    template: { title: "某省绿色社区创建行动实施方案" },
    local: { title: "某县绿色社区创建行动实施方案" },
  });
});

test("--versions sets an issue beside the one before it", async () => {
  const later = fileOf("later.txt", planText("某省", COUNTY_ROWS).replaceAll("2020年11月30日", "2022年6月1日"));
  const { stdout } = run(["compare", "--versions", await toJson(later, place), province, "--json"]);
  expect(JSON.parse(stdout).summary).toMatchObject({ identical: 1, changed: 1, added: 1, removed: 1 });
});

test("lineage draws the county below its province, and gives lineage/1", () => {
  const { status, stdout } = run(["lineage", folder, "--lang", "en"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^某省绿色社区创建行动实施方案/m);
  expect(stdout).toMatch(/^ {2}└ 某县绿色社区创建行动实施方案 +county +2020-11-30/m);
  const { plans } = Lineage.parse(JSON.parse(run(["lineage", folder, "--json"]).stdout));
  expect(plans.map(({ chain }) => chain.length).sort()).toEqual([0, 1]);
});

test("a hostile plan comes out as text: no markup, no turned direction, no endless line", () => {
  const rows = ["<script>alert(1)</script>\u202E倒", "长".repeat(10_000), "a\u001b[31mred"];
  const hostile = fileOf("hostile.txt", planText("某县", rows));
  const out = join(place, "report.html");
  const { status, stdout } = run(["compare", province, hostile, "--out", out]);
  expect(status).toBe(0);
  const page = readFileSync(out, "utf8");
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(page).not.toMatch(/<script|\u202E/);
  expect(stdout).not.toMatch(/\u001b|\u202E/);
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThan(200);
});

test.each([
  ["a missing file", [province, "/nowhere/plan.pdf"], "/nowhere/plan.pdf: There is no such file"],
  ["a single plan", [province], "Expected 2 plans or more, came 1."],
  ["two templates", [folder, county], "Expected one plan as the template, came 2."],
  ["JSON of another schema", [province, fileOf("m.json", '{"schema":"matrix/1"}')], "came matrix/1"],
  ["no plan that rests on another", ["--auto", province], "None of the 1 plans names another"],
  ["no two versions", ["--versions", province, county], "No two of the 2 plans are versions"],
])("%s is a sentence and exit status 1", (_, args, said) => {
  const { status, stdout, stderr } = run(["compare", ...args, "--lang", "en"]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(said);
});

test("one local plan that cannot be read leaves the others; a plan without a standard is compared in what it has", async () => {
  const mixed = join(place, "mixed");
  mkdirSync(mixed);
  writeFileSync(join(mixed, "broken.json"), '{"schema":"plan/1"');
  await toJson(fileOf("plain.txt", planText("某县", COUNTY_ROWS).split("附件：")[0]!), mixed);
  const { status, stdout, stderr } = run(["compare", province, mixed, "--json"]);
  expect(status).toBe(1);
  expect(stderr).toContain("broken.json: ");
  const { messages, targets } = Comparison.parse(JSON.parse(stdout));
  expect(messages.map(({ code, plan }) => `${code} ${plan}`)).toContain("no-standard local");
  expect(targets).toHaveLength(1);
});

test.each([[["--out", "report.pdf"]], [["--auto", "--versions"]], [["--strict", "--matrix"]]])(
  "%j is not understood: exit status 2",
  (args) => {
    expect(run(["compare", province, county, ...args]).status).toBe(2);
  },
);
