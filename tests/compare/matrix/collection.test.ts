import { beforeAll, describe, expect, test } from "vitest";
import type { Matrix } from "../../../schemas/matrix.ts";
import type { Plan } from "../../../schemas/plan.ts";
import { resolveLineage } from "../../../src/compare/lineage/resolve-lineage.ts";
import { buildMatrix } from "../../../src/compare/matrix/build-matrix.ts";
import { type MadePlan, makeCollection, readBases } from "../../helpers/make-collection.ts";

let bases: Plan[] = [];
/** Milliseconds: a busy machine takes its time over hundreds of plans. */
const SLOW = 240_000;

beforeAll(async () => {
  bases = await readBases(10);
}, SLOW);

const plansOf = (made: readonly MadePlan[]): Plan[] => made.map(({ plan }) => plan);

test(
  "every plan of a thousand finds the plan that it was made from",
  () => {
    const made = makeCollection(bases, 1000, 10);
    const { plans, versions } = resolveLineage(plansOf(made));
    const templates = new Map(plans.map(({ id, template }) => [id, template]));
    expect(made.filter(({ plan, template }) => templates.get(plan.id) !== template).map(({ plan }) => plan.id)).toEqual(
      [],
    );
    expect(versions).toEqual([]);
  },
  SLOW,
);

/** `cluster origin` of every row of every standard; ordinals count from 1 in each standard. */
function placesOf({ plans, rows }: Matrix, made: readonly MadePlan[]): { cluster: string; origin: string }[] {
  const byId = new Map(made.map((each) => [each.plan.id, each]));
  return rows
    .filter(({ section }) => section === "standards")
    .flatMap(({ id, cells }) =>
      cells.flatMap((cell, column) => {
        const { origins } = byId.get(plans[column]!.id)!;
        return cell.rows.map((ordinal) => ({ cluster: id, origin: origins[0]![ordinal - 1]! }));
      }),
    );
}

/** The share of entries that are of the commonest value of their group. */
function agreement<Entry>(
  entries: readonly Entry[],
  groupOf: (entry: Entry) => string,
  sortOf: (entry: Entry) => string,
) {
  const groups = Map.groupBy(entries, groupOf);
  const agreeing = [...groups.values()].map((group) =>
    Math.max(...[...Map.groupBy(group, sortOf).values()].map(({ length }) => length)),
  );
  return agreeing.reduce((sum, count) => sum + count, 0) / entries.length;
}

describe("the matrix of a family puts rows of one origin together and no others", () => {
  test.each(["against its template", "as equals"])(
    "%s",
    (way) => {
      const made = makeCollection(bases, 40, 1);
      const plans = plansOf(made);
      const places = placesOf(buildMatrix(plans, way === "as equals" ? null : plans[0]!), made);
      // A row that was put together of two stands in the rows of both.
      expect(places.length).toBeGreaterThanOrEqual(made.reduce((sum, { origins }) => sum + origins[0]!.length, 0));
      expect(
        agreement(
          places,
          (place) => place.cluster,
          (place) => place.origin,
        ),
      ).toBeGreaterThan(0.98);
      expect(
        agreement(
          places,
          (place) => place.origin,
          (place) => place.cluster,
        ),
      ).toBeGreaterThan(0.98);
    },
    SLOW,
  );
});
