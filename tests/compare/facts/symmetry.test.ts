import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction, Relation } from "../../../schemas/change.ts";
import { DeadlinePair, PhasePair, TargetPair } from "../../../schemas/comparison.ts";
import { compareDeadlines } from "../../../src/compare/facts/compare-deadlines.ts";
import { comparePhases } from "../../../src/compare/facts/compare-phases.ts";
import { compareTargets } from "../../../src/compare/facts/compare-targets.ts";
import { someDeadline, somePhase, someTarget } from "./make-entries.ts";

interface AnyPair {
  readonly template: unknown;
  readonly local: unknown;
  readonly relation: Relation;
  readonly direction?: Direction | null;
  readonly delta?: number | null;
  readonly deltaDays?: number | null;
  readonly startDeltaDays?: number | null;
  readonly endDeltaDays?: number | null;
}

const OTHER_WAY: Readonly<Record<string, string>> = {
  added: "removed",
  removed: "added",
  stricter: "looser",
  looser: "stricter",
};
const turn = (word: string | null | undefined): string | null => (word ? (OTHER_WAY[word] ?? word) : null);
const minus = (days: number | null | undefined): number | null => (days ? -days : (days ?? null));

/** A pair as the comparison of the swapped plans must give it. */
const swapped = (pair: AnyPair) =>
  JSON.stringify([
    pair.local,
    pair.template,
    turn(pair.relation),
    turn(pair.direction),
    ...[pair.delta, pair.deltaDays, pair.startDeltaDays, pair.endDeltaDays].map(minus),
  ]);
const asItIs = (pair: AnyPair) =>
  JSON.stringify([
    pair.template,
    pair.local,
    pair.relation,
    pair.direction ?? null,
    ...[pair.delta, pair.deltaDays, pair.startDeltaDays, pair.endDeltaDays].map((days) =>
      days ? days : (days ?? null),
    ),
  ]);

function expectSymmetric<Entry>(
  some: fc.Arbitrary<Entry>,
  compare: (template: readonly Entry[], local: readonly Entry[]) => readonly AnyPair[],
  schema: { parse: (value: unknown) => unknown },
): void {
  const lists = fc.array(some, { maxLength: 7 });
  fc.assert(
    fc.property(lists, lists, (template, local) => {
      const pairs = compare(template, local);
      for (const pair of pairs) schema.parse(pair);
      expect(pairs.flatMap((pair) => (pair.template === null ? [] : [pair.template]))).toEqual(template);
      expect(pairs.filter((pair) => pair.local !== null)).toHaveLength(local.length);
      expect(compare(local, template).map(swapped).sort()).toEqual(pairs.map(asItIs).sort());
    }),
  );
}

describe("swapping the plans swaps every pair, and no entry is lost", () => {
  test("targets", () => expectSymmetric(someTarget, compareTargets, TargetPair));
  test("phases", () => expectSymmetric(somePhase, comparePhases, PhasePair));
  test("deadlines", () => expectSymmetric(someDeadline, compareDeadlines, DeadlinePair));
});

function expectIdentical<Entry>(
  some: fc.Arbitrary<Entry>,
  compare: (template: readonly Entry[], local: readonly Entry[]) => readonly AnyPair[],
): void {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 9 }), (entries) => {
      const pairs = compare(entries, entries);
      expect(pairs).toHaveLength(entries.length);
      for (const pair of pairs) {
        expect(pair.relation).toBe("identical");
        expect(pair.local).toEqual(pair.template);
      }
    }),
  );
}

describe("a plan against itself is identical throughout", () => {
  test("targets", () => expectIdentical(someTarget, compareTargets));
  test("phases", () => expectIdentical(somePhase, comparePhases));
  test("deadlines", () => expectIdentical(someDeadline, compareDeadlines));
});

test("a list too long to set every entry against every other is still identical to itself", () => {
  const targets = fc.sample(someTarget, { numRuns: 600, seed: 7 });
  expect(new Set(compareTargets(targets, targets).map(({ relation }) => relation))).toEqual(new Set(["identical"]));
}, 60_000);
