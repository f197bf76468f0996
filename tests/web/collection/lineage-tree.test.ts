import { expect, test } from "vitest";
import type { LineagePlan } from "../../../schemas/lineage.ts";
import { growForest, type LineageNode } from "../../../src/apps/web/collection/lineage-tree.ts";
import { queryOf } from "../../../src/apps/web/collection/query-of.ts";

const plan = (id: string, template: string | null, chain: readonly string[] = []): LineagePlan => ({
  id,
  title: id,
  documentNumber: null,
  jurisdiction: null,
  level: null,
  issuedOn: null,
  template,
  chain: [...chain],
});

const shape = ({ plan: { id }, children }: LineageNode): unknown => [id, children.map(shape)];

test("each plan stands below the one that it rests on; one that rests on itself in the end is not lost", () => {
  const { trees, alone } = growForest({
    schema: "lineage/1",
    plans: [
      plan("city", "province", ["province"]),
      plan("province", null),
      plan("county", "city", ["city", "province"]),
      plan("lone", null),
      plan("loop", "loop", ["loop"]),
    ],
    links: [],
    versions: [],
  });
  expect(trees.map(shape)).toEqual([["province", [["city", [["county", []]]]]]]);
  expect(alone.map(({ id }) => id)).toEqual(["lone", "loop"]);
});

test("an address asks only for what the API knows", () => {
  expect(queryOf(new URLSearchParams("text= 垃圾 &level=moon&year=2021&approved=true&order=issued"))).toEqual({
    text: "垃圾",
    issuedFrom: "2021",
    issuedTo: "2021",
    approved: true,
    order: "issued",
  });
});
