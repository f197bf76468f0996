import { beforeAll, describe, expect, test, vi } from "vitest";
import { digitise } from "../../pipelines/digitise.ts";
import { publishFile } from "../../pipelines/publish.ts";
import type { Plan } from "../../schemas/plan.ts";
import { PublishedStandard } from "../../schemas/published-standard.ts";
import { openZip } from "../../src/core/zip.ts";
import { safeStem } from "../../src/publish/file-name.ts";
import { firstDay } from "../../src/publish/first-day.ts";
import { PUBLISH_FORMATS, publish } from "../../src/publish/publish.ts";
import { PublishError } from "../../src/publish/publish-error.ts";
import { writeMarkdown } from "../../src/publish/readable/markdown.ts";
import { allPlans, genrePlan, standardOf } from "./plans.ts";

vi.setConfig({ testTimeout: 60_000 });

let plans: Plan[] = [];
beforeAll(async () => {
  plans = await allPlans();
}, 120_000);

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("publish", () => {
  test.each(PUBLISH_FORMATS)(
    "gives every plan as %s, or says what it lacks",
    async (format) => {
      let published = 0;
      for (const plan of plans) {
        const files = await publish(plan, format).catch((error: unknown) => {
          if (!(error instanceof PublishError)) throw error;
          expect(error.messageZh).toContain("方案中没有");
          return [];
        });
        published += files.length;
        for (const { name, bytes } of files) {
          expect(name).toMatch(/^[^/\\]+\.(?:json|csv|xlsx|md|docx|ics)$/);
          expect(bytes.length).toBeGreaterThan(0);
        }
      }
      expect(published).toBeGreaterThan(20);
    },
    120_000,
  );

  test.each(PUBLISH_FORMATS)("gives the same bytes each time as %s", async (format) => {
    const plan = plans[4]!;
    const once = await publish(plan, format);
    await new Promise((done) => setTimeout(done, 1_100));
    expect(await publish(plan, format)).toEqual(once);
  });

  test("gives a plan's two standards as two files, or two sheets of a workbook", async () => {
    const plan = await genrePlan("disaster-community-two-standards");
    for (const format of ["standard", "csv"] as const)
      expect((await publish(plan, format)).map(({ name }) => name)).toEqual([
        expect.stringContaining(".standard-1."),
        expect.stringContaining(".standard-2."),
      ]);
    const [workbook] = await publish(plan, "workbook");
    expect(openZip(workbook!.bytes).names).toContain("xl/worksheets/sheet2.xml");
  });

  test("says by name what a plan lacks", async () => {
    const plan = plans.find(({ standards }) => standards.length === 0)!;
    await expect(publish(plan, "workbook")).rejects.toThrow("The plan has no standard");
    await expect(publish({ ...plan, targets: [] }, "targets-csv")).rejects.toMatchObject({ lack: "targets" });
  });
});

test("standard/1 holds what the table says, with families, entries and bounds", async () => {
  const plan = await genrePlan("guojia-jieshuixing");
  const standard = standardOf(plan);
  expect(PublishedStandard.parse(standard)).toEqual(standard);
  // The table states 100, but its rows add up to 60 + 39.
  expect(standard).toMatchObject({ total: 100, attainable: 99, passMark: 85, bonusCap: 10, totalCap: 110 });
  expect(standard.rows.slice(0, 3).map(({ entry, decisive }) => [entry.kind, decisive])).toEqual(
    Array.from({ length: 3 }, () => ["met", true]),
  );
  expect(standard.bonus.map(({ number, maxPoints }) => [number, maxPoints])).toEqual([
    ["加1", 5],
    ["加2", 5],
  ]);
  const index = standardOf(await genrePlan("healthy-enterprise-index"));
  expect(index.rows.slice(-2).map(({ entry }) => entry)).toEqual([
    { kind: "deduction", min: -6, max: 0, options: [] },
    { kind: "deduction", min: null, max: 0, options: [] },
  ]);
  expect(index.bonusCap).toBe(10);
  const graded = standardOf(await genrePlan("property-service-grades"));
  expect(graded.rows[0]!.entry).toEqual({ kind: "grade", min: 0, max: 8, options: ["优秀", "良好", "合格"] });
});

test("the JSON Schema names the parts and requires what standard/1 always has", async () => {
  const [file] = await publish(plans[0]!, "schema");
  const schema = JSON.parse(textOf(file!.bytes));
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(Object.keys(schema.$defs).toSorted()).toEqual(["Entry", "PublishedRow", "PublishedRule"]);
  expect(schema.required).toEqual(expect.arrayContaining(["schema", "id", "rows", "veto"]));
});

test("a plan from its own JSON is published as from its source", async () => {
  const [json] = await publish(plans[0]!, "json");
  const [fromJson] = await publishFile(json!.bytes, "x.plan.json", "standard");
  const [fromPlan] = await publish(plans[0]!, "standard", { baseName: "x" });
  expect(fromJson).toEqual(fromPlan);
  await expect(publishFile(new TextEncoder().encode('{"schema":"plan/1"}'), "x.json", "csv")).rejects.toMatchObject({
    reason: { code: "damaged" },
  });
});

test("DOCX holds the plan: read again it gives the same title, rows and categories", async () => {
  const plan = await genrePlan("county-standard");
  const [docx] = await publish(plan, "docx");
  const again = await digitise(docx!.bytes, docx!.name);
  expect(again.header.title).toBe(plan.header.title);
  const rowsOf = ({ standards }: Plan) =>
    standards[0]!.items.map(({ number, category, criterion, points, scoring }) => ({
      number,
      category,
      criterion,
      points,
      scoring,
    }));
  expect(rowsOf(again)).toEqual(rowsOf(plan));
  const merged = again.blocks.filter(({ cell }) => cell && cell.rowSpan > 1).map(({ text }) => text);
  expect(merged).toEqual(plan.standards[0]!.categories.map(({ name }) => name));
});

describe("Markdown", () => {
  test("takes no text for markup", () => {
    const written = writeMarkdown([
      { kind: "paragraph", text: "# 甲 *乙* <b> [丙](x)\n1. 丁\n- 戊" },
      { kind: "table", columns: ["a|b"], rows: [["c\nd|`e`"]], merged: [], widths: [1] },
    ]);
    expect(written).toBe(
      "\\# 甲 \\*乙\\* \\<b\\> \\[丙\\](x)\n\n1\\. 丁\n\n\\- 戊\n\n| a\\|b |\n| --- |\n| c<br>d\\|\\`e\\` |\n",
    );
  });
  test("gives every table row as many cells as columns", async () => {
    const [file] = await publish(plans[4]!, "markdown");
    const lines = textOf(file!.bytes).split("\n");
    const counts = lines.map((line) => (line.startsWith("|") ? line.replaceAll("\\|", "").split("|").length : 0));
    for (const [at, count] of counts.entries())
      if (count > 0 && counts[at - 1]! > 0) expect(count).toBe(counts[at - 1]);
    expect(lines.filter((line) => line.startsWith("# "))).toHaveLength(1);
  });
});

test.each([
  ["../../etc/passwd", "etc_passwd"],
  ["plan.txt.json", "plan"],
  ["方案（试行）.pdf", "方案（试行）"],
  ["a:b*c?.docx", "a_b_c_"],
  ["-rf .txt", "rf"],
  ["\u202Egpj.exe", "gpj"],
  ["...", "plan"],
  [`${"长".repeat(200)}.txt`, "长".repeat(80)],
])("the file name %j is made the stem %j", (name, stem) => {
  expect(safeStem(name)).toBe(stem);
});

test.each([
  [null, "1970-01-01"],
  ["2021", "2021-01-01"],
  ["2021-06", "2021-06-01"],
  ["2021-06-15", "2021-06-15"],
])("the first day of %s is %s", (date, day) => {
  expect(firstDay(date)).toBe(day);
});
