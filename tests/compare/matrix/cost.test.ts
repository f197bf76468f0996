import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Plan } from "../../../schemas/plan.ts";
import { makeCollection, readBases } from "../../helpers/make-collection.ts";

vi.mock("../../../src/compare/rows/similarity.ts", { spy: true });

/** Milliseconds: a busy machine takes its time. */
const SLOW = 240_000;

/** Loaded anew, so that they call the spy also where the files before have loaded them already. */
async function loadSpied() {
  vi.resetModules();
  const { buildMatrix } = await import("../../../src/compare/matrix/build-matrix.ts");
  const { ROW_LIKENESS } = await import("../../../src/compare/matrix/row-likeness.ts");
  const { rowLikeness } = await import("../../../src/compare/rows/similarity.ts");
  return { buildMatrix, ROW_LIKENESS, rowLikeness };
}

let bases: Plan[] = [];
let spied: Awaited<ReturnType<typeof loadSpied>>;
beforeAll(async () => {
  bases = await readBases(10);
  spied = await loadSpied();
}, SLOW);

describe("the pairs of rows that are set against each other grow as the plans do", () => {
  /** How many pairs of rows were weighed against each other. */
  function countPairs(count: number, hasTemplate: boolean): number {
    const { buildMatrix, ROW_LIKENESS, rowLikeness } = spied;
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
