import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { digitise } from "../../../pipelines/digitise.ts";
import type { Correction } from "../../../schemas/correction.ts";
import type { Plan } from "../../../schemas/plan.ts";
import { createJudge } from "../../../src/apps/web/plan/certainty.ts";
import { createFactFinder } from "../../../src/apps/web/plan/find-fact.ts";
import { type FactPlace, listFacts } from "../../../src/apps/web/plan/list-facts.ts";
import { matrixOf } from "../../../src/apps/web/plan/matrix-of.ts";
import { listSourceItems } from "../../../src/apps/web/plan/source-items.ts";
import { groupByCategory, mostPoints, sumPoints } from "../../../src/apps/web/plan/standard-groups.ts";

const SEED = join(import.meta.dirname, "../../../seeds/000_8a278b583fb0d41d.txt");

let plan: Plan;
let facts: FactPlace[];

beforeAll(async () => {
  plan = await digitise(new Uint8Array(readFileSync(SEED)), "plan.txt");
  facts = listFacts(plan);
}, 60_000);

const at = (path: string): FactPlace => facts.find((fact) => fact.path === path)!;

test("every target, task, row of a standard and finding is a fact with its evidence", () => {
  for (const root of ["targets", "tasks", "findings"] as const)
    expect(facts.filter(({ path }) => path.startsWith(`${root}/`))).toHaveLength(plan[root].length);
  expect(at("standards/0/items/19").evidence).toEqual(plan.standards[0]!.items[19]!.evidence);
});

test("each field of the header is shown where its own words stand", () => {
  const { header, blocks } = plan;
  for (const field of ["title", "issuedOn", "issuers"]) {
    const { evidence } = at(`header/${field}`);
    expect(evidence.length, field).toBeGreaterThan(0);
    for (const { block, start, end, quote } of evidence) expect(blocks[block]!.text.slice(start, end)).toBe(quote);
  }
  expect(at("header/title").evidence.some(({ quote }) => quote.includes(header.title!))).toBe(true);
});

test("the fact that is pointed at is the nearest one: a target, not the chapter around it", () => {
  const finder = createFactFinder(facts);
  const [first] = plan.targets[0]!.evidence;
  expect(finder.inText(first!.block, first!.start + 2)).toMatch(/^(?:targets|phases)\//u);
  const row = plan.standards[0]!.items[3]!.evidence.find(({ quote }) => quote.length > 3)!;
  expect(finder.inText(row.block, row.start + 1)).toBe("standards/0/items/3");
  expect(finder.inText(plan.blocks.length + 5, 0)).toBeNull();
});

const correction = (more: Partial<Correction>): Correction => ({
  id: "1",
  document: plan.id,
  path: "/targets/0/value",
  machine: 60,
  value: 65,
  who: "local",
  why: "",
  at: "2026-11-28T00:00:00Z",
  withdrawn: null,
  ...more,
});

test("a value laid over the machine's is corrected, the same value laid over itself is checked, one withdrawn is neither", () => {
  const judge = createJudge(plan, [
    correction({}),
    correction({ id: "2", path: "/targets/1/value", machine: 1, value: 1 }),
    correction({ id: "3", path: "/tasks/0/title", withdrawn: { who: "local", at: "2026-11-28T00:00:01Z" } }),
  ]);
  expect(judge(at("targets/0")).corrected).toHaveLength(1);
  expect(judge(at("targets/1"))).toMatchObject({ corrected: [], checked: [{ id: "2" }] });
  expect(judge(at("tasks/0"))).toMatchObject({ corrected: [], checked: [], confidence: null });
});

test("a finding speaks of the facts that share its words, and recognition is as sure as its least sure line", () => {
  const { evidence } = plan.findings[0]!;
  const judge = createJudge(plan, []);
  const spoken = facts.filter(
    ({ path }) => !path.startsWith("findings/") && judge({ path, evidence }).findings.includes(0),
  );
  expect(spoken.length).toBeGreaterThan(0);
  const blocks = plan.blocks.map((block, id) => ({ ...block, confidence: id % 2 ? 0.8 : 0.9 }));
  const scanned = createJudge({ ...plan, blocks }, []);
  const fact = { path: "x", evidence: [0, 1].map((block) => ({ ...evidence[0]!, block })) };
  expect(scanned(fact).confidence).toBe(0.8);
});

test("the cells of a table come together, with every block of the plan once and in order", () => {
  const items = listSourceItems(plan.blocks);
  const ids = items.flatMap((item) => (item.kind === "table" ? item.rows.flat().map(({ id }) => id) : [item.block.id]));
  expect(ids.toSorted((a, b) => a - b)).toEqual(plan.blocks.map(({ id }) => id));
  expect(items.filter(({ kind }) => kind === "table").length).toBeGreaterThan(0);
});

test("categories are merged with the sum of their rows, free of the dust of fractions", () => {
  const [standard] = plan.standards;
  const groups = groupByCategory(standard!);
  expect(groups.flatMap(({ rows }) => rows)).toHaveLength(standard!.items.length);
  expect(sumPoints([0.1, 0.2, null])).toBe(0.3);
  expect(sumPoints([null])).toBeNull();
  expect(mostPoints({ ...standard!.items[0]!, points: null, grades: { 合格: 4, 良好: 6 } })).toBe(6);
});

test("names of one body share a column of the matrix", () => {
  const { bodies, lines } = matrixOf({
    ...plan,
    measures: [],
    assignments: [],
    phases: [],
    units: [{ ...plan.units[0]!, name: "县住房和城乡建设局", aliases: ["县住建局"] }],
    tasks: ["县住房和城乡建设局", "县住建局"].map((unit) => ({
      ...plan.tasks[0]!,
      responsibilities: [{ role: "lead", units: [unit] }],
    })),
  });
  expect(bodies).toEqual(["县住房和城乡建设局"]);
  expect(lines.map(({ roles }) => [...roles.values()])).toEqual([[["lead"]], [["lead"]]]);
});
