import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { digitise } from "../../../pipelines/digitise.ts";
import type { Matrix } from "../../../schemas/matrix.ts";
import { Plan } from "../../../schemas/plan.ts";
import { buildMatrix } from "../../../src/compare/matrix/build-matrix.ts";
import { createRandom, rewordText } from "../../helpers/vary-text.ts";
import { madeItem, madePlan } from "../made-plan.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FIXTURES = join(ROOT, "fixtures/compare");
/** Milliseconds: a busy machine takes its time over the seeds. */
const SLOW = 240_000;

/** What belongs together, and who stands out, whichever columns the plans stand in. */
function meaningOf({ plans, rows, outliers }: Matrix) {
  const placesOf = ({ section, cells }: Matrix["rows"][number]): string =>
    cells
      .flatMap((cell, column) => cell.rows.map((ordinal) => `${section} ${plans[column]!.id} ${ordinal}`))
      .sort()
      .join("; ");
  const clusters = new Map(rows.map((row) => [row.id, placesOf(row)]));
  return {
    clusters: [...clusters.values()].sort(),
    outliers: outliers.map(({ plan, row, kind }) => `${kind} ${plan}: ${clusters.get(row)}`).sort(),
  };
}

/** Each plan comes first once, and every second time the others stand the other way round. */
const turnsOf = (plans: readonly Plan[]): Plan[][] =>
  plans.map((plan, from) => {
    const others = [...plans.slice(from + 1), ...plans.slice(0, from)];
    return [plan, ...(from % 2 === 0 ? others : others.toReversed())];
  });

function expectSame(plans: readonly Plan[], template: Plan | null): void {
  const [given, ...others] = turnsOf(plans);
  const expected = meaningOf(buildMatrix(given!, template));
  for (const turn of others) expect(meaningOf(buildMatrix(turn, template))).toEqual(expected);
}

const readPlan = (name: string, side: "template" | "local"): Plan =>
  Plan.parse(JSON.parse(readFileSync(join(FIXTURES, name, `${side}.json`), "utf8")));

describe("the order in which plans are given changes no cluster", () => {
  let seeds: Plan[] = [];
  beforeAll(async () => {
    const files = readdirSync(join(ROOT, "seeds")).filter((name) => name.endsWith(".txt"));
    seeds = await Promise.all(files.map((name) => digitise(readFileSync(join(ROOT, "seeds", name)), basename(name))));
  }, SLOW);

  test("of the seeds as equals", () => expectSame(seeds, null), SLOW);
  test("of the seeds against one of them", () => expectSame(seeds.slice(0, 3), seeds[3]!), SLOW);

  const NAMES = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  test(
    "of the plans of fixtures/compare, four pairs at a time",
    () => {
      for (let from = 0; from < NAMES.length; from += 4) {
        const names = NAMES.slice(from, from + 4).map(({ name }) => name);
        expectSame(
          names.flatMap((name) => [readPlan(name, "template"), readPlan(name, "local")]),
          null,
        );
      }
    },
    SLOW,
  );

  const DEMANDS = [
    "生活垃圾分类投放点设置规范，覆盖率不低于60%",
    "生活垃圾分类宣传进社区，定期开展入户宣传",
    "生活垃圾分类收运车辆配备齐全，做到日产日清",
    "建立生活垃圾分类日常检查制度，及时通报检查结果",
    "定期开展消防检查，消防通道畅通",
    "建立消防检查制度，灭火器材完好有效",
    "居民参与楼前绿化管理，绿化带及时修剪",
  ];
  /** A row is a demand, as it stands or in other words (by a seed of its own). */
  const row = fc.tuple(fc.nat(DEMANDS.length - 1), fc.nat(5));
  const wordsOf = ([demand, seed]: readonly [number, number]): string =>
    seed === 0 ? DEMANDS[demand]! : rewordText(DEMANDS[demand]!, createRandom(seed));
  const planRows = fc.uniqueArray(fc.array(row, { maxLength: 8 }), { minLength: 2, maxLength: 6 });

  test(
    "of plans that say the same in other words, some of it twice",
    () => {
      fc.assert(
        fc.property(planRows, (rows) => {
          const plans = rows.map((each, at) =>
            madePlan(
              `plan-${at}`,
              each.map((words, number) => madeItem(number + 1, wordsOf(words))),
            ),
          );
          expectSame(plans, null);
          expectSame(plans, plans[0]!);
        }),
        { numRuns: 60 },
      );
    },
    SLOW,
  );
});

test("rows stand in the order of the first plan that has them, which the others are set against", () => {
  const [garbage, alarm, trees] = ["生活垃圾分类投放", "消防通道畅通", "楼前绿化修剪养护"];
  const first = madePlan("z", [madeItem(1, trees!), madeItem(2, garbage!)]);
  const second = madePlan("a", [madeItem(1, alarm!), madeItem(2, `${garbage}，覆盖率不低于60%`)]);
  const { rows } = buildMatrix([first, second], null);
  expect(rows.map(({ label, cells }) => [label, ...cells.map(({ relation }) => relation)])).toEqual([
    [trees, "identical", null],
    [garbage, "identical", "changed"],
    [alarm, null, "identical"],
  ]);
});
