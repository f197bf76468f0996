import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Standard } from "../../schemas/standard.ts";
import { carryIds, type Known, type Wording } from "../../src/publish/standard/carry-ids.ts";
import { contentId } from "../../src/publish/standard/content-id.ts";
import { createStandards } from "../../src/publish/standard/create-standard.ts";
import { likenessOf } from "../../src/publish/standard/likeness.ts";
import { allPlans, genrePlan } from "./plans.ts";

vi.setConfig({ testTimeout: 60_000 });

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));

/** Replaces, drops or puts in characters at as many places as a fifth of the text has. */
const editText = (text: string): fc.Arbitrary<string> =>
  fc
    .record({
      places: fc.shuffledSubarray(
        [...text].map((_, at) => at),
        { maxLength: Math.floor(text.length / 5) },
      ),
      kinds: fc.array(fc.constantFrom("replace", "drop", "insert"), { minLength: text.length, maxLength: text.length }),
      fresh: fc.array(han, { minLength: text.length, maxLength: text.length }),
    })
    .map(({ places, kinds, fresh }) =>
      [...text]
        .map((character, at) => {
          if (!places.includes(at)) return character;
          return kinds[at] === "replace" ? fresh[at] : kinds[at] === "drop" ? "" : fresh[at]! + character;
        })
        .join(""),
    );

const editNullable = (text: string | null): fc.Arbitrary<string | null> =>
  text === null ? fc.constant(null) : editText(text);

/** A new version: rows edited, some dropped, others added, all in another order; `from` is the place of a row in the old one. */
const nextVersion = (rows: readonly Wording[]) =>
  fc
    .record({
      edited: fc.tuple(
        ...rows.map(({ criterion, scoring }) =>
          fc.record({ criterion: editNullable(criterion), scoring: editNullable(scoring) }),
        ),
      ),
      kept: fc.shuffledSubarray(
        rows.map((_, at) => at),
        { minLength: Math.ceil(rows.length / 2) },
      ),
      added: fc.array(fc.string({ unit: han, minLength: 8, maxLength: 40 }), { maxLength: 5 }),
    })
    .chain(({ edited, kept, added }) => {
      const old = kept.map((from) => ({ from: from as number | null, row: edited[from] as Wording }));
      const fresh = added.map((criterion) => ({ from: null, row: { criterion, scoring: null } }));
      return fc.shuffledSubarray([...old, ...fresh], { minLength: old.length + fresh.length });
    });

let standards: Standard[] = [];
beforeAll(async () => {
  standards = (await allPlans()).flatMap((plan) => plan.standards);
}, 120_000);

describe("ids of rows", () => {
  test("stay when a fifth of the characters change, rows are added and dropped, and the order changes", () => {
    expect(standards.length).toBeGreaterThanOrEqual(25);
    for (const { items } of standards) {
      const ids = carryIds("row", items, []);
      const known = items.map(
        (item, at): Known => ({ id: ids[at]!, criterion: item.criterion, scoring: item.scoring }),
      );
      fc.assert(
        fc.property(nextVersion(items), (rows) => {
          const carried = carryIds(
            "row",
            rows.map(({ row }) => row),
            known,
          );
          expect(new Set(carried).size).toBe(rows.length);
          for (const [at, { from }] of rows.entries()) {
            if (from !== null) expect(carried[at]).toBe(ids[from]);
            else expect(ids).not.toContain(carried[at]);
          }
        }),
        { numRuns: 8 },
      );
    }
  }, 120_000);

  test("are unique in every standard, without a previous version too", async () => {
    for (const plan of await allPlans())
      for (const { rows, bonus, veto } of createStandards(plan)) {
        const ids = [...rows, ...bonus, ...veto].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
  });

  test("are the same without a previous version where only numbers, brackets, marks, small words and places differ", () => {
    const one = contentId("row", "物业管理覆盖面不低于30%（2分）；");
    expect(contentId("row", "物业管理的覆盖面，不低于 ９０％。")).toBe(one);
    expect(contentId("row", "社区绿地布局合理")).not.toBe(one);
  });

  test("tell rows of equal words apart, in order", () => {
    const rows = ["同上", "同上", "同上"].map((criterion) => ({ criterion, scoring: null }));
    const ids = carryIds("row", rows, []);
    expect(ids).toEqual([ids[0], `${ids[0]}-2`, `${ids[0]}-3`]);
    const known = rows.map((row, at) => ({ ...row, id: ids[at]! }));
    expect(carryIds("row", rows.slice(0, 2), known)).toEqual(ids.slice(0, 2));
  });

  test("are not handed on to a row of other content, nor given anew", () => {
    const known = [{ id: contentId("row", "建有健身设施"), criterion: "旧条目已删", scoring: null }];
    const [id] = carryIds("row", [{ criterion: "建有健身设施", scoring: null }], known);
    expect(id).toBe(`${known[0]!.id}-2`);
  });

  test("of a plan's second standard come from the second of the previous version", async () => {
    const plan = await genrePlan("disaster-community-two-standards");
    const before = createStandards(plan).map((standard) => ({
      ...standard,
      id: `${standard.id}x`,
      rows: standard.rows.map((row) => ({ ...row, id: `${row.id}x` })),
    }));
    const turned = { ...plan, standards: plan.standards.toReversed() };
    expect(createStandards(turned, before).map(({ id }) => id)).toEqual(before.toReversed().map(({ id }) => id));
    expect(createStandards(turned, before)[0]!.rows.map(({ id }) => id)).toEqual(before[1]!.rows.map(({ id }) => id));
  });
});

describe("likenessOf", () => {
  test.each([
    ["消防设施完善", "消防设施完好", 10 / 12],
    ["绿化", "绿化，", 1],
    ["甲乙丙丁", "戊己庚辛", 0],
    ["", "甲", 0],
    ["甲乙丙丁", "甲丙", 4 / 6],
    ["ABAB", "BABA", 6 / 8],
  ])("of %s and %s is %d", (one, other, likeness) => {
    expect(likenessOf(one, other)).toBeCloseTo(likeness, 10);
  });

  test("is the same both ways, between 0 and 1, and never below what a plain count of the longest common subsequence gives", () => {
    const text = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "丁"), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const likeness = likenessOf(one, other);
        expect(likenessOf(other, one)).toBeCloseTo(likeness, 10);
        const both = one.length + other.length;
        expect(likeness).toBeCloseTo(both === 0 ? 1 : (2 * commonByTable(one, other)) / both, 10);
      }),
    );
  });
});

/** The textbook way, by a table. */
function commonByTable(one: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const character of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at++)
      next.push(character === other[at - 1] ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!));
    row = next;
  }
  return row[other.length]!;
}
