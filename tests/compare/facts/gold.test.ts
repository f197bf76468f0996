import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Phase } from "../../../schemas/phase.ts";
import type { Target } from "../../../schemas/target.ts";
import { comparePhases } from "../../../src/compare/facts/compare-phases.ts";
import { compareTargets } from "../../../src/compare/facts/compare-targets.ts";

const FOLDER = join(import.meta.dirname, "../../../fixtures/compare");

interface Gold {
  readonly template: string | number | null;
  readonly local: string | number | null;
  readonly relation: string | { readonly anyOf: readonly string[] };
  readonly direction?: string;
}

/** The facts of a plan as written by hand; a plan without phases has none. */
interface Facts {
  readonly targets?: Target[];
  readonly phases?: Phase[];
}

const read = (name: string, file: string) => JSON.parse(readFileSync(join(FOLDER, name, file), "utf8"));
const names = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, "gold.json")));
const withGold = (section: "targets" | "phases"): string[] => names.filter((name) => read(name, "gold.json")[section]);

/** `template → local: relation`, where the gold has the relation among several: the one that was found. */
const state = (template: unknown, local: unknown, relation: string): string =>
  `${template ?? "—"} → ${local ?? "—"}: ${relation}`;

function expectGold(gold: readonly Gold[], found: readonly (Gold & { readonly relation: string })[]): void {
  const keyOf = ({ template, local }: Gold): string => `${template}|${local}`;
  const byKey = new Map(found.map((pair) => [keyOf(pair), pair]));
  const wanted = gold.map((pair) => {
    const relation = byKey.get(keyOf(pair))?.relation ?? "";
    const allowed = typeof pair.relation === "string" ? [pair.relation] : pair.relation.anyOf;
    return state(pair.template, pair.local, allowed.includes(relation) ? relation : allowed.join("/"));
  });
  expect(found.map((pair) => state(pair.template, pair.local, pair.relation)).sort()).toEqual(wanted.sort());
  for (const pair of gold)
    if (pair.direction) expect(byKey.get(keyOf(pair))).toMatchObject({ direction: pair.direction });
}

test.each(withGold("targets"))("the targets of %s pair as they were paired by hand", (name) => {
  const [template, local]: Facts[] = ["template.json", "local.json"].map((file) => read(name, file));
  const found = compareTargets(template!.targets ?? [], local!.targets ?? []).map((pair) => ({
    template: pair.template?.text ?? null,
    local: pair.local?.text ?? null,
    relation: pair.relation,
    direction: pair.direction ?? "none",
  }));
  expectGold(read(name, "gold.json").targets, found);
});

test.each(withGold("phases"))("the phases of %s pair as they were paired by hand", (name) => {
  const [template, local]: Facts[] = ["template.json", "local.json"].map((file) => read(name, file));
  const found = comparePhases(template!.phases ?? [], local!.phases ?? []).map((pair) => ({
    template: pair.template?.ordinal ?? null,
    local: pair.local?.ordinal ?? null,
    relation: pair.relation,
  }));
  expectGold(read(name, "gold.json").phases, found);
});
