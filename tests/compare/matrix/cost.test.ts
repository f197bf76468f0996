import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Plan } from "../../../schemas/plan.ts";
import { buildMatrix } from "../../../src/compare/matrix/build-matrix.ts";
import { ROW_LIKENESS } from "../../../src/compare/matrix/row-likeness.ts";
import { rowLikeness } from "../../../src/compare/rows/similarity.ts";
import { makeCollection, readBases } from "../../helpers/make-collection.ts";

vi.mock("../../../src/compare/rows/similarity.ts", { spy: true });

/** Milliseconds: a busy machine takes its time. */
const SLOW = 240_000;

let bases: Plan[] = [];
beforeAll(async () => {
  bases = await readBases(10);
}, SLOW);

describe("the pairs of rows that are set against each other grow as the plans do", () => {
  /** How many pairs of rows were weighed against each other. */
  function countPairs(count: number, hasTemplate: boolean): number {
    const clustered = vi.spyOn(ROW_LIKENESS, "likenessOf");
    const aligned = vi.mocked(rowLikeness).mockClear();
    const plans = makeCollection(bases, count, 1).map(({ plan }) => plan);
    buildMatrix(plans, hasTemplate ? plans[0]! : null);
    const pairs = clustered.mock.calls.length + aligned.mock.calls.length;
    clustered.mockRestore();
    return pairs;
  }

  test.each([
    ["against a template", true],
    ["of equals", false],
  ])(
    "%s",
    (_, hasTemplate) => {
      const [few, more] = [countPairs(8, hasTemplate), countPairs(32, hasTemplate)];
      expect(few).toBeGreaterThan(0);
      // Four times the plans: all pairs would be sixteen times as many.
      expect(more / few).toBeLessThan(5.5);
    },
    SLOW,
  );
});
